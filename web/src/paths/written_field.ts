// SPDX-License-Identifier: MIT
/** Fields of documents that the reader writes: a line or a text, each with its label. */

import { element } from "../shared/dom";

let fields = 0;

export interface Written {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  /** Height in lines; one makes a field of a single line. */
  readonly rows?: number;
  readonly most?: number;
}

/** The field with its label above and its hint between them. */
export function writtenField({ label, value, onInput, hint, rows = 4, most }: Written): HTMLElement {
  fields += 1;
  const id = `feld${fields}`;
  const attributes = { id, maxlength: most ?? (rows === 1 ? 300 : 20_000), "aria-describedby": hint ? `${id}-hinweis` : undefined };
  const field = rows === 1 ? element("input", { type: "text", ...attributes }) : element("textarea", { rows, ...attributes });
  field.value = value;
  field.addEventListener("input", () => onInput(field.value));
  return element(
    "div",
    { class: "field" },
    element("label", { for: id }, label),
    hint && element("span", { class: "field__hint", id: `${id}-hinweis` }, hint),
    field,
  );
}

/** A list to choose one value from; `options` are values with their words, the empty value first. */
export function choiceField(label: string, value: string, options: readonly (readonly [string, string])[], onInput: (value: string) => void): HTMLElement {
  fields += 1;
  const id = `feld${fields}`;
  const field = element("select", { id }, options.map(([each, words]) => element("option", { value: each, selected: each === value }, words)));
  field.addEventListener("change", () => onInput(field.value));
  return element("div", { class: "field" }, element("label", { for: id }, label), field);
}
