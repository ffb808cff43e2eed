// SPDX-License-Identifier: MIT
/** Fields that hold fields, and fields that are either a word or a group. */

import { type Child, element, refill } from "../../shared/dom";
import type { Group, Value } from "../../shared/record_file";
import { PREGNANCY } from "../check/validate";
import type { Path } from "../data";
import { isGroup } from "../shape";
import type { Field, GroupType, WordsType } from "../spec";
import { optionsOf } from "./choices";
import { type Ctx, idOf, labelWords, several, single } from "./frame";
import { inputField } from "./inputs";
import { type Pick, picker } from "./picker";

/** The fields of a group, one below the other; short ones beside each other. */
export function groupField(field: Field, path: Path, ctx: Ctx): HTMLElement {
  return several(field, path, ctx, inner((field.type as GroupType).fields, path, ctx));
}

export function inner(fields: readonly Field[], path: Path, ctx: Ctx): HTMLElement {
  const drawn = (shown: readonly Field[]): HTMLElement[] => shown.map((field) => ctx.draw(field, [...path, field.key]));
  if (fields.every(({ type }) => type.t === "year" || type.t === "age")) return element("div", { class: "field__row" }, drawn(fields));
  const needed = fields.filter((field) => field.required);
  const isMandatory = ctx.spec.kinds[ctx.kind].required.includes(String(path[0]));
  if (!isMandatory || needed.length === 0 || needed.length === fields.length) return element("div", {}, drawn(fields));
  // Of what every record needs, only what it cannot do without is in sight.
  const further = fields.filter((field) => !field.required);
  const isOpen = further.some(({ key }) => ctx.sheet.get([...path, key]) !== undefined);
  const names = further.map(({ label }) => label).join(", ");
  return element("div", {}, drawn(needed), element("details", { class: "more", open: isOpen }, element("summary", {}, `Außerdem möglich: ${names}`), element("div", {}, drawn(further))));
}

/** A word for all ages, for unknown, or for „from public sources“; else a group of fields. */
export function wordsField(field: Field, path: Path, ctx: Ctx, words: Readonly<Record<string, Child>>, type: GroupType): HTMLElement {
  const told = element("div", { class: "field__inner" });
  let kept: Value = isGroup(ctx.sheet.get(path)) ? ctx.sheet.get(path) : undefined;
  const drawInner = (isOpen: boolean): void => {
    if (!isOpen) ctx.board.clear(path);
    refill(told, isOpen ? inner(type.fields, path, ctx) : null);
    told.hidden = !isOpen;
  };
  const held = ctx.sheet.get(path);
  const isWord = typeof held === "string" && held in words;
  const isGroupNow = isGroup(held) || (!isWord && field.default === undefined);
  const choices: [string, Child][] = [["", groupWords(field)], ...Object.entries(words)];
  const options = choices.map(([value, label], number) => {
    const id = `${idOf(path)}-art-${number}`;
    const input = element("input", { type: "radio", id, name: `${idOf(path)}-art`, value });
    input.checked = value === "" ? isGroupNow : isWord ? held === value : !isGroupNow && field.default === value;
    input.addEventListener("change", () => {
      if (isGroup(ctx.sheet.get(path))) kept = ctx.sheet.get(path);
      ctx.sheet.set(path, value === "" ? kept : value === field.default ? undefined : value);
      drawInner(value === "");
    });
    return element("div", { class: "option" }, input, element("label", { for: id }, label));
  });
  const frame = several(field, path, ctx, element("div", { class: "options" }, options), told);
  drawInner(isGroupNow);
  return frame;
}

function groupWords(field: Field): string {
  if (field.key === "zeitraum") return "Jahre nennen";
  return field.key === "alter" ? "von … bis …" : "Freigegeben von einer Stelle der Kommune";
}

/** The words of a field that takes a word or a group. */
export function wordsOf(type: WordsType): Record<string, string> {
  return Object.fromEntries(optionsOf(type.of).map(({ value, label }) => [value, label]));
}

/** An age in years; the beginning may lie before birth. */
export function ageField(field: Field, path: Path, ctx: Ctx): HTMLElement {
  if (field.key !== "von") return inputField(field, path, ctx);
  const id = `${idOf(path)}-schwangerschaft`;
  const years = inputField(field, path, ctx);
  const typed = years.querySelector("input")!;
  const before = element("input", { type: "checkbox", id });
  before.checked = ctx.sheet.get(path) === PREGNANCY;
  if (before.checked) typed.value = "";
  typed.disabled = before.checked;
  before.addEventListener("change", () => {
    typed.disabled = before.checked;
    typed.value = "";
    ctx.sheet.set(path, before.checked ? PREGNANCY : undefined);
  });
  years.append(element("div", { class: "option" }, before, element("label", { for: id }, "ab der Schwangerschaft")));
  return years;
}

/** An entry of the collection, or a text where there is none. */
export function pointerField(field: Field, path: Path, ctx: Ctx, picks: readonly Pick[]): HTMLElement {
  return several(field, path, ctx, pointer(path, ctx, picks, field.names === "kommune" ? "Kommune" : "Praxis"));
}

export function pointer(path: Path, ctx: Ctx, picks: readonly Pick[], what: string): HTMLElement {
  const told = element("div", { class: "field__inner" });
  const held = (): Group => (isGroup(ctx.sheet.get(path)) ? (ctx.sheet.get(path) as Group) : {});
  const text: Field = { key: "text", label: `Bezeichnung der ${what}`, help: "So, wie sie genannt werden darf.", required: true, type: { t: "text", max: 300 } };
  const show = (isText: boolean): void => {
    ctx.board.clear(path);
    refill(told, isText ? ctx.draw(text, [...path, "text"]) : picker([...path, "id"], ctx, picks, false));
  };
  const startsAsText = "text" in held() && !("id" in held());
  const options = ([["aus der Sammlung", false], ["steht nicht in der Sammlung", true]] as const).map(([label, isText], number) => {
    const id = `${idOf(path)}-art-${number}`;
    const input = element("input", { type: "radio", id, name: `${idOf(path)}-art` });
    input.checked = isText === startsAsText;
    input.addEventListener("change", () => {
      ctx.sheet.set(path, undefined);
      show(isText);
    });
    return element("div", { class: "option" }, input, element("label", { for: id }, label));
  });
  show(startsAsText);
  return element("div", {}, element("div", { class: "options field__row" }, options), told);
}

/** A value that the form cannot show: it stays, and can be given up for a new one. */
export function strangeField(field: Field, path: Path, ctx: Ctx, redraw: () => HTMLElement): HTMLElement {
  const again = element("button", { type: "button", class: "button button--quiet" }, "Angabe verwerfen und neu eingeben");
  const frame = single(field, path, ctx, again);
  frame.querySelector("label")?.replaceWith(element("p", { class: "field__label" }, labelWords(field, path)));
  again.before(element("p", {}, "Diese Angabe hat in der Datei eine Form, die das Formular nicht zeigen kann. Sie bleibt, wie sie ist."));
  again.addEventListener("click", () => {
    ctx.sheet.set(path, undefined);
    const fresh = redraw();
    frame.replaceWith(fresh);
    fresh.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
  });
  return frame;
}
