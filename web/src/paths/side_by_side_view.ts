// SPDX-License-Identifier: MIT
/** Cases side by side on the page: a table where there is room, one case below the other where there is not. */

import { element, refill } from "../shared/dom";
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

function stacked(groups: readonly Group[], found: readonly Candidate[], head: Head): HTMLElement[] {
  return found.map((candidate, at) =>
    element(
      "section",
      { class: "compare-case", "aria-labelledby": `fall-${at}` },
      element("h2", { id: `fall-${at}` }, [...head(candidate)].slice(0, 1)),
      [...head(candidate)].slice(1),
      groups.map((group) => [
        element("h3", {}, group.title),
        element("dl", { class: "defs" }, group.rows.map((row) => [element("dt", {}, label(row)), element("dd", {}, cellNodes(row.cells[at] ?? {}))]).flat()),
        group.after ? element("p", { class: "soft small" }, group.after) : "",
      ]).flat(),
    ),
  );
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
