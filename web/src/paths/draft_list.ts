// SPDX-License-Identifier: MIT
/** The drafts on this device: go on with one, or remove it. */

import { element, refill } from "../shared/dom";
import { germanDate } from "../shared/german";
import { button } from "./document_tools";
import type { Draft, Drafts } from "./drafts";

/** The list; nothing while there is no draft. */
export function draftList<Value>(drafts: Drafts<Value>, open: (draft: Draft<Value>) => void): HTMLElement {
  const home = element("section", { "aria-label": "Entwürfe auf diesem Gerät" });
  const draw = (): void => {
    const all = drafts.all();
    const lines = all.map((draft) =>
      element(
        "li",
        {},
        element("span", { class: "drafts__title" }, draft.title || "Ohne Titel", element("span", { class: "defs__note" }, `zuletzt geändert: ${germanDate(draft.kept.slice(0, 10))}`)),
        button("Weiterarbeiten", () => open(draft), true),
        button("Entfernen", () => {
          drafts.remove(draft.key);
          draw();
        }, true),
      ),
    );
    refill(home, lines.length > 0 && [element("h2", {}, "Entwürfe auf diesem Gerät"), element("ul", { class: "shortlist drafts" }, lines)]);
  };
  draw();
  return home;
}
