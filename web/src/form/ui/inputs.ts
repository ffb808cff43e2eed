// SPDX-License-Identifier: MIT
/** Fields with one line or several lines of text, dates and numbers. */

import { element } from "../../shared/dom";
import type { Value } from "../../shared/record_file";
import { fromGerman } from "../check/validate";
import type { Path } from "../data";
import type { Field, Type } from "../spec";
import { type Ctx, single } from "./frame";

const LONG = 300;
const COUNTED = 200;
type Control = HTMLInputElement | HTMLTextAreaElement;

/** A field that is typed. */
export function inputField(field: Field, path: Path, ctx: Ctx): HTMLElement {
  const { type } = field;
  const isLong = type.t === "plain" || (type.t === "text" && (type.max > LONG || type.max === COUNTED));
  const control: Control = isLong ? element("textarea", { rows: type.t === "text" && type.max > LONG ? 3 : 2 }) : element("input", attributes(field));
  control.value = ctx.sheet.text(path);
  control.addEventListener("input", () => ctx.sheet.set(path, read(type, control.value)));
  if (type.t === "date" || type.t === "day") {
    control.addEventListener("change", () => {
      const meant = fromGerman(control.value.trim());
      if (!meant) return;
      control.value = meant;
      ctx.sheet.set(path, meant);
    });
  }
  if (type.t === "url") {
    control.addEventListener("change", () => {
      // As people say addresses; the twin for letters is in `praxis/editing/reading.py`.
      if (!/^www\.\S+$/iu.test(control.value.trim())) return;
      control.value = `https://${control.value.trim()}`;
      ctx.sheet.set(path, control.value);
    });
  }
  return single(field, path, ctx, control, type.t === "text" && type.max === COUNTED ? counter(control, COUNTED) : null);
}

function attributes({ key, type }: Field): Record<string, string> {
  const common = { type: "text", autocomplete: "off" };
  switch (type.t) {
    case "year":
      return { ...common, inputmode: "numeric", class: "short", maxlength: "10" };
    case "age":
    case "int":
      return { ...common, inputmode: "decimal", class: "short" };
    case "date":
    case "day":
      return { ...common, class: "medium" };
    case "url":
      return { ...common, type: "url", inputmode: "url" };
    case "id":
      return { ...common, class: "medium", spellcheck: "false", autocapitalize: "none" };
    default:
      return key === "email" ? { ...common, inputmode: "email" } : common;
  }
}

/** What is typed as the value that the file gets: figures become numbers where the field takes numbers. */
function read(type: Type, text: string): Value {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (type.t === "year" || type.t === "int") return /^[0-9]{1,9}$/.test(trimmed) ? Number(trimmed) : trimmed;
  if (type.t === "age") return /^[0-9]{1,3}([.,][0-9]{1,3})?$/.test(trimmed) ? Number(trimmed.replace(",", ".")) : trimmed;
  return text;
}

function counter(control: Control, limit: number): HTMLElement {
  const shown = element("p", { class: "field__count" });
  const show = (): void => {
    shown.textContent = `${[...control.value.trim()].length} von ${limit} Zeichen`;
  };
  control.addEventListener("input", show);
  show();
  return shown;
}
