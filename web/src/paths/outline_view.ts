// SPDX-License-Identifier: MIT
/** A document on the page, as it will be printed. */

import { element } from "../shared/dom";
import { type Block, type Outline, paragraphs } from "./outline";

const HEADINGS = { 1: "h2", 2: "h3", 3: "h4" } as const;

/** The elements of a document; its title comes first. */
export function outlineView({ title, blocks }: Outline): HTMLElement[] {
  return [element("p", { class: "paper__title" }, title), ...blocks.flatMap(blockView)];
}

function blockView(block: Block): HTMLElement[] {
  if (block.kind === "heading") return [element(HEADINGS[block.level], {}, block.text)];
  if (block.kind === "list") return [element(block.isNumbered ? "ol" : "ul", {}, block.items.map((item) => element("li", {}, item)))];
  if (block.kind === "text") {
    const room = block.text ? [] : Array.from({ length: block.room ?? 0 }, () => element("p", { class: "paper__line" }, "\u00a0"));
    return [...paragraphs(block.text).map((lines) => element("p", {}, broken(lines))), ...room];
  }
  const head = element("tr", {}, block.head.map((text) => element("th", { scope: "col" }, text)));
  const rows = block.rows.map(([first = "", ...cells]) =>
    element("tr", {}, rowHead(first), cells.map((cell) => element("td", {}, broken(cell.split("\n"))))),
  );
  const columns = block.widths.map((width) => element("col", { class: `w${width}` }));
  return [
    element("table", {}, element("caption", {}, block.caption), element("colgroup", {}, columns), element("thead", {}, head), element("tbody", {}, rows)),
  ];
}

/** The first line names the row, the others explain it; a row to be filled in has no name yet. */
function rowHead(text: string): HTMLElement {
  const [name = "", ...more] = text.split("\n");
  if (!name.trim()) return element("td", {}, text);
  return element("th", { scope: "row" }, name, more.map((line) => element("span", { class: "defs__note" }, line)));
}

function broken(lines: readonly string[]): (string | HTMLElement)[] {
  return lines.flatMap((line, at) => (at === 0 ? [line] : [element("br"), line]));
}
