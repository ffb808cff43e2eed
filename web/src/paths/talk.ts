// SPDX-License-Identifier: MIT
/** The guide of a transfer talk: what it holds, how it begins, and the file it is saved in. */

import type { ComparedCondition } from "../relations/context";
import type { ContextModel } from "../relations/model";
import type { SavedFormat } from "../shared/saved_file";
import { listOf, objectOf, oneOf, type Shaped, text } from "../shared/shape";
import type { CaseDetails } from "./details";
import { REASONS, talkQuestions } from "./talk_questions";

const id = text(200);
const line = text(300);
const long = text();
const dimension = oneOf("", "institutionell", "sozialraeumlich", "diskurs", "individuell", "projektbezogen");
const yesNo = oneOf("", "ja", "nein");
const element = objectOf({ id, text: text(2_000), isChosen: oneOf("ja", "nein"), seen: long });
const question = objectOf({ dimension, text: text(2_000), purpose: text(2_000), reason: line, answer: long });
const adaptation = objectOf({
  what: text(2_000),
  instead: text(2_000),
  kind: oneOf("", "ergaenzt", "weggelassen", "gekuerzt", "ersetzt", "umgestellt", "zugeschnitten"),
  condition: id,
  because: text(2_000),
  planned: yesNo,
  coreKept: yesNo,
});
const newQuestion = objectOf({ text: text(2_000), dimension, condition: id });
const talk = objectOf({
  made: line,
  practice: objectOf({ id, title: line, place: line, office: line, cited: text(2_000) }),
  elements: listOf(element, 100),
  here: objectOf({ id, name: line }),
  moderator: line,
  date: line,
  offices: long,
  goal: long,
  questions: listOf(question, 200),
  seen: long,
  stays: long,
  agreed: long,
  outcome: oneOf("vorbereitung", "laeuft", "beendet", "abgebrochen", "nicht-begonnen"),
  year: text(4),
  adaptations: listOf(adaptation, 100),
  newQuestions: listOf(newQuestion, 100),
  next: long,
});

export type Talk = Shaped<typeof talk>;
export type TalkQuestion = Talk["questions"][number];
export type Adaptation = Talk["adaptations"][number];
export type NewQuestion = Talk["newQuestions"][number];

/** The file a guide is saved in. */
export const TALK: SavedFormat<Talk> = { format: "praxis-transfergespraech", version: 1, shape: talk, what: "ein Transfergespräch" };

export const EMPTY_ADAPTATION: Adaptation = { what: "", instead: "", kind: "", condition: "", because: "", planned: "", coreKept: "" };
export const EMPTY_QUESTION: NewQuestion = { text: "", dimension: "", condition: "" };

/** A new guide; `chosen` are ids of core elements, none of them means all. `made` is the date of its facts, in words. */
export function newTalk(
  model: ContextModel,
  details: CaseDetails,
  rows: readonly ComparedCondition[],
  here: Talk["here"],
  chosen: readonly string[],
  made: string,
): Talk {
  const core = details.core ?? [];
  const known = chosen.filter((each) => core.some((element) => element.id === each));
  return {
    made,
    practice: { id: details.id, title: details.title, place: details.place, office: details.contact.office, cited: details.cited },
    elements: core.map(({ id: key, text: told }) => ({
      id: key ?? "",
      text: told,
      isChosen: known.length === 0 || (key !== undefined && known.includes(key)) ? "ja" : "nein",
      seen: "",
    })),
    here,
    moderator: "",
    date: "",
    offices: "",
    goal: "",
    questions: talkQuestions(model, rows).map(({ question: asked, reason }) => ({
      dimension: asked.dimension,
      text: asked.question,
      purpose: asked.purpose ?? "",
      reason: `${REASONS[reason]}: ${model.conditions.get(asked.condition ?? "")?.title ?? ""}`,
      answer: "",
    })),
    seen: "",
    stays: "",
    agreed: "",
    outcome: "vorbereitung",
    year: "",
    adaptations: [],
    newQuestions: [],
    next: "",
  };
}

/** Title of the talk, for its draft and its files. */
export function talkTitle({ practice, here }: Talk): string {
  return `${practice.title} (${practice.place})${here.name ? ` für ${here.name}` : ""}`;
}

/** The elements that are talked about. */
export function chosenElements({ elements }: Talk): Talk["elements"] {
  return elements.filter(({ isChosen }) => isChosen === "ja");
}
