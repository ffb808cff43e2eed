// SPDX-License-Identifier: MIT
/** A need: what a reader looks for, in her own words and terms. Twin of `praxis/relations/need.py`. */

import type { Facts } from "./context";

/** Start and end in years, half-open and never empty; or a word. */
export type Ages = readonly [number, number] | "altersuebergreifend" | "nicht-berichtet";

export interface Need {
  readonly standards: readonly string[];
  readonly topics: readonly string[];
  readonly ages: Ages;
  readonly question: string;
  /** One's own context; of effort the upper limit. */
  readonly context: Facts;
  /** Conditions that decide about a transfer here. */
  readonly decisive: readonly string[];
}

/** How two age spans meet. Unknown ages neither help nor hurt. */
export type AgeFit = "ueberschneidet" | "beruehrt" | "unbekannt" | "getrennt";

/** How the ages of a need and a case meet; `altersuebergreifend` meets any age. Twin of `age_fit.py`. */
export function ageFit(need: Ages, ages: Ages): AgeFit {
  if (need === "altersuebergreifend" || ages === "altersuebergreifend") return "ueberschneidet";
  if (typeof need === "string" || typeof ages === "string") return "unbekannt";
  if (need[0] < ages[1] && ages[0] < need[1]) return "ueberschneidet";
  return need[0] === ages[1] || ages[0] === need[1] ? "beruehrt" : "getrennt";
}

/** What cases share with the words of the question; see `praxis/relations/question.py`. */
export interface QuestionWords {
  /** From 0 to twice `LEVELS_A_TOPIC`. */
  level(caseId: string): number;
  /** The rarest shared words in quotation marks, as the reader wrote them. */
  words(caseId: string): readonly string[];
}

/** Levels of shared words (of eight) that count as much as one shared topic. */
export const LEVELS_A_TOPIC = 4;

/** No question was asked, or the search index is not there yet. */
export const NO_WORDS: QuestionWords = { level: () => 0, words: () => [] };
