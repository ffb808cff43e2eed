// SPDX-License-Identifier: MIT
/** „Auf die Merkliste“: a button that says what it does now, for one case. */

import { element } from "../shared/dom";
import { addToShortlist, isListed, MOST_LISTED, onShortlistChange, removeFromShortlist } from "../shared/shortlist";

/** The button; `title` names the case for readers of a screen. */
export function shortlistButton(id: string, title: string, say: (text: string) => void): HTMLButtonElement {
  const button = element("button", { type: "button", class: "button button--quiet button--small" });
  const draw = (): void => {
    button.replaceChildren(
      isListed(id) ? "Von der Merkliste nehmen" : "Auf die Merkliste",
      element("span", { class: "visually-hidden" }, ` ${title}`),
    );
  };
  button.addEventListener("click", () => {
    if (isListed(id)) {
      removeFromShortlist(id);
      say(`„${title}“ steht nicht mehr auf der Merkliste.`);
    } else if (addToShortlist(id)) {
      say(`„${title}“ steht auf der Merkliste.`);
    } else {
      say(`Die Merkliste ist voll: Sie fasst ${MOST_LISTED} Praxisbeispiele. Nehmen Sie zuerst eines herunter.`);
    }
  });
  onShortlistChange(draw);
  draw();
  return button;
}
