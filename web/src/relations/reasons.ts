// SPDX-License-Identifier: MIT
/** Why a case may answer a need: German sentences, each derived from named fields. Twin of `match_reasons.py`. */

import { enumeration, quoted } from "../shared/german";
import type { Collection, KnownCase } from "./collection";
import { compare, comparisonText, type Facts } from "./context";
import type { AgeFit, Need } from "./need";

/** One sentence, with the field it follows from. */
export interface Reason {
  readonly kind: string;
  readonly field: string;
  readonly text: string;
}

/** Conditions that make two places similar: those known of both are the same. */
const SIMILAR_BY = ["gemeindetyp", "raum"];

/** The reasons in a fixed order; what is not reported gives none. */
export function matchReasons(
  collection: Collection,
  need: Need,
  known: KnownCase,
  fit: AgeFit,
  words: readonly string[],
): Reason[] {
  return [
    ...shared(collection, need, known, words),
    ...age(fit, known),
    ...context(collection, need, known),
    ...effects(known),
    ...reuse(collection, need, known),
  ];
}

function* shared(
  { topics, standards }: Collection,
  need: Need,
  known: KnownCase,
  words: readonly string[],
): Generator<Reason> {
  const titles = (terms: readonly string[], own: readonly string[] = [], title: (id: string) => string | undefined): string[] =>
    [...new Set(terms)].filter((id) => own.includes(id)).flatMap((id) => title(id) ?? []);
  const sharedTopics = titles(need.topics, known.topics, (id) => topics.get(id)?.title);
  if (sharedTopics.length > 0) {
    const same = sharedTopics.length > 1 ? "Gleiche Themen" : "Gleiches Thema";
    yield { kind: "themen", field: "themen", text: `${same}: ${enumeration(sharedTopics.map(quoted))}.` };
  }
  if (words.length > 0) {
    yield { kind: "frage", field: "frage", text: `Gemeinsame Wörter mit der Frage: ${enumeration(words)}.` };
  }
  const sharedStandards = titles(need.standards, known.standards, (id) => standards.get(id));
  if (sharedStandards.length > 0) {
    const same = sharedStandards.length > 1 ? "Gleiche Standards" : "Gleicher Standard";
    yield { kind: "standards", field: "standards", text: `${same}: ${enumeration(sharedStandards.map(quoted))}.` };
  }
}

function* age(fit: AgeFit, { ages, ageWords }: KnownCase): Generator<Reason> {
  if (ages === "altersuebergreifend") {
    yield { kind: "alter", field: "alter", text: "Eine Struktur für alle Altersgruppen." };
  } else if (fit !== "unbekannt" && ages !== "nicht-berichtet") {
    const words = fit === "beruehrt" ? "Das Alter schließt unmittelbar an" : "Das Alter überschneidet sich";
    yield { kind: "alter", field: "alter", text: `${words}: ${ageWords}.` };
  }
}

/** Every decisive condition that is known, whether it fits or not; of the others effort within the limits. */
function* context({ model }: Collection, need: Need, known: KnownCase): Generator<Reason> {
  for (const [id, condition] of model.conditions) {
    const [fact, own] = [known.facts.get(id), need.context.get(id)];
    if (!fact || !own) continue;
    const field = `${condition.isLimit ? "aufwand" : "kontext"}.${id}`;
    const result = compare(condition, fact.values, own.values);
    if (need.decisive.includes(id) && result !== "nicht-berichtet") {
      yield { kind: "bedingung", field, text: `Entscheidende Bedingung ${comparisonText(condition, fact, own)}` };
    } else if (condition.isLimit && result === "passt") {
      yield { kind: "aufwand", field, text: `Aufwand im Rahmen – ${comparisonText(condition, fact, own)}` };
    }
  }
}

function* effects({ evidence }: KnownCase): Generator<Reason> {
  if (evidence?.result) {
    yield { kind: "nachweis", field: "nachweis.ergebnis", text: `${evidence.label}: ${evidence.result}` };
  } else if (evidence) {
    yield { kind: "nachweis", field: "nachweis.grad", text: evidence.sentence };
  }
}

function* reuse(collection: Collection, need: Need, known: KnownCase): Generator<Reason> {
  if (!known.reuse) return;
  let isSimilar = false;
  for (const [id, place, told] of known.reuse.places) {
    const likeness = likenessOf(collection, need.context, collection.places.get(place)?.context ?? new Map());
    if (likeness === undefined) continue;
    isSimilar = true;
    const text = `An einem ähnlichen Ort nachgenutzt: ${told}; ${likeness}.`;
    yield { kind: "nachnutzung", field: `nachnutzung/${id}`, text };
  }
  if (!isSimilar) yield { kind: "nachnutzung", field: "nachnutzung", text: known.reuse.text };
}

/** What is alike of two places, in words; undefined where nothing is known or something differs. */
function likenessOf({ model }: Collection, own: Facts, there: Facts): string | undefined {
  const common = SIMILAR_BY.filter((id) => model.conditions.has(id) && own.get(id)?.values.length && there.has(id));
  const isSame = (id: string): boolean => {
    const [here, elsewhere] = [own.get(id)!.values, there.get(id)!.values];
    return here.every((value) => elsewhere.includes(value)) && elsewhere.every((value) => here.includes(value));
  };
  if (common.length === 0 || !common.every(isSame)) return undefined;
  const alike = common.flatMap((id) =>
    own.get(id)!.values.map((value) => model.conditions.get(id)!.options.get(value) ?? value),
  );
  return `dort wie hier ${enumeration(alike)}`;
}
