// SPDX-License-Identifier: MIT
/** Fields whose keys come from a vocabulary: standards with a text each, and the conditions of the context model. */

import { element, refill } from "../../shared/dom";
import { counted } from "../../shared/german";
import type { Value } from "../../shared/record_file";
import type { Path } from "../data";
import type { Condition, Field, GroupType, MapType } from "../spec";
import { toggle } from "./choices";
import { type Ctx, idOf, several, single } from "./frame";
import { inner } from "./groups";
import { groupAt } from "./lists";

/** Standards: a check box each, and for those that are met a place to say how. */
export function standardsField(field: Field, path: Path, ctx: Ctx): HTMLElement {
  const terms = Object.entries(ctx.spec.terms.standard);
  return several(field, path, ctx, element("div", { class: "options" }, terms.map(([id, term], number) => {
    const own = `${idOf(path)}-${number}`;
    const meaning = term.kurz ? element("span", { class: "option__meaning", id: `${own}-bedeutung` }, term.kurz) : null;
    const input = element("input", { type: "checkbox", id: own, "aria-describedby": meaning?.id });
    const told = element("div", { class: "field__inner" });
    const how: Field = { key: id, label: `Wie? – ${term.titel}`, help: "Die Tatsache in einem Satz.", type: { t: "plain" } };
    const show = (): void => refill(told, input.checked ? ctx.draw(how, [...path, id]) : null);
    input.checked = id in groupAt(path, ctx);
    input.addEventListener("change", () => {
      ctx.sheet.set([...path, id], input.checked ? "" : undefined);
      if (!input.checked) ctx.board.clear([...path, id]);
      if (Object.keys(groupAt(path, ctx)).length === 0) ctx.sheet.set(path, undefined);
      show();
    });
    show();
    return element("div", { class: "option" }, input, element("label", { for: own }, term.titel), meaning, told);
  })));
}

/** Conditions of the context model, folded by dimension. */
export function contextField(field: Field, path: Path, ctx: Ctx, hidden: ReadonlySet<string>): HTMLElement {
  const dimensions = Object.entries(ctx.spec.dimensions).map(([dimension, { titel, kurz }]) => {
    const conditions = Object.entries(ctx.spec.conditions).filter(([id, condition]) => {
      return condition.dimension === dimension && (!hidden.has(dimension) || id in groupAt(path, ctx));
    });
    if (conditions.length === 0) return null;
    const number = element("span", { class: "field__free" });
    const count = (): void => {
      const told = conditions.filter(([id]) => id in groupAt(path, ctx)).length;
      number.textContent = told > 0 ? ` – ${counted(told, "Angabe", "Angaben")}` : "";
    };
    ctx.sheet.onChange(count);
    count();
    return element("details", { class: "dimension" }, element("summary", {}, titel, number), kurz ? element("p", { class: "field__hint" }, kurz) : null,
      conditions.map(([id, condition]) => conditionField(field, [...path, id], ctx, condition)));
  });
  return several(field, path, ctx, element("div", {}, dimensions));
}

/** A condition: its value, and folded what else is known of it. */
function conditionField(field: Field, path: Path, ctx: Ctx, condition: Condition): HTMLElement {
  const group = (field.type as MapType).of as GroupType;
  const about: Field = { key: String(path.at(-1)), label: condition.titel, help: "", hint: condition.kurz ?? "", required: true, type: group };
  const further = group.fields.filter(({ key }) => key !== "wert" && (key !== "bedeutung" || ctx.kind === "praxis"));
  const isOpen = Object.keys(groupAt(path, ctx)).some((key) => key !== "wert");
  const more = element("details", { class: "more", open: isOpen }, element("summary", {}, `Mehr zu „${condition.titel}“`), inner(further, path, ctx));
  const options = Object.entries(condition.optionen);
  return several(about, path, ctx, condition.mehrfach ? values(path, ctx, options) : value(path, ctx, options, condition.titel), more);
}

/** Take a group away when nothing is left in it. */
function tidy(path: Path, ctx: Ctx): void {
  const left = Object.values(groupAt(path, ctx)).filter((told) => told !== undefined && told !== "");
  if (left.length === 0) ctx.sheet.set(path, undefined);
}

function value(path: Path, ctx: Ctx, options: readonly (readonly [string, string])[], name: string): HTMLElement {
  const held = String(ctx.sheet.list([...path, "wert"])[0] ?? "");
  const select = element("select", { "aria-label": `Wert: ${name}` }, element("option", { value: "" }, "nicht berichtet"),
    options.map(([id, label]) => element("option", { value: id }, label)));
  if (held && !options.some(([id]) => id === held)) select.append(element("option", { value: held }, held));
  select.value = held;
  select.addEventListener("change", () => {
    ctx.sheet.set([...path, "wert"], select.value ? [select.value] : undefined);
    tidy(path, ctx);
  });
  return select;
}

function values(path: Path, ctx: Ctx, options: readonly (readonly [string, string])[]): HTMLElement {
  const list = [...path, "wert"];
  return element("div", { class: "options" }, options.map(([id, label], number) => {
    const own = `${idOf(list)}-${number}`;
    const input = element("input", { type: "checkbox", id: own });
    input.checked = ctx.sheet.list(list).includes(id);
    input.addEventListener("change", () => {
      toggle(list, ctx, id, input.checked);
      tidy(path, ctx);
    });
    return element("div", { class: "option" }, input, element("label", { for: own }, label));
  }));
}

/** A band of effort: the options of the condition of the same name. */
export function bandField(field: Field, path: Path, ctx: Ctx): HTMLElement {
  const held = ctx.sheet.text(path);
  const options = Object.entries(ctx.spec.conditions[field.names ?? ""]?.optionen ?? {});
  const select = element("select", {}, element("option", { value: "" }, "nicht berichtet"), options.map(([id, label]) => element("option", { value: id }, label)));
  if (held && !options.some(([id]) => id === held)) select.append(element("option", { value: held }, held));
  select.value = held;
  select.addEventListener("change", () => ctx.sheet.set(path, (select.value || undefined) as Value));
  return single(field, path, ctx, select);
}
