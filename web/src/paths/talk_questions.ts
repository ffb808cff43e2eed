// SPDX-License-Identifier: MIT
/** The questions of a transfer talk: what the case cannot do without, then what deviates, then what nobody reports. */

import type { ComparedCondition } from "../relations/context";
import type { ContextModel, Question } from "../relations/model";

/** Why a question is asked. */
export const REASONS = {
  indispensable: "Bedingung ist unverzichtbar",
  deviating: "Bedingung weicht hier ab",
  unreported: "Bedingung ist nicht berichtet",
} as const;

export interface Picked {
  readonly question: Question;
  readonly reason: keyof typeof REASONS;
}

/** Most questions that are picked: as many as one talk can hold. */
export const MOST_PICKED = 20;

/**
 * Questions of the catalogue in the order in which they matter, at most {@link MOST_PICKED}. A condition that cannot be
 * missing or deviates brings all its questions; one that the case does not report its first, what helps before the rest.
 */
export function talkQuestions(model: ContextModel, rows: readonly ComparedCondition[]): Picked[] {
  const of = (id: string): Question[] => model.questions.filter(({ condition }) => condition === id);
  const indispensable = rows.filter(({ importance }) => importance === "unverzichtbar");
  const deviating = rows.filter((row) => row.result === "weicht-ab" && !indispensable.includes(row));
  const unreported = rows.filter((row) => row.result === "nicht-berichtet" && !row.theirs?.values.length && !indispensable.includes(row));
  const rank = (row: ComparedCondition): number => (row.importance === "hilfreich" ? 0 : row.importance === "unerheblich" ? 2 : 1);
  return [
    ...indispensable.flatMap(({ id }) => of(id)).map((question) => ({ question, reason: "indispensable" as const })),
    ...deviating.flatMap(({ id }) => of(id)).map((question) => ({ question, reason: "deviating" as const })),
    ...unreported
      .sort((left, right) => rank(left) - rank(right))
      .flatMap(({ id }) => of(id).slice(0, 1))
      .map((question) => ({ question, reason: "unreported" as const })),
  ].slice(0, MOST_PICKED);
}
