// SPDX-License-Identifier: MIT
/** Records as a compact table. */

import { element } from "../shared/dom";
import { address } from "../shared/scripts";
import { unknown, type Extras } from "./cards";
import type { Line } from "./lines";

export interface TableWords {
  readonly caption: string;
  readonly title: string;
  readonly known: string;
  /** Heads of columns that only some collections have. */
  readonly unknown?: string | undefined;
  readonly tool?: string | undefined;
}

/** A table with its head; rows come with `tableRow`. */
export function table(words: TableWords): { region: HTMLElement; body: HTMLTableSectionElement } {
  const heads = [words.title, "Ort", "Alter", "Standards", "Status", words.known, words.unknown];
  const tool = words.tool && element("th", { scope: "col", class: "no-print" }, words.tool);
  const body = element("tbody");
  const made = element(
    "table",
    { class: "finder-table" },
    element("caption", { class: "visually-hidden" }, words.caption),
    element("thead", {}, element("tr", {}, heads.map((head) => head && element("th", { scope: "col" }, head)), tool)),
    body,
  );
  return { region: element("div", { class: "table-region", role: "region", tabindex: "0", "aria-label": words.caption }, made), body };
}

export function tableRow(line: Line, words: TableWords, { tool }: Extras = {}): HTMLTableRowElement {
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, element("a", { href: address(line.url) }, line.title)),
    element("td", {}, line.place || "nicht genannt"),
    element("td", {}, line.span.words),
    element("td", {}, line.standards),
    element("td", {}, line.state),
    element("td", {}, line.known || element("span", { class: "result result--nicht-berichtet" }, "nicht berichtet")),
    words.unknown && element("td", {}, unknown(line)),
    words.tool && element("td", { class: "no-print" }, tool),
  );
}
