// SPDX-License-Identifier: MIT
/** The reader's own place: the municipality, and the conditions that matter for what was found, three at a time. */

import { conditionField } from "../paths/condition_field";
import { placePanel, tellOwnValue } from "../paths/place_panel";
import type { Collection } from "../relations/collection";
import type { Facts } from "../relations/context";
import type { Match } from "../relations/matching";
import { type Condition, PRIVATE_DIMENSIONS } from "../relations/model";
import { element, keepingFocus, refill } from "../shared/dom";
import { counted } from "../shared/german";

const AT_ONCE = 3;

export interface PlacePart {
  readonly view: HTMLElement;
  /** Ask for what is still unknown here and matters for these matches. */
  draw(matches: readonly Match[], own: Facts): void;
}

/** The part; what is told goes to the device alone, and from there to whoever listens to the own place. */
export function placePart(collection: Collection): PlacePart {
  const questions = element("div");
  const view = element(
    "section",
    { "aria-labelledby": "ort-titel" },
    element("h2", { id: "ort-titel" }, "Ihr Ort"),
    element("p", { class: "soft" }, "Freiwillig: Mit Ihren Bedingungen zeigt jeder Treffer, was passt, was abweicht und was niemand weiß."),
    placePanel(collection.model, collection.places),
    questions,
  );
  const skipped = new Set<string>();
  let asked: string[] = [];
  let last: { matches: readonly Match[]; own: Facts } = { matches: [], own: new Map() };
  const open = (): Condition[] => mattering(collection, last.matches, last.own);
  const draw = (matches: readonly Match[], own: Facts): void => {
    last = { matches, own };
    // What is asked stays until the reader goes on, so that nothing jumps below her hands.
    if (asked.length === 0) asked = open().filter(({ id }) => !skipped.has(id)).slice(0, AT_ONCE).map(({ id }) => id);
    keepingFocus(() => refill(questions, asked.length > 0 ? ask() : []));
  };
  const goOn = (): void => {
    for (const id of asked) skipped.add(id);
    if (open().every(({ id }) => skipped.has(id))) skipped.clear();
    asked = [];
    draw(last.matches, last.own);
    questions.querySelector<HTMLElement>("select, input")?.focus();
  };
  const ask = (): HTMLElement[] => {
    const left = open().length;
    const next = element("button", { type: "button", class: "button button--quiet", id: "weitere-bedingungen" }, "Weiter zu anderen Bedingungen");
    next.addEventListener("click", goOn);
    return [
      element("h3", {}, "Was für diese Treffer zählt"),
      element("p", { class: "small soft" }, `${left === 0 ? "Keine Bedingung ist hier mehr offen." : `Hier offen: ${counted(left, "Bedingung", "Bedingungen")}.`} Jede Angabe ist freiwillig; lassen Sie aus, was Sie nicht wissen.`),
      ...asked.map((id) => field(collection.model.conditions.get(id)!, last.own)),
      left > 0 ? element("div", { class: "place__row" }, next) : element("span"),
    ];
  };
  return { view, draw };
}

function field(condition: Condition, own: Facts): HTMLElement {
  const told = own.get(condition.id);
  const values = told?.origin === "angabe" ? told.values : [];
  const made = conditionField({ condition, prefix: "zaehlt", values, onChange: (chosen) => tellOwnValue(condition.id, chosen) });
  if (PRIVATE_DIMENSIONS.has(condition.dimension)) {
    made.append(element("span", { class: "field__hint" }, "Bleibt auf diesem Gerät: steht weder in der Adresse noch in der Datei."));
  }
  return made;
}

/** Conditions that are open here, those first without which the matches cannot do, then by how many know them. */
function mattering({ model }: Collection, matches: readonly Match[], own: Facts): Condition[] {
  const weight = (id: string): number => {
    let sum = 0;
    for (const { known } of matches) {
      const fact = known.facts.get(id);
      if (fact) sum += (fact.values.length > 0 ? 1 : 0) + (fact.importance === "unverzichtbar" ? 4 : fact.importance === "hilfreich" ? 2 : 0);
    }
    return sum;
  };
  return [...model.conditions.values()]
    .filter(({ id }) => !own.get(id)?.values.length && weight(id) > 0)
    .sort((one, other) => weight(other.id) - weight(one.id));
}
