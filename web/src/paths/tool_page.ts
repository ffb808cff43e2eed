// SPDX-License-Identifier: MIT
/** The frame of a page that a script fills. */

import { byId, element, refill } from "../shared/dom";

/** Fill the page; where its data cannot be read it says so. */
export function startTool(fill: (target: HTMLElement) => Promise<void>): void {
  const target = byId("werkzeug");
  fill(target)
    .catch((error: unknown) => {
      console.error(error);
      refill(target, element("p", { class: "notice", role: "alert" }, "Die Angaben für diese Seite lassen sich gerade nicht lesen. Bitte laden Sie die Seite neu."));
    })
    .finally(() => target.removeAttribute("aria-busy"));
}

/** What was left out of an address, in a box; nothing where all of it made sense. */
export function hintBox(hints: readonly string[]): HTMLElement | undefined {
  if (hints.length === 0) return undefined;
  return element("div", { class: "notice", role: "status" }, hints.map((hint) => element("p", {}, hint)));
}
