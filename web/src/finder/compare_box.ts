// SPDX-License-Identifier: MIT
/** A box on each practice that puts it on the shortlist, from which practices are compared. */

import { element, refill } from "../shared/dom";
import { counted } from "../shared/german";
import { address } from "../shared/scripts";
import { addToShortlist, isListed, MOST_COMPARED, MOST_LISTED, onShortlistChange, removeFromShortlist, shortlist } from "../shared/shortlist";
import type { Line } from "./lines";

const boxes = new Set<HTMLInputElement>();

/** The box of a line; undefined for kinds that are not compared. */
export function compareBox(kind: string, line: Line, say: (text: string) => void): HTMLElement | undefined {
  if (kind !== "praxis") return undefined;
  const box = element("input", { type: "checkbox", value: line.id, checked: isListed(line.id) });
  box.addEventListener("change", () => {
    if (!box.checked) {
      removeFromShortlist(line.id);
      say(`Von der Merkliste genommen: ${line.title}`);
    } else if (addToShortlist(line.id)) say(`Auf der Merkliste: ${line.title}`);
    else {
      box.checked = false;
      say(`Auf die Merkliste passen ${MOST_LISTED} Praxisbeispiele. Nehmen Sie erst eines herunter.`);
    }
  });
  boxes.add(box);
  return element("label", { class: "compare-box" }, box, " Merken", element("span", { class: "visually-hidden" }, `: ${line.title}`));
}

/** The way from what is on the shortlist to its comparison; hidden while nothing is. */
export function compareLink(): HTMLElement {
  const line = element("p", { class: "finder__compare no-print", hidden: true });
  const draw = (): void => {
    const ids = shortlist();
    const compared = ids.slice(-MOST_COMPARED);
    const words = ids.length > MOST_COMPARED ? `die letzten ${MOST_COMPARED} vergleichen` : "vergleichen";
    line.hidden = ids.length === 0;
    refill(line, `${counted(ids.length, "Praxisbeispiel", "Praxisbeispiele")} gemerkt: `, element("a", { href: `${address("vergleich/index.html")}?faelle=${compared.join(",")}` }, words));
  };
  onShortlistChange(draw);
  draw();
  return line;
}

/** The line that tells how a practice compares with the reader's own place; undefined for kinds that are not compared. */
export function hereLine(kind: string, line: Line): HTMLElement | undefined {
  return kind === "praxis" ? element("p", { class: "row__here", "data-here-of": line.id }) : undefined;
}

onShortlistChange(() => {
  for (const box of boxes) {
    if (box.isConnected) box.checked = isListed(box.value);
    else boxes.delete(box);
  }
});
