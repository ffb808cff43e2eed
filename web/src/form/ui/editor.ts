// SPDX-License-Identifier: MIT
/** Writing one record: mandatory fields, the text, everything else folded, and the ways out. */

import { announcer } from "../../shared/announce";
import { heldAt } from "../../shared/checks";
import { element } from "../../shared/dom";
import { counted } from "../../shared/german";
import { WARNINGS } from "../check";
import { type Draft, keepDraft, removeDraft, titleOf } from "../drafts";
import type { FileTools } from "../loading";
import { fileOf, findingsOf, idProblem, recordId } from "../record";
import type { Field, Known, Spec } from "../spec";
import { Board, type Placed } from "./board";
import { type Addresses, showDoors } from "./doors";
import { draw } from "./draw";
import type { Ctx } from "./frame";
import { partFields } from "./parts";
import { Sheet } from "./sheet";
import { Summary } from "./summary";

const SETTLED = 250;

export interface Workshop {
  readonly spec: Spec;
  readonly known: Known;
  readonly tools: FileTools | undefined;
  readonly addresses: Addresses;
  readonly reference: string;
  readonly today: string;
  /** Called when the draft was removed. */
  leave(): void;
}

/** The page for one draft. */
export class Editor {
  readonly element = element("div", { class: "form-editor" });
  readonly #sheet: Sheet;
  readonly #board = new Board();
  readonly #summary = new Summary();
  readonly #live = element("p", { class: "visually-hidden", role: "status" });
  readonly #announce = announcer(this.#live);
  readonly #progress = element("p", { class: "form-progress" });
  readonly #kept = element("p", { class: "form-kept soft small" });
  readonly #doors = element("div", {});
  readonly #name = element("input", { type: "text", id: "formular-name", autocomplete: "off", spellcheck: "false", autocapitalize: "none", "aria-describedby": "formular-name-hinweis formular-name-fehler" });
  readonly #nameError = element("div", { class: "field__error", id: "formular-name-fehler" });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isFinishing = false;

  constructor(
    private readonly draft: Draft,
    private readonly shop: Workshop,
  ) {
    this.#sheet = new Sheet(draft.values, draft.parts);
    this.#sheet.onChange(() => this.#changed());
    this.#board.onVisit = () => this.#look();
    this.#build();
  }

  /** Call once the element is in the page; the focus goes to its heading where the reader came from another view. */
  ready(takesFocus: boolean): void {
    this.#look();
    if (takesFocus) this.element.querySelector<HTMLElement>("#formular-titel")?.focus();
  }

  #build(): void {
    const { spec, reference } = this.shop;
    const kind = spec.kinds[this.draft.kind];
    const ctx: Ctx = {
      spec, reference, known: this.shop.known, kind: this.draft.kind, sheet: this.#sheet, board: this.#board,
      announce: (text) => this.#announce(text),
      draw: (field, path) => draw(field, path, ctx),
    };
    const top = (key: string): HTMLElement => {
      const field = kind.fields.find((each) => each.key === key)!;
      return element("div", { class: "form-field" }, draw(field, [key], ctx), this.#more(field));
    };
    const [first, ...others] = partFields(this.draft.parts, kind.sections, ctx);
    const source = this.draft.source;
    this.element.append(
      element("h2", { id: "formular-titel", tabindex: "-1" }, source ? `Ändern: ${titleOf(this.draft)}` : `Neu: ${kind.label}`),
      this.#kept, this.#live, this.#summary.element,
      element("section", { class: "form-section", "aria-labelledby": "formular-pflicht" },
        element("h3", { id: "formular-pflicht" }, "Das braucht jeder Eintrag"), this.#progress,
        element("p", { class: "field__hint" }, "Was Sie nicht wissen, müssen Sie nicht raten: Wo es geht, können Sie „nicht berichtet“ wählen."),
        kind.required.map(top), kind.needsBody ? first : null),
      element("section", { class: "form-section", "aria-labelledby": "formular-mehr" },
        element("h3", { id: "formular-mehr" }, "Mehr, wenn Sie mögen"),
        element("p", { class: "field__hint" }, "Alles Weitere ist freiwillig. Jede Angabe macht den Eintrag für andere nützlicher; was fehlt, erscheint als „nicht berichtet“."),
        others.length > 0 || !kind.needsBody ? folded("Ausführlicher Text", kind.needsBody ? others : [first ?? null, ...others],
          "Eine Leerzeile beginnt einen neuen Absatz. Zeilen, die mit „- “ beginnen, werden eine Aufzählung.") : null,
        kind.groups.map((group) => folded(group.title, group.keys.map(top)))),
      this.#finish());
  }

  /** Where the field is explained at length. */
  #more(field: Field): HTMLElement {
    const href = `${this.shop.reference}felder-${this.draft.kind}.html#${field.key.replace(/_/gu, "-")}`;
    return element("p", { class: "form-more" }, element("a", { href }, "Mehr zum Feld ", element("code", {}, field.key)));
  }

  #finish(): HTMLElement {
    const button = element("button", { type: "button", class: "button" }, "Prüfen und fertigstellen");
    button.addEventListener("click", () => this.#attempt());
    const remove = element("button", { type: "button", class: "button button--quiet" }, this.draft.source ? "Änderungen verwerfen" : "Entwurf löschen");
    remove.addEventListener("click", () => this.#remove(remove));
    this.#name.addEventListener("input", () => {
      this.draft.fileId = this.#name.value.trim();
      if (this.#name.value.trim() === "") delete this.draft.fileId;
      this.#changed();
    });
    const name = this.draft.source?.id ? null : element("div", { class: "field" },
      element("label", { for: "formular-name", class: "field__label" }, "Name der Datei (Kennung)"),
      element("p", { class: "field__hint", id: "formular-name-hinweis" }, "Er folgt aus dem Titel und dem Ort und bleibt für immer die Adresse der Seite."), this.#nameError, this.#name);
    return element("section", { class: "form-section", "aria-labelledby": "formular-fertig" },
      element("h3", { id: "formular-fertig" }, "Fertigstellen"), name, element("p", { class: "form-buttons" }, button, remove), this.#doors);
  }

  /** Check everything and show the ways out; the focus goes to what is open, else to the ways out. */
  #attempt(): void {
    this.#board.attempted = true;
    this.#isFinishing = true;
    const open = this.#look();
    if (open > 0) this.#summary.focus();
    else {
      this.#doors.tabIndex = -1;
      this.#doors.focus();
    }
  }

  #changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#look();
      this.#keep();
    }, SETTLED);
  }

  #keep(): void {
    this.draft.values = this.#sheet.values;
    const time = new Date().toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });
    this.#kept.textContent = keepDraft(this.draft)
      ? `Entwurf auf diesem Gerät gespeichert, ${time} Uhr. Er verlässt das Gerät erst, wenn Sie ihn senden.`
      : "Dieses Gerät speichert keine Entwürfe. Sichern Sie die Datei, bevor Sie die Seite schließen.";
  }

  /** Check, and show what was found; returns how many places are open. */
  #look(): number {
    this.draft.values = this.#sheet.values;
    const { spec, known, today } = this.shop;
    const placed = this.#board.place(findingsOf(this.draft, spec, known, today));
    const id = recordId(this.draft, known);
    const problem = idProblem(this.draft, id, known);
    this.#nameError.replaceChildren(...(problem ? [element("p", {}, problem)] : []));
    if (document.activeElement !== this.#name) this.#name.value = id;
    const wrong = placed.filter(({ finding }) => !WARNINGS.has(finding.rule));
    this.#showProgress(wrong);
    if (this.#board.attempted) this.#summary.show(placed);
    const open = wrong.length + (problem ? 1 : 0);
    if (this.#isFinishing) this.#showDoors(id, open);
    return open;
  }

  #showProgress(wrong: readonly Placed[]): void {
    const missing = wrong.filter(({ finding }) => ["feld-fehlt", "feld-leer", "text-fehlt"].includes(finding.rule)).length;
    const other = wrong.length - missing;
    const parts = [missing > 0 ? counted(missing, "Pflichtangabe fehlt noch", "Pflichtangaben fehlen noch") : "Alle Pflichtangaben sind da"];
    if (other > 0) parts.push(counted(other, "Angabe ist zu prüfen", "Angaben sind zu prüfen"));
    const text = `${parts.join("; ")}.`;
    if (this.#progress.textContent !== text) this.#progress.textContent = text;
  }

  #showDoors(id: string, open: number): void {
    const { spec, known, tools, addresses } = this.shop;
    const { text, isKept } = fileOf(this.draft, spec, tools);
    const place = heldAt(known.entries["kommune"], this.#sheet.text(["kommune"]) || this.#sheet.text(["kommune", "id"]));
    const outcome = { kind: this.draft.kind, id, text, isNew: !this.draft.source?.id, open, isKept, consents: spec.consents, alsoSend: place?.isDraft ? place.title : "" };
    showDoors(this.#doors, outcome, addresses, (told) => this.#announce(told));
  }

  #remove(button: HTMLButtonElement): void {
    if (button.dataset["sure"] === undefined) {
      button.dataset["sure"] = "";
      button.textContent = "Wirklich löschen? Noch einmal wählen";
      return;
    }
    clearTimeout(this.#timer);
    removeDraft(this.draft.key);
    this.shop.leave();
  }
}

function folded(title: string, fields: readonly (HTMLElement | null)[], hint = ""): HTMLElement {
  return element("details", { class: "form-group" }, element("summary", {}, title), hint ? element("p", { class: "field__hint" }, hint) : null, fields);
}
