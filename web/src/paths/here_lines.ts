// SPDX-License-Identifier: MIT
/**
 * In lists: how each case compares with one's own place, in one line. Any list may have such lines: an element with
 * `data-here-of="<id of the case>"` is filled once it comes near to what the reader sees, also one that is added later.
 */

import { loadCase, loadContextModel, loadOverview, loadPlaces } from "../relations/loading";
import { onOwnPlaceChange, ownPlace } from "../shared/own_place";
import { compareHere, ownFacts, summary } from "./here";
import { ownPlaceName } from "./place_panel";

const LINES = "[data-here-of]";
const AHEAD = "400px";

/** Keep the lines below an element up to date. */
export function startHereLines(root: HTMLElement): void {
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        for (const line of linesIn(target)) void fill(line);
      }
    },
    { rootMargin: AHEAD },
  );
  const draw = (below: Element): void => {
    for (const line of linesIn(below)) {
      // An empty line has no size, so its row is watched.
      const row = line.closest("li") ?? line;
      line.textContent = "";
      watch.unobserve(row);
      if (ownPlace()) watch.observe(row);
    }
  };
  const added = (records: readonly MutationRecord[]): void => {
    for (const node of records.flatMap((record) => [...record.addedNodes])) if (node instanceof Element) draw(node);
  };
  new MutationObserver(added).observe(root, { childList: true, subtree: true });
  onOwnPlaceChange(() => draw(root));
  draw(root);
}

function linesIn(element: Element): HTMLElement[] {
  const below = [...element.querySelectorAll<HTMLElement>(LINES)];
  return element instanceof HTMLElement && element.matches(LINES) ? [element, ...below] : below;
}

async function fill(line: HTMLElement): Promise<void> {
  const id = line.dataset.hereOf ?? "";
  const [model, places, overview, data] = await Promise.all([loadContextModel(), loadPlaces(), loadOverview(), loadCase(id)]);
  const place = ownPlace();
  if (!place || !data) return;
  const rows = compareHere(model, places, data, ownFacts(model, places, place), overview.changed);
  line.textContent = `${ownPlaceName(places) ?? "Ihr Ort"}: ${summary(rows)}`;
}
