// SPDX-License-Identifier: MIT
/** What every field has: a label, a hint, a place for what is wrong, and the ties between them. */

import { type Child, element } from "../../shared/dom";
import type { Finding } from "../check";
import type { Path } from "../data";
import type { Field, FormKind, Known, Spec } from "../spec";
import type { Board } from "./board";
import type { Sheet } from "./sheet";

export interface Ctx {
  readonly spec: Spec;
  readonly known: Known;
  readonly kind: FormKind;
  readonly sheet: Sheet;
  readonly board: Board;
  /** Address of the reference of the fields. */
  readonly reference: string;
  announce(text: string): void;
  /** Draw any field. */
  draw(field: Field, path: Path): HTMLElement;
}

export function idOf(path: Path): string {
  return `feld-${path.join("-").replace(/_/gu, "-")}`;
}

interface Ties {
  readonly id: string;
  readonly hint: HTMLElement | null;
  readonly error: HTMLElement;
  readonly describedBy: string;
}

/** Hint and place for messages of a field, and the ids that tie them to it. */
export function ties(field: Field, path: Path): Ties {
  const id = idOf(path);
  const text = field.hint ?? field.help;
  const example = field.example ? `Zum Beispiel: ${field.example}` : "";
  const hint = text || example
    ? element("p", { id: `${id}-hinweis`, class: "field__hint" }, text, text && example ? " " : "", example)
    : null;
  const error = element("div", { id: `${id}-fehler`, class: "field__error" });
  return { id, hint, error, describedBy: `${hint ? `${hint.id} ` : ""}${error.id}` };
}

/** The words of a label, and whether the field may stay empty. */
export function labelWords(field: Field, path: Path): Child[] {
  const isInner = path.length > 1;
  return [field.label, isInner && !field.required ? element("span", { class: "field__free" }, " (freiwillig)") : null];
}

/** A field with one control. */
export function single(field: Field, path: Path, ctx: Ctx, control: HTMLElement, ...more: Child[]): HTMLElement {
  const { id, hint, error, describedBy } = ties(field, path);
  control.id = id;
  control.setAttribute("aria-describedby", describedBy);
  if (field.required && path.length === 1) control.setAttribute("aria-required", "true");
  const frame = element("div", { class: "field" }, element("label", { for: id, class: "field__label" }, labelWords(field, path)), hint, error, control, more);
  register(field, path, ctx, frame, error, () => control, [control]);
  return frame;
}

/** A field with several controls: a group with a name. */
export function several(field: Field, path: Path, ctx: Ctx, ...content: Child[]): HTMLFieldSetElement {
  const { id, hint, error, describedBy } = ties(field, path);
  const legend = element("legend", { class: "field__label" }, labelWords(field, path));
  const frame = element("fieldset", { class: "field", id, "aria-describedby": describedBy }, legend, hint, error, content);
  register(field, path, ctx, frame, error, () => frame.querySelector<HTMLElement>("input, select, textarea, button") ?? frame, []);
  return frame;
}

function register(field: Field, path: Path, ctx: Ctx, frame: HTMLElement, error: HTMLElement, target: () => HTMLElement, controls: readonly HTMLElement[]): void {
  ctx.board.add({
    path,
    name: fullName(field, path, ctx),
    element: frame,
    target,
    show: (findings) => {
      showFindings(error, findings);
      frame.classList.toggle("field--wrong", findings.length > 0);
      for (const control of controls) {
        if (findings.length > 0) control.setAttribute("aria-invalid", "true");
        else control.removeAttribute("aria-invalid");
      }
    },
  });
}

/** What a field is called where it stands alone: one inside another („von“) is named with it; a question says enough. */
function fullName(field: Field, path: Path, { spec, kind }: Ctx): string {
  const outer = path.length > 1 && !field.label.endsWith("?") ? spec.kinds[kind].fields.find(({ key }) => key === path[0]) : undefined;
  return outer ? `${outer.label} – ${field.label}` : field.label;
}

/** Messages in their place, written only where they changed, so that nothing is read out twice. */
export function showFindings(place: HTMLElement, findings: readonly Finding[]): void {
  // What a missing field is about stands beside it; its remedy says how it is written in a file.
  const texts = findings.map(({ rule, message, remedy }) => (rule === "feld-fehlt" ? message : `${message} ${remedy}`));
  if (place.textContent === texts.join("")) return;
  place.replaceChildren(...texts.map((text) => element("p", {}, text)));
}
