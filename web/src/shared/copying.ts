// SPDX-License-Identifier: MIT
/** Copying a text: where the browser refuses, the text is selected, ready for the reader's own key. */

import { element } from "./dom";

/** A button that copies what stands in `field`, and says in `status` what happened. */
export function copyButton(field: HTMLTextAreaElement, status: HTMLElement, label = "Text kopieren"): HTMLButtonElement {
  const button = element("button", { type: "button", class: "button button--quiet" }, label);
  button.addEventListener("click", () => {
    field.select();
    const done = (): void => void (status.textContent = "Der Text ist kopiert.");
    const refused = (): void => void (status.textContent = "Der Text ist markiert. Kopieren Sie ihn mit Strg+C oder über das Menü.");
    navigator.clipboard ? navigator.clipboard.writeText(field.value).then(done, refused) : refused();
  });
  return button;
}
