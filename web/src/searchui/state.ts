// SPDX-License-Identifier: MIT
/** What the results page shows, in its address: shareable, and the way back leads to the same list. */

import { isKind, KINDS, type Kind } from "./kinds";
import { LONGEST_QUERY } from "../shared/results_address";

export const STEP = 20;
/** Hits that one page lists at most; who looks further needs other words. */
const MOST = 400;

export interface State {
  readonly text: string;
  /** Kinds to which the list is limited; all where it is empty. */
  readonly kinds: readonly Kind[];
  /** Listed by kind instead of best first. */
  readonly byKind: boolean;
  /** Hits that are shown, in steps of `STEP`. */
  readonly limit: number;
}

/** Read an address's query; what it does not know is left out and named. */
export function readState(query: string): { state: State; dropped: string[] } {
  const values = new URLSearchParams(query);
  const dropped: string[] = [];
  const named = (values.get("art") ?? "").split(",").filter((kind) => kind !== "");
  for (const kind of named) if (!isKind(kind)) dropped.push(`art=${kind}`);
  for (const name of new Set(values.keys())) if (!["q", "art", "ordnung", "n"].includes(name)) dropped.push(name);
  const order = values.get("ordnung");
  if (order !== null && order !== "art") dropped.push(`ordnung=${order}`);
  const wanted = values.get("n");
  const limit = wanted !== null && /^[0-9]{1,4}$/.test(wanted) ? Math.min(Math.max(Number(wanted), STEP), MOST) : STEP;
  if (wanted !== null && String(limit) !== wanted) dropped.push(`n=${wanted}`);
  const text = (values.get("q") ?? "").slice(0, LONGEST_QUERY);
  return { state: { text, kinds: KINDS.filter((kind) => named.includes(kind)), byKind: order === "art", limit }, dropped };
}

/** The query of the address that shows a state. */
export function stateQuery({ text, kinds, byKind, limit }: State): string {
  const values = new URLSearchParams({ q: text.slice(0, LONGEST_QUERY) });
  if (kinds.length > 0) values.set("art", kinds.join(","));
  if (byKind) values.set("ordnung", "art");
  if (limit > STEP) values.set("n", String(limit));
  return `?${values}`;
}
