// SPDX-License-Identifier: MIT
/** The context model as the browser knows it: dimensions, conditions that are compared, questions that are asked. */

export type Dimension = "institutionell" | "sozialraeumlich" | "diskurs" | "individuell" | "projektbezogen";

/** A condition that can be compared between places. */
export interface Condition {
  readonly id: string;
  readonly dimension: Dimension;
  readonly title: string;
  readonly question?: string;
  readonly type: "auswahl" | "mehrfach" | "ja-nein" | "stufe";
  readonly comparison: "gleich" | "teilmenge" | "mindestens";
  /** True for effort: one's own value is an upper limit. */
  readonly isLimit: boolean;
  /** Value → label; from small to large where the type is `stufe`. */
  readonly options: ReadonlyMap<string, string>;
}

/** A question for a transfer talk; `condition` is the one it clarifies, if any. */
export interface Question {
  readonly id: string;
  readonly dimension: Dimension;
  readonly question: string;
  readonly purpose?: string;
  readonly condition?: string;
}

export interface ContextModel {
  readonly dimensions: readonly { readonly id: Dimension; readonly title: string; readonly short?: string }[];
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly questions: readonly Question[];
}

/** Number of the highest option among the values, from 0; values the condition does not know count as nothing. */
export function highestStep(condition: Condition, values: readonly string[]): number {
  const order = [...condition.options.keys()];
  return Math.max(...values.map((value) => order.indexOf(value)));
}

/** Dimensions whose values a place tells nobody: entered on the device only, never in an address or a file. */
export const PRIVATE_DIMENSIONS: ReadonlySet<Dimension> = new Set<Dimension>(["diskurs", "individuell"]);

/** The shape of `daten/kontextmodell.js`, written by `praxis/relations/browser_data.py`. */
export interface ContextModelData extends Omit<ContextModel, "conditions"> {
  readonly conditions: readonly (Omit<Condition, "options" | "isLimit"> & {
    readonly isLimit?: true; 
    readonly options: readonly (readonly [string, string])[];
  })[];
}

/** The model from its data file; conditions keep the file's order. */
export function readContextModel(data: ContextModelData): ContextModel {
  const conditions = data.conditions.map((condition) => ({
    ...condition,
    isLimit: condition.isLimit === true,
    options: new Map(condition.options),
  }));
  return { ...data, conditions: new Map(conditions.map((condition) => [condition.id, condition])) };
}
