// SPDX-License-Identifier: MIT
/** What is chosen, each with the way to undo it. */

import { element } from "../shared/dom";
import type { Collection } from "./columns";
import { wordsAsFilter } from "./explaining";
import { titleOf, TEXT, type Selection } from "./model";

/** A chosen filter: facet (or `q`), its value, and its words. */
export interface Chosen {
  readonly name: string;
  readonly value: string;
  readonly words: string;
}

/** Everything that is chosen, in the order of the facets, the words searched for first. */
export function chosenFilters(collection: Collection, selection: Selection, text: string): Chosen[] {
  const words: Chosen[] = text ? [{ name: TEXT, value: text, words: wordsAsFilter(text) }] : [];
  const filters = collection.facets.flatMap((facet) =>
    (selection.get(facet.id) ?? []).map((value) => ({ name: facet.id, value, words: `${facet.title}: ${titleOf(facet, value)}` })),
  );
  return [...words, ...filters];
}

/** A list of chips with a button each, and one that undoes all; nothing where nothing is chosen. */
export function chips(chosen: readonly Chosen[], drop: (filter: Chosen) => void, reset: () => void): HTMLElement | undefined {
  if (chosen.length === 0) return undefined;
  const items = chosen.map((filter) => {
    const button = element(
      "button",
      { type: "button", class: "chip", dir: "auto" },
      element("span", { class: "visually-hidden" }, "Filter aufheben: "),
      filter.words,
      element("span", { class: "chip__sign", "aria-hidden": "true" }, "×"),
    );
    button.addEventListener("click", () => drop(filter));
    return element("li", {}, button);
  });
  const all = element("button", { type: "button", class: "chip chip--reset" }, "Alle Filter aufheben");
  all.addEventListener("click", reset);
  return element("ul", { class: "chips", "aria-label": "Gewählte Filter" }, items, element("li", {}, all));
}
