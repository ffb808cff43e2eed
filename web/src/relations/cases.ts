// SPDX-License-Identifier: MIT
/**
 * Cases and places as they are compared and matched in the browser; the shapes of `daten/kommunen.js`
 * (`praxis/site/app_data/places.py`) and `daten/abgleich-….js` (`praxis/relations/browser_data.py`).
 */

import { completed, type Fact, type Facts, type Importance } from "./context";
import type { ContextModel } from "./model";

/** Condition → values, date (empty: the record's), importance, note; empty ends are cut off. */
export type FactsData = Readonly<Record<string, readonly [readonly string[], string?, (Importance | "")?, string?]>>;

/** A municipality as `daten/kommunen.js` has it. */
export interface PlaceData {
  readonly id: string;
  readonly name: string;
  readonly kind: "stadt" | "kreis" | "gemeinde" | "verbund" | "land" | "stelle";
  /** The kind in words. */
  readonly type: string;
  readonly state?: string;
  readonly context?: Readonly<Record<string, { readonly values: readonly string[]; readonly asOf?: string; readonly note?: string }>>;
}

/** A municipality with what is known of its conditions. */
export interface Place extends Omit<PlaceData, "context"> {
  readonly context: Facts;
}

/** A case as its data file has it; lists that would be empty are left out. */
export interface CaseData {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  /** Id of its municipality. */
  readonly place: string;
  readonly asOf: string;
  readonly standards?: readonly string[];
  readonly topics?: readonly string[];
  /** Start and end in years, half-open; or a word. */
  readonly ages: readonly [number, number] | "altersuebergreifend" | "nicht-berichtet";
  readonly ageWords: string;
  readonly context?: FactsData;
  /** What is known of effects, in words; left out where nothing is. */
  readonly evidence?: { readonly label: string; readonly sentence: string; readonly result?: string };
  /** Reuses that began: all in one sentence; whether one runs; id, municipality (or "") and words of each. */
  readonly reuse?: {
    readonly text: string;
    readonly runs?: true;
    readonly places: readonly (readonly [string, string, string])[];
  };
  /** Condition → what those who took the case over changed when it was different, one sentence each. */
  readonly changed?: Readonly<Record<string, readonly string[]>>;
}

/** Places by id, in the order of their file. */
export type Places = ReadonlyMap<string, Place>;

/** Places from their data file. */
export function readPlaces(data: readonly PlaceData[]): Places {
  return new Map(data.map((place) => [place.id, { ...place, context: placeFacts(place.context) }]));
}

/** A case's context: its own values; where it has none, its municipality's, marked as such. */
export function caseContext(model: ContextModel, places: Places, data: CaseData): Facts {
  return completed(model, told(data.context, data.asOf), places.get(data.place)?.context ?? new Map());
}

/** Address of a case's page, relative to the site. */
export function caseUrl(id: string): string {
  return `praxis/${id}.html`;
}

function placeFacts(data: PlaceData["context"] = {}): Facts {
  const facts = Object.entries(data).map(([condition, told]): [string, Fact] => [condition, { condition, origin: "kommune", ...told }]);
  return new Map(facts);
}

function told(data: FactsData = {}, recordDate: string): Facts {
  const facts = new Map<string, Fact>();
  for (const [condition, [values, date, importance, note]] of Object.entries(data)) {
    facts.set(condition, {
      condition,
      values,
      origin: "praxis",
      importance: importance || undefined,
      note: note || undefined,
      asOf: date || recordDate,
    });
  }
  return facts;
}
