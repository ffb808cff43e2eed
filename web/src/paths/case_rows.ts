// SPDX-License-Identifier: MIT
/** Lists of cases: the button for the shortlist in each row, and, where a place is chosen, how the row compares. */

import { loadCase, loadContextModel, loadOverview, loadPlaces } from "../relations/loading";
import { element, refill } from "../shared/dom";
import { onOwnPlaceChange, ownPlace } from "../shared/own_place";
import { compareHere, ownFacts, summary } from "./here";
import { ownPlaceName, placePanel } from "./place_panel";
import { shortlistButton } from "./shortlist_button";

const AHEAD = "400px";

/** Complete the rows of a page; the comparison loads only what comes near to what the reader sees. */
export function startCaseRows(rows: readonly HTMLElement[], say: (text: string) => void): void {
  const [first] = rows;
  if (!first) return;
  const lines = new Map<Element, HTMLElement>();
  for (const row of rows) {
    const here = element("span", { class: "row__here" });
    lines.set(row, here);
    row.append(element("p", { class: "row__tools" }, here, shortlistButton(row.dataset.case ?? "", titleOf(row), say)));
  }
  const list = first.parentElement;
  list?.before(chooser());
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        void compareRow((target as HTMLElement).dataset.case ?? "", lines.get(target));
      }
    },
    { rootMargin: AHEAD },
  );
  const draw = (): void => {
    for (const row of rows) {
      watch.unobserve(row);
      const line = lines.get(row);
      if (line) line.textContent = "";
      if (ownPlace()) watch.observe(row);
    }
  };
  onOwnPlaceChange(draw);
  draw();
}

async function compareRow(id: string, line: HTMLElement | undefined): Promise<void> {
  const [model, places, overview, data] = await Promise.all([loadContextModel(), loadPlaces(), loadOverview(), loadCase(id)]);
  const place = ownPlace();
  if (!line || !place || !data) return;
  const rows = compareHere(model, places, data, ownFacts(model, places, place), overview.changed);
  line.textContent = `${ownPlaceName(places) ?? "Ihr Ort"}: ${summary(rows)}`;
}

/** The panel for choosing a place, folded; its data load when it opens. */
function chooser(): HTMLDetailsElement {
  const title = element("summary", {}, "Wie wäre es hier?");
  const body = element("div");
  const details = element("details", { class: "place-fold" }, title, body);
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

function titleOf(row: HTMLElement): string {
  return row.querySelector("a")?.textContent ?? "";
}
