// SPDX-License-Identifier: MIT
/** Choosing one's own place, telling more about it, and removing it: the same panel on case pages, lists, comparison. */

import type { Place, Places } from "../relations/cases";
import type { ContextModel } from "../relations/model";
import { PRIVATE_DIMENSIONS } from "../relations/model";
import { element, keepingFocus, refill } from "../shared/dom";
import { enumeration, germanNumber } from "../shared/german";
import { chooseOwnPlace, forgetOwnPlace, onOwnPlaceChange, type OwnPlace, ownPlace } from "../shared/own_place";
import { conditionField } from "./condition_field";

const NOT_LISTED = "-";
const MUNICIPAL: ReadonlySet<Place["kind"]> = new Set<Place["kind"]>(["stadt", "gemeinde", "kreis", "verbund"]);
let panels = 0;

/** The name of one's own place; undefined where none is chosen, or one that the collection does not know. */
export function ownPlaceName(places: Places): string | undefined {
  return places.get(ownPlace()?.municipality ?? "")?.name;
}

/** Set one's own value of a condition; an empty list removes it. */
export function tellOwnValue(condition: string, values: readonly string[]): void {
  const place = ownPlace() ?? { municipality: null, values: {} };
  const { [condition]: _, ...others } = place.values;
  chooseOwnPlace({ ...place, values: values.length > 0 ? { ...others, [condition]: values } : others });
}

/** The panel, kept up to date. */
export function placePanel(model: ContextModel, places: Places): HTMLElement {
  panels += 1;
  const prefix = `ort${panels}`;
  const head = element("div", { class: "place__head" });
  const more = ownValues(model, places, prefix);
  const draw = (): void => {
    const place = ownPlace();
    keepingFocus(() => refill(head, place ? chosen(places, place, prefix) : choosing(places, prefix)));
    more.hidden = !place;
  };
  onOwnPlaceChange(draw);
  draw();
  return element("div", { class: "place" }, head, more);
}

function choosing(places: Places, prefix: string): HTMLElement[] {
  const select = element("select", { id: `${prefix}-wahl` }, element("option", { value: "" }, "Bitte wählen"));
  for (const [state, found] of byState(places)) {
    select.append(element("optgroup", { label: state }, found.map((place) => element("option", { value: place.id }, place.name))));
  }
  select.append(element("option", { value: NOT_LISTED }, "Meine Kommune ist nicht dabei"));
  const button = element("button", { type: "button", class: "button", id: `${prefix}-los` }, "Vergleichen");
  const hint = element("p", { class: "small soft", id: `${prefix}-hinweis`, role: "status" });
  button.addEventListener("click", () => {
    if (!select.value) {
      hint.textContent = "Bitte wählen Sie zuerst eine Kommune.";
      select.focus();
      return;
    }
    chooseOwnPlace({ municipality: select.value === NOT_LISTED ? null : select.value, values: {} });
    document.getElementById(`${prefix}-entfernen`)?.focus();
  });
  return [
    element("label", { for: select.id }, "Ihre Kommune"),
    element("div", { class: "place__row" }, select, button),
    hint,
    element("p", { class: "small soft" }, "Die Wahl bleibt auf diesem Gerät, gilt auf allen Seiten und lässt sich jederzeit entfernen. Nichts wird übertragen."),
  ];
}

function chosen(places: Places, place: OwnPlace, prefix: string): HTMLElement[] {
  const name = places.get(place.municipality ?? "")?.name;
  const remove = element("button", { type: "button", class: "button button--quiet", id: `${prefix}-entfernen` }, "Ort von diesem Gerät entfernen");
  remove.addEventListener("click", () => {
    forgetOwnPlace();
    document.getElementById(`${prefix}-wahl`)?.focus();
  });
  return [
    element("p", {}, "Verglichen wird mit ", element("strong", {}, name ?? "einem Ort nach Ihren Angaben"), ". Das steht nur auf diesem Gerät."),
    element("div", { class: "place__row" }, remove),
  ];
}

function byState(places: Places): [string, Place[]][] {
  const found = new Map<string, Place[]>();
  for (const place of places.values()) {
    if (!MUNICIPAL.has(place.kind)) continue;
    const state = place.state ?? "Ohne Angabe eines Landes";
    found.set(state, [...(found.get(state) ?? []), place]);
  }
  return [...found].sort(([left], [right]) => left.localeCompare(right, "de"));
}

/** The fields for everything that one knows of one's own place; drawn when opened, so that pages stay small. */
function ownValues(model: ContextModel, places: Places, prefix: string): HTMLDetailsElement {
  const title = element("summary");
  const body = element("div");
  const details = element("details", { class: "place__values" }, title, body);
  const draw = (): void => {
    const told = Object.keys(ownPlace()?.values ?? {}).filter((condition) => model.conditions.has(condition)).length;
    title.textContent = `Eigene Angaben ergänzen (${germanNumber(told)} von ${germanNumber(model.conditions.size)})`;
    if (details.open) keepingFocus(() => refill(body, groups(model, places, prefix)));
  };
  details.addEventListener("toggle", draw);
  onOwnPlaceChange(draw);
  draw();
  return details;
}

function groups(model: ContextModel, places: Places, prefix: string): HTMLElement[] {
  const place = ownPlace() ?? { municipality: null, values: {} };
  const known = places.get(place.municipality ?? "")?.context;
  return model.dimensions.map((dimension) => {
    const conditions = [...model.conditions.values()].filter((condition) => condition.dimension === dimension.id);
    const hint = PRIVATE_DIMENSIONS.has(dimension.id) ? "Darüber veröffentlicht keine Kommune etwas. Ihre Angaben bleiben auf diesem Gerät." : "";
    return element(
      "fieldset",
      { class: "place__group" },
      element("legend", {}, dimension.title),
      hint && element("p", { class: "small soft" }, hint),
      conditions.map((condition) => {
        const words = (known?.get(condition.id)?.values ?? []).map((value) => condition.options.get(value) ?? value);
        return conditionField({
          condition,
          prefix,
          values: place.values[condition.id] ?? [],
          known: enumeration(words) || undefined,
          onChange: (values) => tellOwnValue(condition.id, values),
        });
      }),
    );
  });
}
