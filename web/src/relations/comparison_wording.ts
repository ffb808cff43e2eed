// SPDX-License-Identifier: MIT
/** The German sentence of a comparison; twin of `praxis/relations/comparison_wording.py`. */

import { enumeration, germanDate, numberWord } from "../shared/german";
import type { Fact, Result } from "./context";
import { type Condition, highestStep } from "./model";

/** One sentence: what is so there, what is so here, and by how much they differ. */
export function comparisonSentence(
  condition: Condition,
  there: Fact | undefined,
  here: Fact | undefined,
  result: Result,
): string {
  const { title, isLimit } = condition;
  const theirs = words(condition, there);
  const own = words(condition, here);
  if (!theirs && !own) return `${title}: auf beiden Seiten nicht berichtet.`;
  if (!theirs) return `${title}: für die Praxis nicht berichtet, hier ${own}${marks(here)}.`;
  if (!own) return `${title}: dort ${theirs}${marks(there)}, für hier nicht berichtet.`;
  if (theirs === own && !isLimit) return `${title}: dort${marks(there)} wie hier${marks(here)} ${own}.`;
  const most = isLimit ? "höchstens " : "";
  const pair = `${title}: dort ${theirs}${marks(there)}, hier ${most}${own}${marks(here)}`;
  return `${pair}${difference(condition, there?.values ?? [], here?.values ?? [], result)}.`;
}

/** The values in the order of the condition's options; values it does not know are unknown. */
function words(condition: Condition, side: Fact | undefined): string {
  return enumeration([...condition.options].filter(([value]) => side?.values.includes(value)).map(([, label]) => label));
}

function marks(side: Fact | undefined): string {
  const found = [];
  if (side?.origin === "kommune") found.push("Angabe zur Kommune");
  if (side?.asOf) found.push(`Stand ${germanDate(side.asOf)}`);
  return found.length > 0 ? ` (${found.join(", ")})` : "";
}

function difference(condition: Condition, there: readonly string[], here: readonly string[], result: Result): string {
  if (condition.type === "stufe") return steps(condition, there, here);
  if (condition.type === "ja-nein") return result === "passt" ? "; die Praxis setzt es nicht voraus" : "";
  if (condition.comparison === "teilmenge") {
    const missing = [...condition.options].filter(([value]) => there.includes(value) && !here.includes(value));
    return missing.length > 0 ? `; hier fehlt ${enumeration(missing.map(([, label]) => label))}` : "";
  }
  return "";
}

function steps(condition: Condition, there: readonly string[], here: readonly string[]): string {
  const apart = highestStep(condition, here) - highestStep(condition, there);
  if (apart === 0) return condition.isLimit ? "; das liegt genau an der Grenze" : "";
  const amount = Math.abs(apart) === 1 ? "eine Stufe" : `${numberWord(Math.abs(apart))} Stufen`;
  if (condition.isLimit) return `; das liegt ${amount} ${apart > 0 ? "unter" : "über"} der Grenze`;
  return `; hier ${amount} ${apart > 0 ? "höher" : "niedriger"}`;
}
