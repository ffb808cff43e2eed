// SPDX-License-Identifier: MIT
/**
 * The state of a finder in the address: `?q=…&standard=a,b&alter=3-6&ordnung=neu&ansicht=tabelle`. Everything in an
 * address may be wrong or hostile: what is unknown is named and dropped, nothing of it is ever run.
 */

import type { Collection } from "./columns";
import { AGE, TEXT, type Selection } from "./model";
import { ORDERS, type Order } from "./sorting";
import { readSpan } from "./spans";

export const VIEWS = ["liste", "tabelle", "raster"] as const;
export type View = (typeof VIEWS)[number];
const LONGEST = 40;

export interface State {
  readonly text: string;
  readonly selection: Selection;
  /** Undefined: by relevance where words are searched for, else by place. */
  readonly order: Order | undefined;
  readonly view: View;
}

export const EMPTY: State = { text: "", selection: new Map(), order: undefined, view: "liste" };

/** The state in the query part of an address, and a German sentence for each thing in it that means nothing here. */
export function readState(query: string, collection: Collection): { state: State; unknown: string[] } {
  let state = EMPTY;
  const unknown: string[] = [];
  for (const part of query.replace(/^\?/, "").split("&").filter(Boolean)) {
    const [head, ...rest] = part.split("=");
    const [name, raw] = [decoded(head!), rest.join("=")];
    if (name === TEXT) state = { ...state, text: decoded(raw) };
    else if (name === "ordnung") {
      const order = ORDERS.find((known) => known === raw);
      if (order) state = { ...state, order };
      else unknown.push(`Die Ordnung ${quoted(decoded(raw))} gibt es nicht.`);
    } else if (name === "ansicht") {
      const view = VIEWS.find((known) => known === raw);
      if (view) state = { ...state, view };
      else unknown.push(`Die Ansicht ${quoted(decoded(raw))} gibt es nicht.`);
    } else state = { ...state, selection: withFacet(state.selection, collection, name, raw, unknown) };
  }
  return { state, unknown };
}

function withFacet(selection: Selection, collection: Collection, name: string, raw: string, unknown: string[]): Selection {
  const facet = collection.facet.get(name);
  if (!facet) {
    unknown.push(`Einen Filter ${quoted(name)} gibt es nicht.`);
    return selection;
  }
  const values = new Set(selection.get(name));
  for (const value of raw.split(",").map(decoded).filter(Boolean)) {
    const known = facet.places.has(value) ? value : name === AGE ? readSpan(value)?.id : undefined;
    if (known === undefined) unknown.push(`Den Wert ${quoted(value)} gibt es beim Filter „${facet.title}“ nicht.`);
    else values.add(known);
  }
  return values.size > 0 ? new Map(selection).set(name, [...values]) : selection;
}

/** The query part of an address for a state, with its question mark; empty for the first state. */
export function writeState(state: State, collection: Collection): string {
  const parts: string[] = [];
  if (state.text) parts.push(`${TEXT}=${encodeURIComponent(wellFormed(state.text))}`);
  for (const facet of collection.facets) {
    const values = state.selection.get(facet.id);
    if (values?.length) parts.push(`${encodeURIComponent(facet.id)}=${values.map(encodeURIComponent).join(",")}`);
  }
  if (state.order) parts.push(`ordnung=${state.order}`);
  if (state.view !== EMPTY.view) parts.push(`ansicht=${state.view}`);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** Half a pair of surrogates, which anybody may type, stands for no sign and cannot be part of an address. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function quoted(text: string): string {
  return `„${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}“`;
}
