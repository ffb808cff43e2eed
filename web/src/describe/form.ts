// SPDX-License-Identifier: MIT
/** The fields in which a reader states her need. */

import { spanForm } from "../finder/span_form";
import { readSpan } from "../finder/spans";
import type { Collection } from "../relations/collection";
import { element } from "../shared/dom";
import { ALL_AGES, LEVELS, type Stated } from "./stated";
import { topicPicker } from "./topic_picker";

export interface StatedForm {
  readonly view: HTMLElement;
  /** Show a state, such as that of an address. */
  show(stated: Stated): void;
}

/** How a change came about: while typing, the address is not remembered letter by letter. */
export type Change = (changed: Partial<Stated>, isTyping?: boolean) => void;

/** The form; every change is handed over at once. */
export function statedForm(collection: Collection, change: Change): StatedForm {
  const question = element("textarea", { id: "frage", rows: 3, maxlength: 2000, "aria-describedby": "frage-hinweis" });
  question.addEventListener("input", () => change({ question: question.value }, true));
  const topics = topicPicker(collection, (chosen) => change({ topics: chosen }));
  const standards = boxes("standard", "Standards", [...collection.standards], (chosen) => change({ standards: chosen }));
  const levels = boxes("ebene", "Handlungsebenen", [...LEVELS], (chosen) => change({ levels: chosen }));
  const conditions = [...collection.model.conditions.values()].map(({ id, title }): [string, string] => [id, title]);
  const decisive = boxes("entscheidend", "Was bei Ihnen entscheidet", conditions, (chosen) => change({ decisive: chosen }));
  const ages = ageField(collection, (chosen) => change({ ages: chosen }));
  const view = element(
    "form",
    { class: "stated", "aria-label": "Ihre Lücke" },
    element(
      "div",
      { class: "field" },
      element("label", { for: question.id }, "Was fehlt bei Ihnen? In eigenen Worten"),
      element("span", { class: "field__hint", id: "frage-hinweis" }, "Eine Frage oder ein Satz, zum Beispiel: Wie erreichen wir junge alleinerziehende Mütter?"),
      question,
    ),
    topics.view,
    ages.view,
    fold("Standards", standards.view),
    fold("Handlungsebene", levels.view),
    fold("Entscheidende Bedingungen", decisive.view, "Welche Bedingungen entscheiden bei Ihnen darüber, ob eine Praxis übernommen werden kann? Sie stehen dann bei jedem Treffer."),
  );
  view.addEventListener("submit", (event) => event.preventDefault());
  const show = (stated: Stated): void => {
    if (question.value !== stated.question) question.value = stated.question;
    topics.draw(stated.topics, stated.question);
    ages.show(stated.ages);
    for (const [list, chosen] of [[standards, stated.standards], [levels, stated.levels], [decisive, stated.decisive]] as const) list.show(chosen);
  };
  return { view, show };
}

interface Boxes {
  readonly view: HTMLElement;
  show(chosen: readonly string[]): void;
}

function boxes(prefix: string, legend: string, terms: readonly (readonly [string, string])[], choose: (chosen: string[]) => void): Boxes {
  const inputs = terms.map(([id]) => element("input", { type: "checkbox", id: `${prefix}-${id}`, value: id }));
  const lines = terms.map(([, title], at) => element("div", { class: "field__box" }, inputs[at]!, element("label", { for: inputs[at]!.id }, title)));
  const view = element("fieldset", { class: "field" }, element("legend", { class: "visually-hidden" }, legend), element("div", { class: "boxes" }, lines));
  view.addEventListener("change", () => choose(inputs.filter((input) => input.checked).map((input) => input.value)));
  return {
    view,
    show: (chosen) => {
      for (const input of inputs) input.checked = chosen.includes(input.value);
      const fold = view.closest("details");
      const count = fold?.querySelector(".count");
      if (count) count.textContent = chosen.length > 0 ? String(chosen.length) : "";
      count?.toggleAttribute("hidden", chosen.length === 0);
    },
  };
}

/** A folded part of the form that says how many are chosen in it. */
function fold(title: string, content: HTMLElement, hint = ""): HTMLDetailsElement {
  const count = element("span", { class: "count", hidden: true });
  const note = hint && element("p", { class: "field__hint" }, hint);
  return element("details", { class: "fold" }, element("summary", {}, `${title} `, count), note, content);
}

function ageField(collection: Collection, choose: (ages: string) => void): { view: HTMLElement; show(ages: string): void } {
  const select = element("select", { id: "alter" });
  const known: [string, string][] = [
    ["", "nicht angegeben"],
    ...collection.overview.ageGroups.map(([title, span]): [string, string] => [span, title]),
    [ALL_AGES, "für alle Altersgruppen"],
  ];
  select.addEventListener("change", () => choose(select.value));
  const own = element("details", { class: "fold" }, element("summary", {}, "Andere Altersspanne"), spanForm("alter", choose));
  const view = element("div", { class: "field" }, element("label", { for: select.id }, "Alter der Kinder und Jugendlichen"), select, own);
  const show = (ages: string): void => {
    const isOwn = known.every(([value]) => value !== ages);
    const options = isOwn ? [...known, [ages, readSpan(ages)?.words ?? ages] as const] : known;
    select.replaceChildren(...options.map(([value, title]) => element("option", { value, selected: value === ages }, title)));
  };
  return { view, show };
}
