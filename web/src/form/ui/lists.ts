// SPDX-License-Identifier: MIT
/** Lists of entries that can be added and taken out: sources, core elements, lessons, adaptations, offers. */

import { element, refill } from "../../shared/dom";
import type { Group } from "../../shared/record_file";
import type { Path } from "../data";
import type { Field, ListType } from "../spec";
import { type Ctx, several } from "./frame";
import { inner } from "./groups";

export interface Words {
  readonly one: string;
  readonly add: string;
}
const WORDS: Readonly<Record<string, Words>> = {
  quellen: { one: "Quelle", add: "Quelle hinzufügen" },
  kern: { one: "Element", add: "Element hinzufügen" },
  form: { one: "Teil", add: "Teil hinzufügen" },
  gelungen: { one: "Punkt", add: "Punkt hinzufügen" },
  schwierig: { one: "Hürde", add: "Hürde hinzufügen" },
  heute_anders: { one: "Punkt", add: "Punkt hinzufügen" },
  anpassungen: { one: "Änderung", add: "Änderung hinzufügen" },
  offene_fragen: { one: "Frage", add: "Frage hinzufügen" },
  versucht: { one: "Versuch", add: "Versuch hinzufügen" },
  meldungen: { one: "Angebot", add: "Angebot hinzufügen" },
  antworten: { one: "Antwort", add: "Antwort hinzufügen" },
  beteiligte: { one: "Stelle", add: "Stelle hinzufügen" },
  programm: { one: "Programm", add: "Programm hinzufügen" },
  frueher: { one: "Kennung", add: "Kennung hinzufügen" },
  wo: { one: "Ort", add: "Ort hinzufügen" },
  praxis: { one: "Praxis", add: "weitere Praxis hinzufügen" },
};
const ENTRY: Words = { one: "Eintrag", add: "Eintrag hinzufügen" };

/** A list that grows; a mandatory one starts with an empty entry. */
export function listField(field: Field, path: Path, ctx: Ctx, drawEntry = drawItem): HTMLElement {
  const { one, add } = WORDS[field.key] ?? ENTRY;
  const list = element("ol", { class: "entries" });
  const more = element("button", { type: "button", class: "button button--quiet" }, add);
  let count = Math.max(ctx.sheet.list(path).length, field.required ? 1 : 0);
  const redraw = (): void => {
    ctx.board.clear(path);
    refill(list, Array.from({ length: count }, (_, index) => entry(index)));
    list.hidden = count === 0;
  };
  const entry = (index: number): HTMLElement => {
    const remove = element("button", { type: "button", class: "entries__remove" }, `${one} ${index + 1} entfernen`);
    remove.addEventListener("click", () => {
      const rest = ctx.sheet.list(path).filter((_, at) => at !== index);
      ctx.sheet.set(path, rest.length > 0 ? rest : undefined);
      count -= 1;
      redraw();
      ctx.announce(`${one} ${index + 1} entfernt.`);
      more.focus();
    });
    return element("li", { class: "entries__item" }, drawEntry(field, [...path, index], ctx, `${one} ${index + 1}`), count > 1 || !field.required ? remove : null);
  };
  more.addEventListener("click", () => {
    count += 1;
    redraw();
    list.lastElementChild?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  });
  const frame = several(field, path, ctx, list, more);
  redraw();
  return frame;
}

function drawItem(field: Field, path: Path, ctx: Ctx, name: string): HTMLElement {
  const { of } = field.type as ListType;
  const one: Field = { key: String(path.at(-1)), label: name, help: "", required: true, type: of };
  if (of.t !== "group") return ctx.draw(one, path);
  return element("fieldset", { class: "entries__group" }, element("legend", {}, name), inner(of.fields, path, ctx));
}

/** The group at a path, empty if there is none. */
export function groupAt(path: Path, ctx: Ctx): Group {
  const held = ctx.sheet.get(path);
  return typeof held === "object" && held !== null && !Array.isArray(held) ? (held as Group) : {};
}
