// SPDX-License-Identifier: MIT
/** The reader's own place: a municipality of the collection and values of her own. Kept on the device, nowhere else. */

import { isId, isRecord } from "./checks";
import { Kept } from "./kept";

/** Condition → values. What stands here goes before the municipality's values; an empty list says nothing. */
export type OwnValues = Readonly<Record<string, readonly string[]>>;

/** `municipality` is an id of `daten/kommunen.js`, or null for a place that the collection does not know. */
export interface OwnPlace {
  readonly municipality: string | null;
  readonly values: OwnValues;
}

const MOST_CONDITIONS = 500;
const MOST_VALUES = 100;

const kept = new Kept<OwnPlace>("eigener-ort", isOwnPlace);

/** The place that is chosen, or undefined. */
export function ownPlace(): OwnPlace | undefined {
  return kept.get();
}

/** Choose a place; false where the device keeps nothing and the choice lasts for this page only. */
export function chooseOwnPlace(place: OwnPlace): boolean {
  return kept.set({ municipality: place.municipality, values: place.values });
}

/** Remove the place and everything entered about it from the device. */
export function forgetOwnPlace(): void {
  kept.set(undefined);
}

/** Call `listener` whenever the place changes, also from another script or tab; returns how to stop that. */
export function onOwnPlaceChange(listener: () => void): () => void {
  return kept.onChange(listener);
}

/** True for what this module may have kept. */
export function isOwnPlace(value: unknown): value is OwnPlace {
  if (!isRecord(value) || !isRecord(value.values)) return false;
  const entries = Object.entries(value.values);
  return (
    (value.municipality === null || isId(value.municipality)) &&
    entries.length <= MOST_CONDITIONS &&
    entries.every(([condition, values]) => isId(condition) && isListOfLines(values))
  );
}

function isListOfLines(value: unknown): boolean {
  return Array.isArray(value) && value.length <= MOST_VALUES && value.every((each) => typeof each === "string" && each.length <= 300);
}
