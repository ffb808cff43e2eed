// SPDX-License-Identifier: MIT
/**
 * Choosing from a long list: what is chosen stands on top and can be taken out, below it the list with a field to search
 * in it. Radio buttons where one may be chosen, check boxes where several may.
 */

import { element, refill } from "../../shared/dom";
import { counted } from "../../shared/german";
import { fold, nearest } from "../check/words";
import type { Path } from "../data";
import type { Field } from "../spec";
import { toggle } from "./choices";
import { type Ctx, idOf, several } from "./frame";

export interface Pick {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  /** Other words under which it is found. */
  readonly also?: readonly string[];
}

const SHORT = 12;
const SHOWN = 30;

/** One of a long list. */
export function pickOne(field: Field, path: Path, ctx: Ctx, picks: readonly Pick[], more: HTMLElement | null): HTMLElement {
  return several(field, path, ctx, picker(path, ctx, picks, false), more);
}

/** Any number of a long list. */
export function pickSeveral(field: Field, path: Path, ctx: Ctx, picks: readonly Pick[]): HTMLElement {
  return several(field, path, ctx, picker(path, ctx, picks, true));
}

/** The controls alone, for fields with more around them. */
export function picker(path: Path, ctx: Ctx, picks: readonly Pick[], isMany: boolean): HTMLElement {
  const id = `${idOf(path)}-liste`;
  const chosen = element("ul", { class: "picked" });
  const list = element("div", { class: "picker__list options", id });
  const note = element("p", { class: "field__hint", role: "status" });
  const search = element("input", { type: "search", id: `${id}-suche`, autocomplete: "off", "aria-controls": id });
  const words = picks.map((pick) => fold([pick.title, pick.note ?? "", pick.id, ...(pick.also ?? [])].join(" ")));

  const held = (): string[] => (isMany ? ctx.sheet.list(path).map(String) : [ctx.sheet.text(path)].filter(Boolean));
  const choose = (pickId: string, isIn: boolean): void => {
    if (isMany) toggle(path, ctx, pickId, isIn);
    else ctx.sheet.set(path, isIn ? pickId : undefined);
  };
  const drawChosen = (): void => {
    refill(chosen, held().map((pickId) => {
      const title = picks.find((pick) => pick.id === pickId)?.title ?? pickId;
      const remove = element("button", { type: "button", class: "picked__remove", "aria-label": `${title} entfernen` }, "entfernen");
      remove.addEventListener("click", () => {
        choose(pickId, false);
        draw();
        ctx.announce(`${title} entfernt.`);
        (picks.length > SHORT ? search : list.querySelector<HTMLElement>("input"))?.focus();
      });
      return element("li", {}, element("span", {}, title), remove);
    }));
    chosen.hidden = held().length === 0;
  };
  const drawList = (): void => {
    const asked = fold(search.value.trim()).split("-").filter(Boolean);
    const found = picks.filter((_, at) => asked.every((word) => words[at]!.includes(word)));
    const alike = found.length === 0 ? similar(picks, search.value.trim()) : [];
    refill(list, [...found.slice(0, SHOWN), ...alike].map((pick, number) => line(pick, `${id}-${number}`)));
    note.textContent = picks.length <= SHORT ? "" : summary(found.length, search.value.trim(), alike.length);
  };
  const line = (pick: Pick, lineId: string): HTMLElement => {
    const input = element("input", { type: isMany ? "checkbox" : "radio", id: lineId, name: isMany ? null : id });
    input.checked = held().includes(pick.id);
    input.addEventListener("change", () => {
      choose(pick.id, input.checked);
      drawChosen();
    });
    const described = pick.note ? element("span", { class: "option__meaning", id: `${lineId}-mehr` }, pick.note) : null;
    if (described) input.setAttribute("aria-describedby", described.id);
    return element("div", { class: "option" }, input, element("label", { for: lineId }, pick.title), described);
  };
  const draw = (): void => {
    drawChosen();
    drawList();
  };
  search.addEventListener("input", drawList);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  draw();
  if (picks.length <= SHORT) return element("div", { class: "picker" }, isMany ? null : chosen, list);
  return element("div", { class: "picker" }, chosen, element("label", { for: search.id, class: "picker__label" }, "In der Liste suchen"), search, note, list);
}

/** Entries whose title, or another word for them, is written much like what was typed. */
function similar(picks: readonly Pick[], asked: string): Pick[] {
  const owners = new Map(picks.flatMap((pick) => [pick.title, ...(pick.also ?? [])].map((name) => [name, pick] as const)));
  return [...new Set(nearest(asked, [...owners.keys()]).map((name) => owners.get(name)!))];
}

function summary(found: number, asked: string, alike: number): string {
  if (alike > 0) return `Nichts gefunden zu „${asked}“; ähnlich geschrieben:`;
  if (found === 0) return `Nichts gefunden zu „${asked}“. Versuchen Sie ein anderes Wort.`;
  if (found > SHOWN) return `Gezeigt sind ${SHOWN} von ${found}; suchen Sie, um weniger zu sehen.`;
  return asked ? counted(found, "Eintrag", "Einträge") : "";
}
