// SPDX-License-Identifier: MIT
/**
 * The frame of the search dialog: it stands at once, so that nothing typed is lost while the search itself is loaded.
 * The search then takes it over (`SearchDialog`).
 */

import { element } from "./dom";
import { resultsAddress } from "./results_address";

const ID = "suchdialog";

export class SearchShell {
  readonly field = element("input", {
    id: `${ID}-feld`,
    class: "search__field",
    name: "q",
    type: "text",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": `${ID}-liste`,
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "search",
    dir: "auto",
  });
  readonly list = element("div", { id: `${ID}-liste`, class: "search__list", role: "listbox", "aria-label": "Treffer" });
  readonly body = element("div", { class: "search__body" }, element("p", { class: "search__count" }, "Die Suche wird geladen …"), this.list);
  readonly dialog = element("dialog", { class: "search", "aria-labelledby": `${ID}-titel` }, this.form(), this.body);
  /** What Enter does; leads to the page with all results until the search knows better. */
  submit = (): void => {
    if (this.field.value.trim() !== "") location.assign(resultsAddress(this.field.value));
  };

  constructor() {
    document.body.append(this.dialog);
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
  }

  /** Show the dialog, or return to its field where it is open. */
  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
    this.field.focus();
    this.field.select();
  }

  private form(): HTMLElement {
    const close = element("button", { type: "button", class: "search__close button button--quiet" }, "Schließen");
    const title = element("h2", { id: `${ID}-titel`, class: "search__title" }, element("label", { for: `${ID}-feld` }, "Suchen"));
    const form = element("form", { class: "search__head", role: "search", action: resultsAddress("") }, title, this.field, close);
    close.addEventListener("click", () => this.dialog.close());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    return form;
  }
}
