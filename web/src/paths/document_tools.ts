// SPDX-License-Identifier: MIT
/** What one does with a document: look at it, print it, take it away as a file, go on with a saved one. */

import { element, refill } from "../shared/dom";
import { download } from "../shared/download";
import { address } from "../shared/scripts";
import { openSaved, type SavedFormat, savedText } from "../shared/saved_file";
import type { Outline } from "./outline";
import { outlineView } from "./outline_view";

export interface Work<Value extends object> {
  readonly format: SavedFormat<Value>;
  /** Name of the files, without ending. */
  readonly fileName: (value: Value) => string;
  readonly outline: (value: Value) => Outline;
  readonly value: () => Value;
  readonly opened: (value: Value) => void;
  /** Buttons of its own. */
  readonly more?: readonly HTMLElement[];
  /** True where a Word file can be made of it. */
  readonly hasWord: boolean;
}

/** The tools, and the document as it will be printed; `refresh` draws it anew. */
export function documentTools<Value extends object>(work: Work<Value>): { tools: HTMLElement; paper: HTMLElement; refresh: () => void } {
  const paper = element("div", { class: "paper", id: "vorschau", tabindex: -1 });
  const status = element("p", { role: "status", class: "small" });
  const say = (text: string): void => void (status.textContent = text);
  const refresh = (): void => refill(paper, outlineView(work.outline(work.value())));
  const preview = button("Vorschau zeigen", () => {
    const isShown = paper.classList.toggle("paper--shown");
    preview.textContent = isShown ? "Vorschau ausblenden" : "Vorschau zeigen";
    if (isShown) paper.focus();
  }, true);
  const tools = element(
    "section",
    { class: "document-tools no-print", "aria-label": "Vorschau, Drucken und Dateien" },
    element(
      "div",
      { class: "place__row" },
      preview,
      button("Drucken", () => window.print()),
      work.hasWord && button("Als Word-Datei", () => void saveWord(work, say), true),
      button("Zum Weiterarbeiten sichern", () => {
        download(`${work.fileName(work.value())}.json`, savedText(work.format, work.value()), "application/json");
        say("Die Datei ist auf Ihrem Gerät gesichert. Öffnen Sie sie hier wieder, um weiterzuarbeiten.");
      }, true),
      openButton(work.format, work.opened, say),
      work.more,
    ),
    status,
  );
  window.addEventListener("beforeprint", refresh);
  refresh();
  return { tools, paper, refresh };
}

/** A field for a saved file; `opened` gets its content, `say` the message where it cannot be read. */
export function openButton<Value>(format: SavedFormat<Value>, opened: (value: Value) => void, say: (text: string) => void): HTMLElement {
  const field = element("input", { type: "file", id: `oeffnen-${format.format}`, accept: ".json,application/json", class: "visually-hidden" });
  field.addEventListener("change", async () => {
    const [file] = field.files ?? [];
    field.value = "";
    if (!file) return;
    const result = await openSaved(format, file);
    if ("value" in result) opened(result.value);
    else say(result.message);
  });
  return element("span", { class: "file-button" }, field, element("label", { for: field.id, class: "button button--quiet" }, "Gesicherte Datei öffnen"));
}

export function button(text: string, act: () => void, isQuiet = false): HTMLButtonElement {
  const made = element("button", { type: "button", class: isQuiet ? "button button--quiet" : "button" }, text);
  made.addEventListener("click", act);
  return made;
}

async function saveWord<Value extends object>(work: Work<Value>, say: (text: string) => void): Promise<void> {
  say("Die Word-Datei wird auf Ihrem Gerät erstellt …");
  try {
    await loadWord();
    const blob = await globalThis.praxisWord?.(work.outline(work.value()));
    if (!blob) throw new Error("the script for Word files is missing");
    download(`${work.fileName(work.value())}.docx`, blob, blob.type);
    say("Die Word-Datei ist auf Ihrem Gerät gesichert.");
  } catch (error) {
    console.error(error);
    say("Die Word-Datei ließ sich nicht erstellen. Bitte laden Sie die Seite neu; Ihr Entwurf bleibt erhalten.");
  }
}

function loadWord(): Promise<void> {
  if (globalThis.praxisWord) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = element("script", { src: address("assets/js/word.js") });
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("the script for Word files cannot be read"));
    document.head.append(script);
  });
}
