// SPDX-License-Identifier: MIT
/**
 * Context: what is known of a case's, a municipality's or a reader's conditions, and how two contexts compare. Twin of
 * `praxis/relations/context.py`, held equal by `tests/vectors/context.json`.
 *
 * Unknown stays unknown: a missing value is told as *nicht berichtet*, never as a deviation.
 */

import { comparisonSentence } from "./comparison_wording";
import { type Condition, type ContextModel, highestStep } from "./model";

/** Whose statement a value is: the case's own, its municipality's, or the reader's (`angabe`). */
export type Origin = "praxis" | "luecke" | "kommune" | "angabe";
export type Importance = "unverzichtbar" | "hilfreich" | "unerheblich";
export type Result = "passt" | "weicht-ab" | "nicht-berichtet";

/** What is known of one condition: no `values` means not reported (the case only says how important it is). */
export interface Fact {
  readonly condition: string;
  readonly values: readonly string[];
  readonly origin: Origin;
  readonly importance?: Importance | undefined;
  readonly note?: string | undefined;
  /** As of: `2015`, `2015-03` or `2015-03-03`. */
  readonly asOf?: string | undefined;
}

/** Condition → fact, in the order of the context model. */
export type Facts = ReadonlyMap<string, Fact>;

/** One row of a comparison; `theirs` and `own` are undefined where nothing is known. */
export interface ComparedCondition {
  readonly id: string;
  readonly title: string;
  readonly dimension: string;
  readonly result: Result;
  /** How important the case calls the condition. */
  readonly importance: Importance | undefined;
  /** One German sentence: what is so there and here, by how much they differ, and as of when. */
  readonly text: string;
  readonly theirs: Fact | undefined;
  readonly own: Fact | undefined;
}

/** A reader's own values; those she leaves open are left out. `place` completes them with her municipality's. */
export function statedContext(
  model: ContextModel,
  values: Readonly<Record<string, readonly string[]>>,
  place: Facts = new Map(),
): Facts {
  const own = new Map<string, Fact>();
  for (const [condition, known] of Object.entries(values)) {
    if (known.length > 0) own.set(condition, { condition, values: known, origin: "angabe" });
  }
  return completed(model, own, place);
}

/** Own facts, completed by a municipality's where there are none; in the model's order. */
export function completed(model: ContextModel, own: Facts, place: Facts): Facts {
  const facts = new Map<string, Fact>();
  for (const condition of model.conditions.keys()) {
    const fact = own.get(condition);
    const fallback = place.get(condition);
    const chosen =
      fact && fact.values.length === 0 && fallback
        ? { ...fallback, importance: fact.importance, note: fact.note ?? fallback.note }
        : (fact ?? fallback);
    if (chosen) facts.set(condition, chosen);
  }
  return facts;
}

/** Compare a case's value with one's own, by the condition's way to compare; unknown on either side stays unknown. */
export function compare(condition: Condition, theirs: readonly string[], own: readonly string[]): Result {
  const there = theirs.filter((value) => condition.options.has(value));
  const here = own.filter((value) => condition.options.has(value));
  if (there.length === 0 || here.length === 0) return "nicht-berichtet";
  return fits(condition, there, here) ? "passt" : "weicht-ab";
}

function fits(condition: Condition, theirs: readonly string[], own: readonly string[]): boolean {
  if (condition.type === "ja-nein") return !theirs.includes("ja") || own.includes("ja");
  if (condition.isLimit || condition.comparison === "mindestens") {
    return highestStep(condition, own) >= highestStep(condition, theirs);
  }
  const isSubset = theirs.every((value) => own.includes(value));
  return condition.comparison === "teilmenge" ? isSubset : isSubset && own.every((value) => theirs.includes(value));
}

/** How the two compare, as one German sentence that says by how much, and as of when both are known. */
export function comparisonText(condition: Condition, theirs: Fact | undefined, own: Fact | undefined): string {
  return comparisonSentence(condition, theirs, own, compare(condition, theirs?.values ?? [], own?.values ?? []));
}

/** One row of a comparison. */
export function compared(condition: Condition, theirs: Fact | undefined, own: Fact | undefined): ComparedCondition {
  return {
    id: condition.id,
    title: condition.title,
    dimension: condition.dimension,
    result: compare(condition, theirs?.values ?? [], own?.values ?? []),
    importance: theirs?.importance,
    text: comparisonText(condition, theirs, own),
    theirs,
    own,
  };
}

/** Every condition of the context model, in its order, compared between a case's context and one's own. */
export function compareContexts(model: ContextModel, theirs: Facts, own: Facts): ComparedCondition[] {
  return Array.from(model.conditions.values(), (condition) =>
    compared(condition, theirs.get(condition.id), own.get(condition.id)),
  );
}
