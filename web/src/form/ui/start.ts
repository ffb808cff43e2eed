// SPDX-License-Identifier: MIT
/** The first view: drafts on this device, what can be written, what can be changed. */

import { element, refill } from "../../shared/dom";
import { fold } from "../check/words";
import { type Draft, drafts, removeDraft, titleOf } from "../drafts";
import { folderOf, KINDS } from "../request";
import type { FormKind, Known, Spec } from "../spec";

export interface Choices {
  resume(draft: Draft): void;
  /** A file that somebody chose on the device. */
  openFile(file: File): void;
}

const ABOUT: Readonly<Record<FormKind, string>> = {
  praxis: "Was Ihre Kommune tut, damit andere daraus lernen können – auch Beendetes und Gescheitertes.",
  luecke: "Eine Frage, auf die Sie vor Ort noch keine gute Antwort haben.",
  nachnutzung: "Was Sie von anderen übernommen und was Sie dabei geändert haben.",
  kommune: "Eine Kommune, die in der Sammlung noch fehlt.",
};
const SHOWN = 12;

/** Draw the first view. */
export function startView(spec: Spec, known: Known, choices: Choices): HTMLElement {
  const label = (kind: FormKind): string => spec.kinds[kind].label;
  const kept = element("section", { "aria-labelledby": "formular-entwuerfe" });
  drawDrafts(kept, label, choices);
  return element("div", {}, kept,
    element("section", { "aria-labelledby": "formular-neu" }, element("h2", { id: "formular-neu" }, "Etwas Neues schreiben"),
      element("ul", { class: "doors" }, KINDS.map((kind) => element("li", {}, element("a", { href: `?art=${kind}` }, element("strong", {}, label(kind)), ABOUT[kind]))))),
    element("section", { "aria-labelledby": "formular-aendern" }, element("h2", { id: "formular-aendern" }, "Etwas ändern"), finder(label, known), fromDevice(choices)));
}

function drawDrafts(place: HTMLElement, label: (kind: FormKind) => string, choices: Choices): void {
  const list = drafts();
  place.hidden = list.length === 0;
  refill(place, element("h2", { id: "formular-entwuerfe" }, "Ihre Entwürfe auf diesem Gerät"),
    element("p", { class: "soft" }, "Sie liegen nur in diesem Browser und verlassen das Gerät nicht von selbst. An einem gemeinsamen Gerät löschen Sie sie nach dem Senden."),
    element("ul", { class: "plain-list" }, list.map((draft) => {
      const title = titleOf(draft);
      const resume = element("button", { type: "button", class: "button button--quiet", "aria-label": `Weiterschreiben: ${title}` }, "Weiterschreiben");
      resume.addEventListener("click", () => choices.resume(draft));
      const remove = element("button", { type: "button", class: "picked__remove", "aria-label": `Entwurf „${title}“ löschen` }, "löschen");
      remove.addEventListener("click", () => {
        removeDraft(draft.key);
        drawDrafts(place, label, choices);
        (place.hidden ? document.getElementById("formular") : place.querySelector<HTMLElement>("button"))?.focus();
      });
      const saved = new Date(draft.saved).toLocaleString("de-DE", { dateStyle: "medium", timeStyle: "short" });
      return element("li", { class: "form-draft" }, element("span", {}, element("strong", {}, title), element("span", { class: "soft" }, ` – ${label(draft.kind)}${draft.source ? ", Änderung" : ""}, ${saved}`)), resume, remove);
    })));
}

/** A field to find a record of the collection. */
function finder(label: (kind: FormKind) => string, known: Known): HTMLElement {
  const entries = KINDS.flatMap((kind) => Object.entries(known.entries[kind] ?? {}).map(([id, { title, place }]) => {
    return { kind, id, title, place, words: fold(`${title} ${place ?? ""} ${id} ${label(kind)}`) };
  }));
  const list = element("ul", { class: "plain-list", id: "formular-treffer" });
  const note = element("p", { class: "field__hint", role: "status" });
  const search = element("input", { type: "search", id: "formular-suche", autocomplete: "off", "aria-controls": list.id });
  search.addEventListener("input", () => {
    const asked = fold(search.value.trim()).split("-").filter(Boolean);
    const found = asked.length === 0 ? [] : entries.filter(({ words }) => asked.every((word) => words.includes(word)));
    note.textContent = asked.length === 0 ? "" : found.length === 0 ? "Nichts gefunden. Versuchen Sie ein anderes Wort." : found.length > SHOWN ? `Gezeigt sind ${SHOWN} von ${found.length}.` : "";
    refill(list, found.slice(0, SHOWN).map(({ kind, id, title, place }) => element("li", {},
      element("a", { href: `?datei=${folderOf(kind)}/${id}` }, title), element("span", { class: "soft" }, ` – ${label(kind)}${place ? `, ${place}` : ""}`))));
  });
  return element("div", { class: "field" }, element("label", { for: search.id, class: "field__label" }, "Eintrag der Sammlung suchen"),
    element("p", { class: "field__hint" }, "Nach Name, Ort oder Kennung."), search, note, list);
}

function fromDevice(choices: Choices): HTMLElement {
  const input = element("input", { type: "file", id: "formular-geraet", accept: ".md,text/markdown,text/plain" });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) choices.openFile(file);
    input.value = "";
  });
  return element("div", { class: "field" }, element("label", { for: input.id, class: "field__label" }, "Oder eine Datei von Ihrem Gerät öffnen"),
    element("p", { class: "field__hint" }, "Eine Datei, die Sie hier gespeichert haben. Sie bleibt auf Ihrem Gerät."), input);
}
