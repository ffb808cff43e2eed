// SPDX-License-Identifier: MIT
/** The filters in a dialog behind one button: on narrow screens, and beside a table that needs the whole width. */

import { element, refill } from "../shared/dom";

export class FilterDialog {
  /** Opens the dialog; shown where the filters do not stand beside the results. */
  readonly button = element("button", { type: "button", class: "button finder__open", "aria-haspopup": "dialog" }, "Filter");
  private readonly done = element("button", { type: "button", class: "button" });
  private readonly body = element("div", { class: "finder-dialog__body" });
  private readonly dialog: HTMLDialogElement;

  /** `home` holds the `panel` beside the results; `status` is the live region, which must stand inside an open dialog. */
  constructor(
    private readonly panel: HTMLElement,
    private readonly home: HTMLElement,
    private readonly status: HTMLElement,
    reset: () => void,
  ) {
    const clear = element("button", { type: "button", class: "link-button" }, "Alle aufheben");
    const title = element("h2", { class: "finder-dialog__title", tabindex: "-1" }, "Filter");
    const shut = element("button", { type: "button", class: "button button--quiet button--small" }, "Schließen");
    this.dialog = element(
      "dialog",
      { class: "finder-dialog", "aria-label": "Filter" },
      element("div", { class: "finder-dialog__head" }, title, shut),
      this.body,
      element("div", { class: "finder-dialog__foot" }, this.done, clear),
    );
    home.after(this.dialog);
    clear.addEventListener("click", reset);
    for (const button of [shut, this.done]) button.addEventListener("click", () => this.dialog.close());
    this.button.addEventListener("click", () => this.open(title));
    this.dialog.addEventListener("close", () => this.back());
  }

  /** Say how many filters are chosen, and what closing the dialog shows. */
  update(chosen: number, result: string): void {
    refill(this.button, "Filter", chosen > 0 && [` (${chosen}`, element("span", { class: "visually-hidden" }, " gewählt"), ")"]);
    this.done.textContent = `${result} zeigen`;
  }

  private open(title: HTMLElement): void {
    this.body.append(this.panel);
    this.dialog.append(this.status);
    this.dialog.showModal();
    title.focus();
  }

  private back(): void {
    this.home.append(this.panel);
    this.home.after(this.status);
    this.button.focus();
  }
}
