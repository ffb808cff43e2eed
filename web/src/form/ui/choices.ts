// SPDX-License-Identifier: MIT
/** Fields with fixed values: radio buttons, check boxes, a list to choose from. */

import { element } from "../../shared/dom";
import type { Path } from "../data";
import type { ChoiceType, Field } from "../spec";
import { type Ctx, idOf, several, single } from "./frame";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly meaning?: string;
}

/** The options of a choice, with their labels and meanings. */
export function optionsOf(type: ChoiceType): Option[] {
  return Object.entries(type.values).map(([value, meaning]) => ({ value, label: type.labels?.[value] ?? value, meaning }));
}

/** One of few values: all of them in sight where the field is mandatory or asks yes or no, else a list to open. */
export function choiceField(field: Field, path: Path, ctx: Ctx, options: readonly Option[]): HTMLElement {
  const isYesNo = options.length === 2 && options.every(({ value }) => value === "ja" || value === "nein");
  const isRequired = field.required === true && path.length === 1;
  if (isRequired) return several(field, path, ctx, radios(path, ctx, options));
  if (isYesNo) return several(field, path, ctx, radios(path, ctx, [...options, { value: "", label: "nicht berichtet" }], "field__row"));
  return selectField(field, path, ctx, options);
}

/** Radio buttons; the value "" takes the field away. */
function radios(path: Path, ctx: Ctx, options: readonly Option[], layout = ""): HTMLElement {
  const held = ctx.sheet.text(path);
  return element("div", { class: `options ${layout}`.trim() }, options.map((option, number) => {
    const id = `${idOf(path)}-${number}`;
    const meaning = option.meaning ? element("span", { class: "option__meaning", id: `${id}-bedeutung` }, option.meaning) : null;
    const input = element("input", { type: "radio", id, name: idOf(path), value: option.value, "aria-describedby": meaning?.id });
    input.checked = held === option.value;
    input.addEventListener("change", () => ctx.sheet.set(path, option.value || undefined));
    return element("div", { class: "option" }, input, element("label", { for: id }, option.label), meaning);
  }));
}

function selectField(field: Field, path: Path, ctx: Ctx, options: readonly Option[]): HTMLElement {
  const held = ctx.sheet.text(path);
  const byDefault = options.find(({ value }) => value === field.default);
  const nothing = byDefault ? `nicht angegeben (es gilt: ${byDefault.label})` : "nicht angegeben";
  const select = element("select", {}, element("option", { value: "" }, nothing), options.map(({ value, label }) => element("option", { value }, label)));
  if (held && !options.some(({ value }) => value === held)) select.append(element("option", { value: held }, held));
  select.value = held;
  const meaning = element("p", { class: "field__hint" });
  const show = (): void => {
    meaning.textContent = options.find(({ value }) => value === select.value)?.meaning ?? "";
  };
  select.addEventListener("change", () => {
    ctx.sheet.set(path, select.value || undefined);
    show();
  });
  show();
  return single(field, path, ctx, select, meaning);
}

/** Any number of few values. */
export function checkboxField(field: Field, path: Path, ctx: Ctx, options: readonly Option[]): HTMLElement {
  return several(field, path, ctx, element("div", { class: "options" }, options.map((option, number) => {
    const id = `${idOf(path)}-${number}`;
    const meaning = option.meaning ? element("span", { class: "option__meaning", id: `${id}-bedeutung` }, option.meaning) : null;
    const input = element("input", { type: "checkbox", id, "aria-describedby": meaning?.id });
    input.checked = ctx.sheet.list(path).includes(option.value);
    input.addEventListener("change", () => toggle(path, ctx, option.value, input.checked));
    return element("div", { class: "option" }, input, element("label", { for: id }, option.label), meaning);
  })));
}

/** Put a value into a list or take it out. */
export function toggle(path: Path, ctx: Ctx, value: string, isIn: boolean): void {
  const others = ctx.sheet.list(path).filter((held) => held !== value);
  const list = isIn ? [...others, value] : others;
  ctx.sheet.set(path, list.length > 0 ? list : undefined);
}
