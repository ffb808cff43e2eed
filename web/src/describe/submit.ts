// SPDX-License-Identifier: MIT
/** „Als Lücke einreichen“: the stated gap as a valid file to download, to copy, or to take on to the form. */

import type { Collection } from "../relations/collection";
import { copyButton } from "../shared/copying";
import { element, refill } from "../shared/dom";
import { handOver } from "../shared/draft_handover";
import { enumeration } from "../shared/german";
import type { OwnPlace } from "../shared/own_place";
import { recordPath } from "../shared/record_file";
import { address } from "../shared/scripts";
import { type GapFile, gapFile, missingParts, type Submission } from "./gap_file";
import type { Stated } from "./stated";

const LONGEST_ADDRESS = 7000;
const FROM = "Ich habe eine Lücke";

export interface SubmitPart {
  readonly view: HTMLElement;
  draw(stated: Stated, place: OwnPlace | undefined): void;
}

/** The part; `repository` is the address of the repository that takes contributions. */
export function submitPart(collection: Collection, repository: string): SubmitPart {
  const title = element("input", { id: "titel", type: "text", maxlength: 200, "aria-describedby": "titel-hinweis" });
  const names = element("input", { type: "checkbox", id: "kommune-nennen", checked: true });
  const namesLabel = element("label", { for: names.id });
  const namesLine = element("div", { class: "field__box", hidden: true }, names, namesLabel);
  const tried = element("textarea", { id: "versucht", rows: 2 });
  const background = element("textarea", { id: "hintergrund", rows: 3 });
  const text = element("textarea", { id: "datei", rows: 14, readonly: true, spellcheck: "false" });
  const status = element("p", { role: "status", class: "small" });
  const missing = element("p", { class: "notice", id: "fehlt" });
  const doors = element("div", { class: "place__row" });
  const ready = element("div", {}, labelled(text, "Die Datei"), doors, status);
  let stated: Stated | undefined;
  let place: OwnPlace | undefined;

  const update = (): void => {
    if (!stated) return;
    const submission: Submission = { title: title.value, namesPlace: names.checked, tried: tried.value, background: background.value, today: today() };
    const parts = missingParts(stated, submission);
    missing.hidden = parts.length === 0;
    missing.textContent = `Für eine gültige Datei fehlt noch: ${enumeration(parts)}.`;
    ready.hidden = parts.length > 0;
    if (parts.length > 0) return;
    const file = gapFile(collection, stated, place, submission);
    text.value = file.text;
    refill(doors, actions(file, text, status, repository));
  };
  for (const field of [title, names, tried, background]) field.addEventListener("input", update);
  const view = element(
    "section",
    { class: "submit no-print", "aria-labelledby": "einreichen" },
    element("h2", { id: "einreichen" }, "Als Lücke einreichen"),
    element("p", { class: "prose" }, "Aus Ihren Angaben wird eine Datei für diese Sammlung. Nach der Prüfung durch die Redaktion steht Ihre Frage in denselben Worten auf einer eigenen Seite, und andere Kommunen können antworten."),
    labelled(title, "Titel", "titel-hinweis", "Ein paar Wörter für Listen, zum Beispiel: Junge alleinerziehende Mütter erreichen"),
    namesLine,
    labelled(tried, "Was wurde schon versucht? (freiwillig, je Zeile eines)"),
    labelled(background, "Was steht hinter der Frage? (freiwillig)"),
    missing,
    ready,
  );
  const draw = (next: Stated, own: OwnPlace | undefined): void => {
    [stated, place] = [next, own];
    const name = collection.places.get(own?.municipality ?? "")?.name;
    namesLine.hidden = name === undefined;
    namesLabel.textContent = `${name ?? ""} in der Datei nennen; sonst stehen dort nur die bekannten Bedingungen`;
    update();
  };
  return { view, draw };
}

function labelled(field: HTMLElement, label: string, hintId = "", hint = ""): HTMLElement {
  return element("div", { class: "field" }, element("label", { for: field.id }, label), hint && element("span", { class: "field__hint", id: hintId }, hint), field);
}

function actions(file: GapFile, text: HTMLTextAreaElement, status: HTMLElement, repository: string): HTMLElement[] {
  const save = element("button", { type: "button", class: "button" }, `Datei „${file.name}“ herunterladen`);
  save.addEventListener("click", () => {
    download(file);
    status.textContent = `Die Datei „${file.name}“ liegt bei Ihren heruntergeladenen Dateien. Sie gehört in den Ordner „docs/luecken“.`;
  });
  const form = element("button", { type: "button", class: "button button--quiet" }, "Im Formular weiter bearbeiten");
  form.addEventListener("click", () => {
    if (handOver("luecke", { values: file.values, text: file.body, from: FROM })) location.href = address("mitmachen/formular/index.html?art=luecke");
    else status.textContent = "Auf diesem Gerät lässt sich nichts ablegen. Laden Sie die Datei herunter, oder kopieren Sie den Text.";
  });
  return [save, copyButton(text, status), form, ...proposal(file, repository)];
}

/** The way to a proposal at the repository: only a click sends the file there. Long files go by copying. */
function proposal(file: GapFile, repository: string): HTMLElement[] {
  const path = recordPath("luecke", file.name.replace(/\.md$/, ""));
  const href = `${repository}/new/main?filename=${encodeURIComponent(path)}&value=${encodeURIComponent(file.text)}`;
  if (!repository || href.length > LONGEST_ADDRESS) return [];
  return [element("a", { href, rel: "noreferrer" }, "Als Vorschlag im Repositorium anlegen (sendet die Datei dorthin)")];
}

function download({ name, text }: GapFile): void {
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type: "text/markdown" })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
