// SPDX-License-Identifier: MIT
/** Taking the list away: its address, as a file, on paper. */

import { element } from "../shared/dom";
import { download } from "../shared/download";

export interface TakeAway {
  /** The address of the list as it is. */
  address(): string;
  /** Content of a file of everything that is found; rejects where texts cannot be read. */
  content(form: "csv" | "json"): Promise<string>;
  /** Name of the file without its ending. */
  name(): string;
  /** Show what is to be printed. */
  showAll(): Promise<void>;
}

const TYPES = { csv: "text/csv;charset=utf-8", json: "application/json" } as const;

/** The fold with all ways, and what shows a new address in it; what happened is said in `say`. */
export function takeAway(list: TakeAway, prefix: string, say: (text: string) => void): { fold: HTMLElement; update: () => void } {
  const field = element("input", { type: "text", id: `${prefix}-adresse`, readonly: true });
  const copy = action("Adresse kopieren", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value).then(
      () => say("Die Adresse dieser Liste ist kopiert."),
      () => say("Die Adresse ist markiert. Kopieren Sie sie mit Strg+C oder über das Menü."),
    );
  });
  const save = (form: "csv" | "json") => async (): Promise<void> => {
    download(`${list.name()}.${form}`, await list.content(form), TYPES[form]);
    say("Die Datei ist erstellt.");
  };
  const print = async (): Promise<void> => {
    await list.showAll();
    window.print();
  };
  const fold = element(
    "details",
    { class: "take-away no-print" },
    element("summary", {}, "Liste mitnehmen"),
    element("p", { class: "take-away__address" }, element("label", { for: field.id }, "Adresse dieser Liste"), field, copy),
    element(
      "p",
      { class: "take-away__buttons" },
      action("Als Tabelle (CSV)", save("csv"), say),
      action("Als Daten (JSON)", save("json"), say),
      action("Drucken", print, say),
    ),
  );
  return { fold, update: () => (field.value = list.address()) };
}

function action(words: string, act: () => Promise<void>, say?: (text: string) => void): HTMLButtonElement {
  const button = element("button", { type: "button", class: "button button--quiet button--small" }, words);
  button.addEventListener("click", () => {
    act().catch(() => say?.("Das ging nicht: Eine Datei mit Texten fehlt oder ist beschädigt."));
  });
  return button;
}
