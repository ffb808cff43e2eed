// SPDX-License-Identifier: MIT
/** Lists of cases: the button for the shortlist in each row, a line for the comparison, and the choice of a place. */

import { loadContextModel, loadPlaces } from "../relations/loading";
import { element, refill } from "../shared/dom";
import { onOwnPlaceChange, ownPlace } from "../shared/own_place";
import { ownPlaceName, placePanel } from "./place_panel";
import { shortlistButton } from "./shortlist_button";

/** Complete the rows of a page, and put the choice of a place where the page wants it, or before the first list. */
export function startCaseRows(rows: readonly HTMLElement[], say: (text: string) => void): void {
  for (const row of rows) {
    const id = row.dataset.case ?? "";
    const title = row.querySelector("a")?.textContent ?? "";
    const line = element("span", { class: "row__here", "data-here-of": id });
    row.append(element("p", { class: "row__tools" }, line, shortlistButton(id, title, say)));
  }
  const home = document.querySelector("[data-place-chooser]");
  if (home) home.append(placeFold());
  else rows[0]?.parentElement?.before(placeFold());
}

/** The panel for choosing a place, folded; its data load when it opens. */
export function placeFold(): HTMLDetailsElement {
  const title = element("summary", {}, "Wie wäre es hier? Kommune wählen und vergleichen");
  const body = element("div");
  const details = element("details", { class: "place-fold no-print" }, title, body);
  const nameIt = async (): Promise<void> => {
    const name = ownPlace() && (ownPlaceName(await loadPlaces()) ?? "Ihr Ort");
    title.textContent = name ? `Wie wäre es hier? Verglichen mit: ${name}` : "Wie wäre es hier? Kommune wählen und vergleichen";
  };
  details.addEventListener("toggle", () => {
    if (details.open && !body.firstChild) {
      void Promise.all([loadContextModel(), loadPlaces()]).then(([model, places]) => refill(body, placePanel(model, places)));
    }
  });
  onOwnPlaceChange(() => void nameIt());
  void nameIt();
  return details;
}
