// SPDX-License-Identifier: MIT
/** The frame of a finder: search, tools, results, filters; in the order in which they are read aloud. */

import { element } from "../shared/dom";
import type { View } from "./address";
import type { Order } from "./sorting";
import type { Wording } from "./wording";

const ORDER_WORDS: Readonly<Record<Exclude<Order, "neu">, string>> = {
  relevanz: "was am besten passt",
  ort: "Ort",
  bericht: "am meisten berichtet",
};
const VIEW_WORDS: Readonly<Record<View, string>> = { liste: "Liste", tabelle: "Tabelle", raster: "Raster" };

export interface Frame {
  readonly root: HTMLElement;
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  /** What was understood of the words searched for. */
  readonly hint: HTMLElement;
  readonly heading: HTMLElement;
  readonly status: HTMLElement;
  readonly notice: HTMLElement;
  readonly chips: HTMLElement;
  /** The address of the list, on paper. */
  readonly source: HTMLElement;
  readonly tools: HTMLElement;
  readonly order: HTMLSelectElement;
  /** The order with its label. */
  readonly orderLine: HTMLElement;
  readonly views: readonly HTMLButtonElement[];
  readonly list: HTMLElement;
  readonly more: HTMLButtonElement;
  readonly home: HTMLElement;
}

/** Make the frame; `prefix` begins every id. */
export function makeFrame(prefix: string, wording: Wording, orders: readonly Order[], views: readonly View[]): Frame {
  const field = element("input", { type: "search", id: `${prefix}-q`, autocomplete: "off", spellcheck: "false", placeholder: wording.example });
  const form = element(
    "form",
    { class: "finder__search no-print", role: "search", "aria-label": wording.search },
    element("label", { for: field.id }, wording.search),
    element("div", { class: "finder__field" }, field, element("button", { type: "submit", class: "button" }, "Suchen")),
  );
  const hint = element("div", { class: "finder__hint" });
  const heading = element("h2", { id: `${prefix}-treffer`, class: "finder__count", tabindex: "-1" });
  const status = element("p", { class: "visually-hidden", role: "status" });
  const notice = element("div", { class: "finder__notice" });
  const chips = element("div", { class: "finder__chips" });
  const source = element("p", { class: "print-only" });
  const order = element("select", { id: `${prefix}-ordnung` }, orders.map((value) => element("option", { value }, value === "neu" ? wording.newest : ORDER_WORDS[value])));
  const buttons = views.map((view) => element("button", { type: "button", class: "switch__choice", value: view, "aria-pressed": "false" }, VIEW_WORDS[view]));
  const orderLine = element("p", { class: "finder__order" }, element("label", { for: order.id }, "Ordnen nach"), order);
  const tools = element(
    "div",
    { class: "finder__tools no-print" },
    element("div", { class: "switch", role: "group", "aria-label": "Ansicht" }, buttons),
    orderLine,
  );
  const title = element("h2", { class: "filters__title", tabindex: "-1" }, "Filter");
  tools.prepend(jump("Zu den Filtern", title));
  const list = element("div", { class: "finder__list" });
  const more = element("button", { type: "button", class: "button button--quiet no-print", hidden: true });
  const home = element("aside", { class: "finder__filters no-print", "aria-label": "Filter" }, title, jump("Zu den Ergebnissen", heading));
  const results = element("section", { class: "finder__results", "aria-labelledby": heading.id }, heading, chips, source, tools, list, more);
  const main = element("div", { class: "finder__main" }, form, hint, results);
  const root = element("div", { class: "finder" }, notice, element("div", { class: "finder__columns" }, main, home), status);
  return { root, form, field, hint, heading, status, notice, chips, source, tools, order, orderLine, views: buttons, list, more, home };
}

/** Seen when it has the focus: between results and filters lie more lines than anybody wants to step through. */
function jump(words: string, target: HTMLElement): HTMLElement {
  const button = element("button", { type: "button", class: "button button--quiet button--small finder__jump" }, words);
  button.addEventListener("click", () => target.focus());
  return button;
}

/** What an address says and this page does not know; nothing where all was understood. */
export function notUnderstood(unknown: readonly string[]): HTMLElement | undefined {
  if (unknown.length === 0) return undefined;
  const intro = element("p", {}, "Ein Teil der Adresse wurde nicht verstanden und weggelassen:");
  return element("div", { class: "notice" }, intro, element("ul", {}, unknown.map((text) => element("li", {}, text))));
}
