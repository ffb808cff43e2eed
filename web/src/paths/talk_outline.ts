// SPDX-License-Identifier: MIT
/** The guide of a transfer talk as a document in three parts. */

import type { ContextModel } from "../relations/model";
import { type Block, heading, type Outline, written } from "./outline";
import { chosenElements, type Talk, talkTitle } from "./talk";

/** The document of a talk; what is not written yet has room for a pen. */
export function talkOutline(model: ContextModel, talk: Talk): Outline {
  const facts = [
    ["Praxis", `${talk.practice.title} (${talk.practice.place})`],
    ["Auskunft gibt", talk.practice.office],
    ["Aufnehmende Kommune", talk.here.name],
    ["Begleitung", talk.moderator],
    ["Termin", talk.date],
    ["Beteiligte Stellen", talk.offices],
  ].map(([label = "", told = ""]) => [label, told.trim() || "\u00a0"]);
  return {
    title: `Transfergespräch: ${talkTitle(talk)}`,
    blocks: [
      { kind: "table", caption: "Angaben zum Gespräch", head: ["Angabe", "Inhalt"], rows: facts, widths: [30, 70] },
      heading(1, "Teil 1: Vorbereitung"),
      heading(2, "Worum es uns geht"),
      written(talk.goal, 4),
      ...elementBlocks(talk),
      heading(2, "Fragen an die Kommune"),
      ...questionBlocks(model, talk),
      heading(1, "Teil 2: Austausch"),
      ...seenBlocks(talk),
      heading(2, "Was wir gehört und gesehen haben"),
      written(talk.seen, 6),
      heading(2, "Was bei uns bleiben muss und was sich ändern darf"),
      written(talk.stays, 5),
      heading(2, "Was wir vereinbart haben"),
      written(talk.agreed, 4),
      heading(1, "Teil 3: Nachbereitung"),
      heading(2, "Was wir anders machen"),
      ...adaptationBlocks(model, talk),
      heading(2, "Neue Fragen"),
      ...newQuestionBlocks(model, talk),
      heading(2, "Nächste Schritte"),
      written(talk.next, 5),
      heading(2, "Quelle"),
      written(`${talk.practice.cited}\nLeitfaden zusammengestellt: ${talk.made}.`),
    ],
  };
}

function elementBlocks(talk: Talk): Block[] {
  const chosen = chosenElements(talk);
  if (chosen.length === 0) return [];
  const isAll = chosen.length === talk.elements.length;
  return [heading(2, isAll ? "Was an der Praxis bleiben muss" : "Um diese Elemente geht es"), { kind: "list", items: chosen.map(({ text }) => text) }];
}

function seenBlocks(talk: Talk): Block[] {
  const chosen = chosenElements(talk);
  if (chosen.length === 0) return [];
  return [heading(2, "Wie es dort umgesetzt ist"), ...chosen.flatMap(({ text, seen }) => [heading(3, text), written(seen, 2)])];
}

function questionBlocks(model: ContextModel, talk: Talk): Block[] {
  const dimensions = [...model.dimensions.map(({ id, title }) => ({ id: id as string, title })), { id: "", title: "Weitere Fragen" }];
  return dimensions.flatMap(({ id, title }): Block[] => {
    const asked = talk.questions.filter((question) => question.dimension === id && question.text.trim());
    if (asked.length === 0) return [];
    return [heading(3, title), ...asked.flatMap(({ text, answer }): Block[] => [{ kind: "list", items: [text] }, written(answer, 3)])];
  });
}

function adaptationBlocks(model: ContextModel, { adaptations }: Talk): Block[] {
  const rows = adaptations
    .filter(({ what }) => what.trim())
    .map(({ what, instead, condition, because }) => {
      const reason = [model.conditions.get(condition)?.title, because].filter(Boolean).join(": ");
      return [what, instead || "nicht berichtet", reason || "nicht berichtet"];
    });
  const room = Array.from({ length: rows.length > 0 ? 0 : 4 }, () => ["\u00a0", "", ""]);
  return [{ kind: "table", caption: "Anpassungen", head: ["Was jetzt gilt", "Statt", "Weil"], rows: [...rows, ...room], widths: [40, 30, 30] }];
}

function newQuestionBlocks(model: ContextModel, { newQuestions }: Talk): Block[] {
  const told = newQuestions.filter(({ text }) => text.trim());
  if (told.length === 0) return [written("", 4)];
  const title = (id: string): string => model.dimensions.find((dimension) => dimension.id === id)?.title ?? "ohne Dimension";
  return [{ kind: "list", items: told.map(({ text, dimension }) => `${text} (${title(dimension)})`) }];
}
