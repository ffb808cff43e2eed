// SPDX-License-Identifier: MIT
/** The committee paper as a form: what the collection tells stands beside what the reader writes. */

import { element } from "../shared/dom";
import { type Option, type Paper, SHEET } from "./paper";
import { type Written, writtenField } from "./written_field";

/** The form; `change` gets the paper after each change. */
export function paperForm(start: Paper, change: (paper: Paper) => void): HTMLElement {
  let paper = start;
  const set = (part: Partial<Paper>): void => {
    paper = { ...paper, ...part };
    change(paper);
  };
  const field = (key: TextKey, label: string, more: Partial<Written> = {}): HTMLElement =>
    writtenField({ label, value: paper[key], onInput: (value) => set({ [key]: value }), ...more });
  return element(
    "div",
    { class: "document-form no-print" },
    part("Angaben zur Vorlage", field("title", "Titel", { rows: 1 }), field("committee", "Gremium", { rows: 1 }), field("date", "Sitzung am", { rows: 1 }), field("office", "Vorlage von (Stelle)", { rows: 1 })),
    part("Bedarf", field("need", "Welcher Bedarf besteht?", { rows: 6 })),
    part("Möglichkeiten", paper.options.map((option, at) => optionPart(option, at, (note) => {
      set({ options: paper.options.map((each, number) => (number === at ? { ...each, note } : each)) });
    }))),
    part("Offene Fragen", field("questions", "Was vor einer Entscheidung zu klären ist", { rows: 6 })),
    part(
      "Abwägung",
      element("p", { class: "soft" }, "Sechs Felder für das Gespräch. Was schon dasteht, kommt aus den Seiten der Praxisbeispiele; es ist keine Bewertung."),
      SHEET.map(({ id, title, question }) =>
        writtenField({ label: title, hint: question, value: paper.sheet[id], onInput: (value) => set({ sheet: { ...paper.sheet, [id]: value } }) }),
      ),
    ),
    part("Beschlussvorschlag", field("decision", "Was beschlossen werden soll", { rows: 5 })),
    part("Finanzielle Auswirkungen", field("finances", "Was es kostet und woher das Geld kommt", { rows: 5 })),
    part("Zuständigkeiten", field("responsibilities", "Wer was tut und bis wann", { rows: 5 })),
  );
}

type TextKey = { [Key in keyof Paper]: Paper[Key] extends string ? Key : never }[keyof Paper];

function part(title: string, ...children: (HTMLElement | readonly HTMLElement[])[]): HTMLElement {
  return element("section", {}, element("h2", {}, title), children.flat());
}

function optionPart(option: Option, at: number, setNote: (note: string) => void): HTMLElement {
  return element(
    "div",
    { class: "option" },
    element("h3", {}, `Möglichkeit ${at + 1}: ${option.title} (${option.place})`),
    element("p", {}, option.short),
    option.summary && element("p", {}, element("strong", {}, "Bedingungen hier: "), option.summary),
    element("p", {}, element("strong", {}, "Wirkung: "), option.evidence),
    writtenField({ label: `Ihre Einschätzung zu Möglichkeit ${at + 1}`, value: option.note, onInput: setNote }),
  );
}
