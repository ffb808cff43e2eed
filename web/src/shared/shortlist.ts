// SPDX-License-Identifier: MIT
/** The shortlist („Merkliste“): ids of cases in the order in which they were added. Kept on the device, nowhere else. */

import { isId } from "./checks";
import { Kept } from "./kept";

/** At most so many cases stand side by side in the comparison. */
export const MOST_COMPARED = 4;
/** At most so many cases are on the list. */
export const MOST_LISTED = 50;

const kept = new Kept<readonly string[]>("merkliste", isShortlist);

/** Ids of the cases on the list, oldest first. */
export function shortlist(): readonly string[] {
  return kept.get() ?? [];
}

/** True if the case is on the list. */
export function isListed(id: string): boolean {
  return shortlist().includes(id);
}

/** Put a case on the list; false where it is full. A case that is on it stays where it is. */
export function addToShortlist(id: string): boolean {
  const ids = shortlist();
  if (ids.includes(id)) return true;
  if (ids.length >= MOST_LISTED || !isId(id)) return false;
  kept.set([...ids, id]);
  return true;
}

/** Take a case off the list. */
export function removeFromShortlist(id: string): void {
  const ids = shortlist().filter((each) => each !== id);
  kept.set(ids.length > 0 ? ids : undefined);
}

/** Empty the list and remove it from the device. */
export function clearShortlist(): void {
  kept.set(undefined);
}

/** Call `listener` whenever the list changes, also from another script or tab; returns how to stop that. */
export function onShortlistChange(listener: () => void): () => void {
  return kept.onChange(listener);
}

/** True for what this module may have kept. */
export function isShortlist(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= MOST_LISTED && value.every(isId) && new Set(value).size === value.length;
}
