// SPDX-License-Identifier: MIT
/** The guide of a transfer talk as a form in three parts. */

import type { Places } from "../relations/cases";
import type { ContextModel } from "../relations/model";
import { element } from "../shared/dom";
import { listEditor } from "./list_editor";
import { type Adaptation, EMPTY_ADAPTATION, EMPTY_QUESTION, type NewQuestion, type Talk, type TalkQuestion } from "./talk";
import { choiceField, writtenField } from "./written_field";

const KINDS = [
  ["", "nicht berichtet"],
  ["ergaenzt", "ergänzt"],
  ["weggelassen", "weggelassen"],
  ["gekuerzt", "gekürzt"],
  ["ersetzt", "ersetzt"],
  ["umgestellt", "umgestellt"],
  ["zugeschnitten", "zugeschnitten"],
] as const;
const YES_NO = [["", "nicht berichtet"], ["ja", "ja"], ["nein", "nein"]] as const;
const OUTCOMES = [
  ["vorbereitung", "wird vorbereitet"],
  ["laeuft", "läuft"],
  ["beendet", "beendet"],
  ["abgebrochen", "abgebrochen"],
  ["nicht-begonnen", "nicht begonnen"],
] as const;
type TextKey = { [Key in keyof Talk]: string extends Talk[Key] ? Key : never }[keyof Talk];

/** The form; `change` gets the talk after each change. `record` stands at the end of the third part. */
export function talkForm({ model, places }: Terms, start: Talk, change: (talk: Talk) => void, record: HTMLElement): HTMLElement {
  let talk = start;
  const set = (part: Partial<Talk>): void => {
    talk = { ...talk, ...part };
    change(talk);
  };
  const field = (key: TextKey, label: string, rows = 4, hint?: string): HTMLElement =>
    writtenField({ label, value: talk[key], rows, hint, onInput: (value) => set({ [key]: value }), ...(key === "year" ? { most: 4 } : {}) });
  return element(
    "div",
    { class: "document-form no-print" },
    element(
      "section",
      {},
      element("h2", {}, "Teil 1: Vorbereitung"),
      writtenField({ label: "Aufnehmende Kommune", value: talk.here.name, rows: 1, onInput: (name) => set({ here: { id: placeId(places, name), name } }) }),
      field("moderator", "Begleitung des Gesprächs (Stelle)", 1, "Eine Stelle, keine Person."),
      field("date", "Termin", 1),
      field("offices", "Beteiligte Stellen", 2),
      field("goal", "Worum es uns geht", 3),
      elementChoice(talk, (elements) => set({ elements })),
      element("h3", {}, "Fragen an die Kommune"),
      element("p", { class: "soft prose" }, "Vorausgewählt aus dem Kontextmodell: zuerst unverzichtbare Bedingungen, dann abweichende, dann nicht berichtete. Sie können jede Frage ändern; die Antworten tragen Sie im Gespräch ein."),
      questionGroups(model, talk, (questions) => set({ questions })),
    ),
    element(
      "section",
      {},
      element("h2", {}, "Teil 2: Austausch"),
      talk.elements.map(({ text }, at) =>
        writtenField({ label: `So ist es dort umgesetzt: ${text}`, value: talk.elements[at]?.seen ?? "", rows: 2, onInput: (seen) => set({ elements: talk.elements.map((each, number) => (number === at ? { ...each, seen } : each)) }) }),
      ),
      field("seen", "Was wir gehört und gesehen haben", 5),
      field("stays", "Was bei uns bleiben muss und was sich ändern darf", 4),
      field("agreed", "Was wir vereinbart haben", 3),
    ),
    element(
      "section",
      {},
      element("h2", {}, "Teil 3: Nachbereitung"),
      choiceField("Stand der Übernahme", talk.outcome, OUTCOMES, (outcome) => set({ outcome: outcome as Talk["outcome"] })),
      field("year", "Jahr des Beginns", 1, "Vier Ziffern; leer, wenn es noch nicht begonnen hat."),
      element("h3", {}, "Was wir anders machen"),
      listEditor({ items: talk.adaptations, empty: EMPTY_ADAPTATION, noun: "Anpassung", add: "Anpassung hinzufügen", onChange: (adaptations) => set({ adaptations }), fields: (item, put) => adaptationFields(model, item, put) }),
      element("h3", {}, "Neue Fragen"),
      element("p", { class: "soft prose" }, "Fragen, die im Gespräch aufkamen und im Kontextmodell noch fehlen."),
      listEditor({ items: talk.newQuestions, empty: EMPTY_QUESTION, noun: "Neue Frage", add: "Neue Frage hinzufügen", onChange: (newQuestions) => set({ newQuestions }), fields: (item, put) => newQuestionFields(model, item, put) }),
      field("next", "Nächste Schritte", 3),
      record,
    ),
  );
}

/** What the form names: the context model, and the municipalities of the collection. */
export interface Terms {
  readonly model: ContextModel;
  readonly places: Places;
}

/** The id of the municipality with this name; empty where the collection has none. */
function placeId(places: Places, name: string): string {
  const wanted = name.trim().toLocaleLowerCase("de");
  return [...places.values()].find((place) => place.name.toLocaleLowerCase("de") === wanted)?.id ?? "";
}

function elementChoice(talk: Talk, set: (elements: Talk["elements"]) => void): HTMLElement | undefined {
  if (talk.elements.length === 0) return undefined;
  let elements = talk.elements;
  const boxes = elements.map(({ text, isChosen }, at) => {
    const box = element("input", { type: "checkbox", id: `element-${at}`, checked: isChosen === "ja" });
    box.addEventListener("change", () => {
      elements = elements.map((each, number) => (number === at ? { ...each, isChosen: box.checked ? "ja" : "nein" } : each));
      set(elements);
    });
    return element("div", { class: "field__box" }, box, element("label", { for: box.id }, text));
  });
  return element("fieldset", {}, element("legend", {}, "Um diese Kernelemente geht es"), boxes);
}

/** Questions by dimension, each editable and with room for its answer. */
function questionGroups(model: ContextModel, talk: Talk, set: (questions: Talk["questions"]) => void): HTMLElement {
  const dimensions = [...model.dimensions.map(({ id, title }) => ({ id: id as TalkQuestion["dimension"], title })), { id: "" as const, title: "Weitere Fragen" }];
  const groups = new Map(dimensions.map(({ id }) => [id, talk.questions.filter(({ dimension }) => dimension === id)]));
  return element(
    "div",
    {},
    dimensions.map(({ id, title }) =>
      element(
        "details",
        { class: "fold", open: (groups.get(id)?.length ?? 0) > 0 },
        element("summary", {}, title),
        listEditor<TalkQuestion>({
          items: groups.get(id) ?? [],
          empty: { dimension: id, text: "", purpose: "", reason: "", answer: "" },
          noun: "Frage",
          add: "Frage hinzufügen",
          fields: (item, put) => questionFields(item, put),
          onChange: (questions) => {
            groups.set(id, [...questions]);
            set([...groups.values()].flat());
          },
        }),
        catalogue(model, id),
      ),
    ),
  );
}

function questionFields(item: TalkQuestion, put: (item: TalkQuestion) => void): HTMLElement[] {
  let current = item;
  const set = (part: Partial<TalkQuestion>): void => put((current = { ...current, ...part }));
  const hint = [item.reason, item.purpose].filter(Boolean).join(". ") || undefined;
  return [
    writtenField({ label: "Frage", value: item.text, rows: 2, most: 2_000, hint, onInput: (text) => set({ text }) }),
    writtenField({ label: "Antwort", value: item.answer, rows: 2, onInput: (answer) => set({ answer }) }),
  ];
}

/** All questions of a dimension, to copy from. */
function catalogue(model: ContextModel, dimension: string): HTMLElement | undefined {
  const questions = model.questions.filter((each) => each.dimension === dimension);
  if (questions.length === 0) return undefined;
  return element("details", {}, element("summary", {}, `Alle ${questions.length} Fragen dieser Dimension lesen`), element("ul", {}, questions.map(({ question }) => element("li", {}, question))));
}

function adaptationFields(model: ContextModel, item: Adaptation, put: (item: Adaptation) => void): HTMLElement[] {
  let current = item;
  const set = (part: Partial<Adaptation>): void => put((current = { ...current, ...part }));
  return [
    writtenField({ label: "Was jetzt gilt", value: item.what, rows: 2, most: 2_000, onInput: (what) => set({ what }) }),
    writtenField({ label: "Statt (was es ersetzt)", value: item.instead, rows: 2, most: 2_000, onInput: (instead) => set({ instead }) }),
    choiceField("Art der Änderung", item.kind, KINDS, (kind) => set({ kind: kind as Adaptation["kind"] })),
    choiceField("Bedingung, die anders ist", item.condition, conditions(model), (condition) => set({ condition })),
    writtenField({ label: "Warum", value: item.because, rows: 2, most: 2_000, onInput: (because) => set({ because }) }),
    choiceField("War die Änderung geplant?", item.planned, YES_NO, (planned) => set({ planned: planned as Adaptation["planned"] })),
    choiceField("Bleibt der Kern erhalten?", item.coreKept, YES_NO, (coreKept) => set({ coreKept: coreKept as Adaptation["coreKept"] })),
  ];
}

function newQuestionFields(model: ContextModel, item: NewQuestion, put: (item: NewQuestion) => void): HTMLElement[] {
  let current = item;
  const set = (part: Partial<NewQuestion>): void => put((current = { ...current, ...part }));
  const dimensions = [["", "noch offen"], ...model.dimensions.map(({ id, title }) => [id, title] as const)] as const;
  return [
    writtenField({ label: "Frage", value: item.text, rows: 2, most: 2_000, onInput: (text) => set({ text }) }),
    choiceField("Dimension", item.dimension, dimensions, (dimension) => set({ dimension: dimension as NewQuestion["dimension"] })),
    choiceField("Bedingung, die sie klärt", item.condition, conditions(model), (condition) => set({ condition })),
  ];
}

function conditions(model: ContextModel): (readonly [string, string])[] {
  return [["", "keine bestimmte"], ...Array.from(model.conditions.values(), ({ id, title }) => [id, title] as const)];
}
