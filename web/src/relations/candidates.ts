// SPDX-License-Identifier: MIT
/** Candidates of a match, in order. Twin of `praxis/relations/match_candidates.py`. */

import type { Collection, KnownCase } from "./collection";
import { compare, type Facts } from "./context";
import { ageFit, LEVELS_A_TOPIC, type AgeFit, type Need, type QuestionWords } from "./need";

/** A case that rule 1 admits. */
export interface Admitted {
  readonly known: KnownCase;
  readonly fit: AgeFit;
}

/** A case with counts over the conditions known on both sides. */
export interface Candidate extends Admitted {
  /** Deviations of conditions the case calls `unverzichtbar`. */
  readonly hard: number;
  readonly fitting: number;
  readonly deviating: number;
}

/**
 * The admitted cases in groups, best group first, by what they share. Ages that only touch come after all others;
 * topics and the words of the question count together, before standards.
 */
export function groups(collection: Collection, need: Need, words: QuestionWords): Admitted[][] {
  const topics = counted(need.topics, (topic) => collection.casesWithTopic(topic));
  const standards = counted(need.standards, (standard) => collection.casesWithStandard(standard));
  const found = new Map<string, { key: readonly number[]; group: Admitted[] }>();
  for (const id of new Set([...topics.keys(), ...standards.keys()])) {
    const known = collection.cases.get(id)!;
    const fit = ageFit(need.ages, known.ages);
    if (fit === "getrennt") continue;
    const specific = LEVELS_A_TOPIC * (topics.get(id) ?? 0) + words.level(id);
    const key = [fit === "beruehrt" ? 1 : 0, -specific, -(standards.get(id) ?? 0)];
    const name = key.join();
    let entry = found.get(name);
    if (!entry) found.set(name, (entry = { key, group: [] }));
    entry.group.push({ known, fit });
  }
  return [...found.values()].sort((one, other) => byNumbers(one.key, other.key)).map(({ group }) => group);
}

function counted(terms: readonly string[], casesOf: (term: string) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of new Set(terms)) for (const id of casesOf(term)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function byNumbers(one: readonly number[], other: readonly number[]): number {
  return one.map((value, at) => value - other[at]!).find((difference) => difference !== 0) ?? 0;
}

/** What a deviation, an agreement and a deviation of something indispensable count as, in one number each. */
const [FITS, DEVIATES, HARD] = [1, 2, 3];

/** Weighs candidates against one's own context: what each distinct value comes to is found once. */
export class Weighing {
  /** For each condition of the model that is known here: its place, and what every distinct value comes to. */
  private readonly results: (readonly [number, Uint8Array])[] = [];

  constructor(collection: Collection, own: Facts) {
    [...collection.model.conditions.values()].forEach((condition, place) => {
      const here = own.get(condition.id);
      if (!here) return;
      const results = collection.told.get(condition.id)!.map(({ values, isIndispensable }) => {
        const result = compare(condition, values, here.values);
        return result === "passt" ? FITS : result === "nicht-berichtet" ? 0 : isIndispensable ? HARD : DEVIATES;
      });
      this.results.push([place, Uint8Array.from(results)]);
    });
  }

  /** The cases of a group in order, by their contexts, their date and their id. */
  weighed(group: readonly Admitted[]): Candidate[] {
    return group.map((each) => this.candidate(each)).sort(byOrder);
  }

  private candidate({ known, fit }: Admitted): Candidate {
    let [hard, fitting, deviating] = [0, 0, 0];
    for (const [place, results] of this.results) {
      const code = known.codes[place]!;
      const result = code < 0 ? 0 : results[code]!;
      if (result === FITS) fitting += 1;
      else if (result > FITS) deviating += 1;
      if (result === HARD) hard += 1;
    }
    return { known, fit, hard, fitting, deviating };
  }
}

/** What is unknown has no part in the order. */
function byOrder(one: Candidate, other: Candidate): number {
  return (
    one.hard - other.hard ||
    other.fitting - one.fitting ||
    one.deviating - other.deviating ||
    byText(other.known.latest, one.known.latest) ||
    byText(one.known.id, other.known.id)
  );
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
