// SPDX-License-Identifier: MIT
/** Records in a list: the same things in the same place as in the lists of all other pages. */

import { element, type Child } from "../shared/dom";
import { address } from "../shared/scripts";
import { ageBar } from "./age_bar";
import type { Line } from "./lines";

/** What a list adds to a line: why the words searched for found it, and a control of its own. */
export interface Extras {
  readonly why?: HTMLElement | undefined;
  readonly tool?: HTMLElement | undefined;
  /** The line that tells how a practice compares with the reader's own place; see `paths/here_lines.ts`. */
  readonly here?: HTMLElement | undefined;
}

export function card(line: Line, { why, tool, here }: Extras = {}): HTMLLIElement {
  const due = line.due && element("span", { class: "tag" }, "Prüfung überfällig");
  return element(
    "li",
    { class: "row" },
    element(
      "div",
      {},
      element("h3", { class: "row__title" }, element("a", { href: address(line.url) }, line.title), line.place && `, ${line.place}`),
      element("p", {}, line.text),
      why,
      here,
      element("p", { class: "row__age" }, ageBar(line.span), element("span", { class: "soft" }, line.state), due),
    ),
    element("p", { class: "row__known" }, element("span", {}, line.standards), line.known && element("span", {}, line.known), unknown(line), tool),
  );
}

/** What nobody reported, with the tone that it has everywhere. */
export function unknown(line: Line): Child {
  return line.unknown && element("span", { class: "result result--nicht-berichtet" }, line.unknown);
}
