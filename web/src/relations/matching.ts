// SPDX-License-Identifier: MIT
/**
 * Matching a stated need with practice: rules 1 to 6 of the knowledge model, as `praxis/relations/matching.py` does it.
 * No score: a case is admitted or not, reasons are sentences, and the order follows what the need says. What people
 * named for a reported gap (offers, confirmed answers) stands on built pages only.
 */

import { enumeration } from "../shared/german";
import { groups, Weighing, type Admitted, type Candidate } from "./candidates";
import type { Collection, KnownCase } from "./collection";
import { compared, type ComparedCondition } from "./context";
import { nearestTerms, type NearestTerm } from "./nearest";
import type { Need, QuestionWords } from "./need";
import { matchReasons, type Reason } from "./reasons";

export const SHOWN = 5;
const CONTRAST_KNOWN = 3;
/** Changes told at most for one condition. */
const NOTES = 3;

/** A case that may answer a need, with reasons and every condition that matters. */
export interface Match {
  readonly known: KnownCase;
  readonly reasons: readonly Reason[];
  readonly conditions: readonly ComparedCondition[];
}

/** What a need finds; `nearest` is filled where nothing matches. */
export interface Matches {
  readonly matches: readonly Match[];
  readonly contrast: (Match & { readonly why: string }) | undefined;
  readonly nearest: readonly NearestTerm[];
}

/** The cases that may answer a need, best first, a contrast case, and what is nearest if there is none. */
export function match(collection: Collection, need: Need, words: QuestionWords, limit = SHOWN): Matches {
  const { shown, contrast } = chosen(collection, need, words, limit);
  if (shown.length === 0) return { matches: [], contrast: undefined, nearest: nearestTerms(collection, need) };
  const told = (candidate: Candidate): Match => newMatch(collection, need, candidate, words);
  return { matches: shown.map(told), contrast: contrast && withWhy(told(contrast)), nearest: [] };
}

function chosen(
  collection: Collection,
  need: Need,
  words: QuestionWords,
  limit: number,
): { shown: Candidate[]; contrast: Candidate | undefined } {
  const ranked: Candidate[] = [];
  const places = new Set<string>();
  const contrasts: Candidate[] = [];
  const weighing = new Weighing(collection, need.context);
  const mayContrast = [...need.context.values()].filter(({ values }) => values.length > 0).length >= CONTRAST_KNOWN;
  for (const group of groups(collection, need, words)) {
    let candidates: Candidate[];
    if (places.size < limit) {
      candidates = weighing.weighed(group);
      ranked.push(...candidates);
      for (const { known } of candidates) places.add(known.place);
    } else if (!mayContrast || contrasts.length > limit) {
      break;
    } else {
      candidates = weighing.weighed(group.filter(tellsSomething));
    }
    if (mayContrast) contrasts.push(...candidates.filter(isContrast));
  }
  const shown = spread(ranked, limit);
  return { shown, contrast: contrasts.find((each) => !shown.includes(each)) ?? contrasts[0] };
}

/** At most one case a municipality before others get a place; the rest fills up in order. */
function spread(ranked: readonly Candidate[], limit: number): Candidate[] {
  const places = new Set<string>();
  const first = ranked.filter(({ known }) => !places.has(known.place) && places.add(known.place));
  const shown = new Set(first.slice(0, limit));
  for (const candidate of ranked) {
    if (shown.size >= limit) break;
    shown.add(candidate);
  }
  return ranked.filter((candidate) => shown.has(candidate));
}

/** True if there is something to learn: a reported result, or a reuse that runs. */
function tellsSomething({ known }: Admitted): boolean {
  return known.evidence?.result !== undefined || known.reuse?.runs === true;
}

function isContrast(candidate: Candidate): boolean {
  const known = candidate.fitting + candidate.deviating;
  return known >= CONTRAST_KNOWN && 2 * candidate.deviating > known && tellsSomething(candidate);
}

function withWhy(match: Match): Match & { readonly why: string } {
  const known = match.conditions.filter(({ result }) => result !== "nicht-berichtet");
  const different = known.filter(({ result }) => result === "weicht-ab").map(({ title }) => title);
  const success = match.known.evidence?.result ? "ein Ergebnis ist berichtet" : "sie wird andernorts nachgenutzt";
  const count = `${different.length} von ${known.length} bekannten Bedingungen`;
  return { ...match, why: `Andere Verhältnisse (${count} weichen ab: ${enumeration(different)}), und doch: ${success}.` };
}

function newMatch(collection: Collection, need: Need, { known, fit }: Candidate, words: QuestionWords): Match {
  return {
    known,
    reasons: matchReasons(collection, need, known, fit, words.words(known.id)),
    conditions: conditions(collection, need, known),
  };
}

/** An age that a case does not report is an unknown like the conditions, and comes before them. */
const UNKNOWN_AGE: ComparedCondition = {
  id: "alter",
  title: "Alter der Zielgruppe",
  dimension: "projektbezogen",
  result: "nicht-berichtet",
  importance: undefined,
  text: "Alter der Zielgruppe: für die Praxis nicht berichtet.",
  theirs: undefined,
  own: undefined,
};

/** In the order of the model: decisive ones, those the case calls important, and those known on both sides. */
function conditions({ model, overview }: Collection, need: Need, known: KnownCase): ComparedCondition[] {
  const rows = Array.from(model.conditions.values()).flatMap((condition) => {
    const fact = known.facts.get(condition.id);
    const row = compared(condition, fact, need.context.get(condition.id));
    const isImportant = fact?.importance === "unverzichtbar" || fact?.importance === "hilfreich";
    const isListed = need.decisive.includes(row.id) || isImportant || row.result !== "nicht-berichtet";
    return isListed ? [calledOut(row, known.changed?.[row.id] ?? [], overview.changed[row.id] ?? [])] : [];
  });
  return known.ages === "nicht-berichtet" ? [UNKNOWN_AGE, ...rows] : rows;
}

/** The row, with what others changed in that situation; first those who took over this very case. */
function calledOut(row: ComparedCondition, own: readonly string[], others: readonly string[]): ComparedCondition {
  if (row.result !== "weicht-ab") return row;
  const sentences = [row.text];
  const isIndispensable = row.importance === "unverzichtbar";
  if (isIndispensable) sentences.push("Für die Praxis ist das unverzichtbar.");
  if (own.length > 0) {
    sentences.push("Andere haben bei der Übernahme geändert:", ...own.slice(0, NOTES));
  } else if (isIndispensable && others.length > 0) {
    sentences.push("Bei anderen Praxisbeispielen wurde dann geändert:", ...others.slice(0, NOTES));
  }
  return { ...row, text: sentences.join(" ") };
}
