// SPDX-License-Identifier: MIT
/** What is found as a grid of standards and ages; each cell is the way to its records. */

import { element } from "../shared/dom";
import { germanNumber } from "../shared/german";
import { intersect, shared } from "./bits";
import { UNREPORTED, type Collection } from "./columns";
import { AGE, type Outcome } from "./model";

const STANDARD = "standard";

/** The grid; `link` makes the address of the list of one standard at one age. */
export function grid(collection: Collection, outcome: Outcome, caption: string, link: (standard: string, age: string) => string): HTMLElement {
  const [standards, ages] = [collection.facet.get(STANDARD)!, collection.facet.get(AGE)!];
  const head = element("tr", {}, element("th", { scope: "col" }, "Standard"), ages.values.map(({ id, title }) => element("th", { scope: "col" }, id === UNREPORTED ? `${ages.title} ${title}` : title)));
  const rows = standards.values.map(({ id, title }, place) => {
    const held = intersect(outcome.found.slice(), standards.sets[place]!);
    const cells = ages.values.map((age, column) => {
      const count = shared(held, ages.sets[column]!);
      return element("td", {}, cell(count, link(id, age.id), `${title}, ${age.title}`));
    });
    return element("tr", {}, element("th", { scope: "row" }, title), cells);
  });
  const made = element("table", { class: "finder-grid" }, element("caption", { class: "visually-hidden" }, caption), element("thead", {}, head), element("tbody", {}, rows));
  return element("div", { class: "table-region", role: "region", tabindex: "0", "aria-label": caption }, made);
}

function cell(count: number, href: string, name: string): HTMLElement {
  if (count === 0) {
    return element("span", { class: "cell cell--leer" }, element("span", { "aria-hidden": "true" }, "·"), element("span", { class: "visually-hidden" }, "keine"));
  }
  return element("a", { class: "cell cell--praxis", href, "data-state": true }, germanNumber(count), element("span", { class: "visually-hidden" }, ` – ${name}`));
}
