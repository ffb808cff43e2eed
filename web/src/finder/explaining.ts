// SPDX-License-Identifier: MIT
/** What a finder says about filters, in words. */

import { counted } from "../shared/german";
import type { State } from "./address";
import type { Collection, Facet } from "./columns";
import { TEXT, titleOf, type Outcome } from "./model";
import type { Wording } from "./wording";

const LONGEST = 60;

/** The words searched for as a filter, cut where they are long. */
export function wordsAsFilter(text: string): string {
  return `Suchwörter: ${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}`;
}

/** A filter with what is chosen: `Alter: 3 bis 6 Jahre oder 6 bis 10 Jahre`. */
export function filterWords(collection: Collection, state: State, name: string): string {
  const facet = collection.facet.get(name);
  if (name === TEXT || !facet) return wordsAsFilter(state.text);
  return `${facet.title}: ${(state.selection.get(name) ?? []).map((value) => titleOf(facet, value)).join(" oder ")}`;
}

/** How many records were found. */
export function totalWords(wording: Wording, total: number): string {
  return total === 0 ? wording.none : counted(total, wording.one, wording.many);
}

/** Why a choice would find nothing: which filter stands against it, or that nothing is recorded. */
export function refusal(collection: Collection, outcome: Outcome, state: State, wording: Wording, facet: Facet, value: string): string {
  const title = titleOf(facet, value);
  if (!outcome.isHeld(facet, value)) return `Zu „${title}“ ist noch nichts erfasst.`;
  const [against] = outcome.against(facet, value);
  const without = against && ` Ohne „${filterWords(collection, state, against.name)}“: ${totalWords(wording, against.count)}.`;
  return `„${title}“ ergibt mit Ihren anderen Filtern nichts.${without ?? ""}`;
}
