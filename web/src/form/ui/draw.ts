// SPDX-License-Identifier: MIT
/** Which control a field gets: decided by its type and by what it names. */

import { heldAt } from "../../shared/checks";
import { element, refill } from "../../shared/dom";
import type { Path } from "../data";
import { fits } from "../shape";
import type { Entry, Field, ListType, Type } from "../spec";
import { checkboxField, choiceField, optionsOf } from "./choices";
import type { Ctx } from "./frame";
import { ageField, groupField, pointer, pointerField, strangeField, wordsField, wordsOf } from "./groups";
import { inputField } from "./inputs";
import { listField } from "./lists";
import { type Pick, pickOne, pickSeveral } from "./picker";
import { bandField, contextField, standardsField } from "./vocabulary";

/** Nobody publishes these of a place: they belong to cases, which tell them of themselves. */
const TOLD_BY_CASES: ReadonlySet<string> = new Set(["diskurs", "individuell"]);

/** Draw a field with its label, hint and controls. */
export function draw(field: Field, path: Path, ctx: Ctx): HTMLElement {
  if (!fits(field.type, ctx.sheet.get(path))) return strangeField(field, path, ctx, () => draw(field, path, ctx));
  return byType(field, field.type, path, ctx);
}

function byType(field: Field, type: Type, path: Path, ctx: Ctx): HTMLElement {
  switch (type.t) {
    case "choice":
      return choiceField(field, path, ctx, optionsOf(type));
    case "age":
      return ageField(field, path, ctx);
    case "id":
      return field.names && picksOf(field.names, ctx).length > 0 ? pickOne(field, path, ctx, picksOf(field.names, ctx), addPlace(field)) : inputField(field, path, ctx);
    case "map":
      return field.names === "standard" ? standardsField(field, path, ctx) : contextField(field, path, ctx, ctx.kind === "praxis" ? new Set() : TOLD_BY_CASES);
    case "words":
      return wordsField(field, path, ctx, wordsOf(type), type.group);
    case "group":
      if (type.unless !== undefined) return wordsField(field, path, ctx, { [type.unless]: "nicht berichtet" }, type);
      return isPointer(type) && field.names ? pointerField(field, path, ctx, picksOf(field.names, ctx)) : groupField(field, path, ctx);
    case "list":
      return ofList(field, type, path, ctx);
    default:
      return field.names && field.names in ctx.spec.conditions ? bandField(field, path, ctx) : inputField(field, path, ctx);
  }
}

function ofList(field: Field, type: ListType, path: Path, ctx: Ctx): HTMLElement {
  if (type.of.t === "choice") return checkboxField(field, path, ctx, optionsOf(type.of));
  if (type.of.t === "id" && field.names === "kern") return coreField(field, path, ctx);
  if (type.of.t === "id" && field.names) return pickSeveral(field, path, ctx, picksOf(field.names, ctx));
  if (isPointer(type.of) && field.names) {
    const picks = picksOf(field.names, ctx);
    return listField(field, path, ctx, (_, entry, __, name) => {
      return element("fieldset", { class: "entries__group" }, element("legend", {}, name), pointer(entry, ctx, picks, "Praxis"));
    });
  }
  return listField(field, path, ctx);
}

/** The way to a municipality that is not in the collection yet; what is written here stays as a draft. */
function addPlace(field: Field): HTMLElement | null {
  return field.names === "kommune" ? element("p", { class: "form-add small" }, element("a", { href: "?art=kommune" }, "Kommune neu anlegen")) : null;
}

function isPointer(type: Type): boolean {
  return type.t === "group" && type.short === "id" && type.fields.length === 2;
}

/** Everything that a field may name. */
export function picksOf(names: string, { spec, known }: Ctx): Pick[] {
  if (names === "bedingung") return Object.entries(spec.conditions).map(([id, { titel, kurz }]) => ({ id, title: titel, ...(kurz ? { note: kurz } : {}) }));
  if (names in spec.terms) {
    const terms = Object.entries(spec.terms[names as keyof typeof spec.terms]);
    return terms.map(([id, { titel, kurz, auch }]) => ({ id, title: titel, ...(kurz ? { note: kurz } : {}), ...(auch ? { also: auch } : {}) }));
  }
  const entries = Object.entries(known.entries[names] ?? {});
  return entries.map(([id, entry]) => entryPick(id, entry)).sort((one, other) => one.title.localeCompare(other.title, "de"));
}

function entryPick(id: string, { title, place, isDraft }: Entry): Pick {
  const note = isDraft ? "Ihr Entwurf auf diesem Gerät; senden Sie auch seine Datei." : place;
  return { id, title, ...(note ? { note } : {}) };
}

/** Core elements to choose from: those of the cases that are chosen above, drawn anew when these change. */
function coreField(field: Field, path: Path, ctx: Ctx): HTMLElement {
  const frame = element("div");
  let shown = "";
  const show = (): void => {
    const picks = coresOf(ctx);
    const now = picks.map(({ id }) => id).join();
    if (now === shown && frame.hasChildNodes()) return;
    shown = now;
    const hint = picks.length > 0 ? field.help : "Wählen Sie oben die Praxis, die Sie übernommen haben; ihre Kernelemente stehen dann hier zur Wahl.";
    refill(frame, pickSeveral({ ...field, hint }, path, ctx, picks));
  };
  ctx.sheet.onChange(show);
  show();
  return frame;
}

/** The core elements of the cases that were taken over, as far as these are in the collection. */
function coresOf({ known, sheet }: Ctx): Pick[] {
  const originals = sheet.list(["praxis"]).map((_, index) => sheet.text(["praxis", index, "id"]));
  const cores = originals.flatMap((id) => Object.entries(heldAt(known.entries["praxis"], id)?.core ?? {}));
  return cores.map(([id, text]) => ({ id, title: text, note: id }));
}
