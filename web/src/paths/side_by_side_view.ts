// SPDX-License-Identifier: MIT
/** Cases side by side on the page: a table where there is room, question by question where there is not. */

import { element, refill } from "../shared/dom";
import { numberWord } from "../shared/german";
import { resultMark } from "../shared/marks";
import { address } from "../shared/scripts";
import type { Candidate } from "./candidates";
import type { Cell, Group, Row } from "./side_by_side";

const ROOM = "(min-width: 48rem)";

/** What stands at the head of a case: its title with the link, and what else belongs there. */
export type Head = (candidate: Candidate) => readonly Node[];

/** The view, drawn anew when the room changes. */
export function sideBySideView(groups: readonly Group[], found: readonly Candidate[], head: Head): HTMLElement {
  const view = element("div", { class: "side-by-side" });
  const room = matchMedia(ROOM);
  const draw = (): void => refill(view, room.matches ? table(groups, found, head) : stacked(groups, found, head));
  room.addEventListener("change", draw);
  draw();
  return view;
}

function table(groups: readonly Group[], found: readonly Candidate[], head: Head): HTMLElement {
  const columns = found.map((candidate) => element("th", { scope: "col" }, [...head(candidate)]));
  const bodies = groups.map((group) =>
    element(
      "tbody",
      {},
      element("tr", { class: "group" }, element("th", { scope: "rowgroup", colspan: found.length + 1 }, group.title)),
      group.rows.map((row) => element("tr", {}, element("th", { scope: "row" }, label(row)), row.cells.map((cell) => element("td", {}, cellNodes(cell))))),
      group.after && element("tr", {}, element("td", { colspan: found.length + 1, class: "soft" }, group.after)),
    ),
  );
  return element(
    "div",
    { class: "table-region", role: "region", tabindex: 0, "aria-label": "Vergleich als Tabelle, waagerecht verschiebbar" },
    element(
      "table",
      { class: "compare" },
      element("caption", { class: "visually-hidden" }, "Praxisbeispiele im Vergleich"),
      element("thead", {}, element("tr", {}, element("td", {}), columns)),
      bodies,
    ),
  );
}

/** Question by question: what one case says of it stands below what the other says, so that a phone compares too. */
function stacked(groups: readonly Group[], found: readonly Candidate[], head: Head): HTMLElement[] {
  return [
    element("ul", { class: "compare-cases" }, found.map((candidate) => element("li", { class: "compare-case" }, [...head(candidate)]))),
    ...groups.map((group, at) =>
      element(
        "section",
        { class: "compare-group", "aria-labelledby": `frage-${at}` },
        element("h2", { id: `frage-${at}` }, group.title),
        group.rows.flatMap((row) => [element("h3", {}, label(row)), answers(row, found)]),
        group.after ? element("p", { class: "soft small" }, group.after) : "",
      ),
    ),
  ];
}

/** What each case says; where all say the same, that is said once. */
function answers({ cells }: Row, found: readonly Candidate[]): HTMLElement {
  if (found.length > 1 && new Set(cells.map(said)).size === 1) {
    return element("div", { class: "compare-all" }, cellNodes(cells[0] ?? {}), element("span", { class: "soft small" }, ` Das gilt für alle ${numberWord(found.length)}.`));
  }
  return element(
    "dl",
    { class: "defs" },
    found.flatMap(({ details }, at) => [element("dt", {}, `${details.title}, ${details.place}`), element("dd", {}, cellNodes(cells[at] ?? {}))]),
  );
}

/** What a cell says, to tell whether two say the same. */
function said(cell: Cell): string {
  return cellNodes(cell).map((node) => (typeof node === "string" ? node : node.textContent)).join("|");
}

function label({ label: text, own }: Row): (Node | string)[] {
  return own ? [text, element("span", { class: "defs__note" }, own)] : [text];
}

/** What a cell says; where it says nothing, that nothing is reported. */
export function cellNodes({ result, text, items, tag, notes = [], url }: Cell): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  if (result) nodes.push(resultMark(result), " ");
  if (text) nodes.push(url ? element("a", { href: address(url) }, text) : text);
  if (items?.length) nodes.push(element("ul", {}, items.map((item) => element("li", {}, item))));
  if (!text && !items?.length) nodes.push(resultMark("nicht-berichtet"));
  if (tag) nodes.push(" ", element("span", { class: "tag" }, tag));
  return [...nodes, ...notes.map((note) => element("span", { class: "defs__note" }, note))];
}
