// SPDX-License-Identifier: MIT
/** Filters understood in the words, offered as links to the finder. */

import { restOf, type Understood } from "../search";
import { element } from "../shared/dom";
import { address } from "../shared/scripts";

const FINDER = "praxis/index.html";

/** Links to the finder with each filter set, and with all of them; undefined where nothing was understood. */
export function filterLinks(text: string, understood: readonly Understood[]): HTMLElement | undefined {
  if (understood.length === 0) return undefined;
  const places = new Map(understood.map((each) => [each.place.join(), each]));
  const links = understood.map((each) => [finderLink(each.label, text, [each]), " "]);
  const all = places.size > 1 ? finderLink("alles zusammen", text, [...places.values()]) : null;
  return element("p", { class: "search__filters", dir: "auto" }, "Im Praxisfinder eingrenzen: ", links.flat(), all);
}

function finderLink(label: string, text: string, chosen: readonly Understood[]): HTMLElement {
  return element("a", { href: address(finderAddress(text, chosen)), class: "tag" }, label);
}

/** The finder with filters set and the other words of the query in its field. Twin of Python's `finder_address`. */
export function finderAddress(text: string, chosen: readonly Understood[]): string {
  const values = new Map<string, string[]>();
  for (const { facet, value } of chosen) values.set(facet, [...(values.get(facet) ?? []), encodeURIComponent(value)]);
  const rest = restOf(text, chosen);
  const parts = [...values].map(([facet, named]) => `${facet}=${named.join(",")}`);
  // Not encodeURIComponent: it throws for half a surrogate pair, and anybody may type one.
  return `${FINDER}?${[...(rest === "" ? [] : [String(new URLSearchParams({ q: rest }))]), ...parts].join("&")}`;
}
