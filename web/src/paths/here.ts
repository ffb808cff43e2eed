// SPDX-License-Identifier: MIT
/** „Wie wäre es hier?“: a case's conditions beside one's own place; what is open, and what to ask first. No page needed. */

import { type CaseData, type Places, caseContext } from "../relations/cases";
import { type ComparedCondition, type Facts, type Result, compareContexts, statedContext } from "../relations/context";
import type { Condition, ContextModel } from "../relations/model";
import type { OwnPlace } from "../shared/own_place";
import { counted, germanNumber, numberWord } from "../shared/german";
import { RESULT_WORDS } from "../shared/marks";

/** A row of the comparison with what others changed where it deviates. */
export interface HereRow extends ComparedCondition {
  readonly changed: readonly string[];
  /** True where those who changed it took over this very case. */
  readonly isOfThisCase: boolean;
}

/** A question that is still open. */
export interface OpenQuestion {
  readonly row: ComparedCondition;
  readonly question: string;
  readonly purpose: string | undefined;
  /** Whom to ask: the case's office, or oneself where only one's own value is missing. */
  readonly whom: "dort" | "hier";
}

const CHANGES = 3;

/** What is known of one's own place: own values, completed by those of the chosen municipality. */
export function ownFacts(model: ContextModel, places: Places, place: OwnPlace): Facts {
  return statedContext(model, place.values, place.municipality ? places.get(place.municipality)?.context : undefined);
}

/** Every condition of the model, compared; `changed` tells what was changed in all transfers, by condition. */
export function compareHere(
  model: ContextModel,
  places: Places,
  data: CaseData,
  own: Facts,
  changed: Readonly<Record<string, readonly string[]>>,
): HereRow[] {
  return compareContexts(model, caseContext(model, places, data), own).map((row) => {
    if (row.result !== "weicht-ab") return { ...row, changed: [], isOfThisCase: false };
    const here = data.changed?.[row.id] ?? [];
    const elsewhere = row.importance === "unverzichtbar" ? (changed[row.id] ?? []) : [];
    return { ...row, changed: (here.length > 0 ? here : elsewhere).slice(0, CHANGES), isOfThisCase: here.length > 0 };
  });
}

/** Known rows: deviations first, among them what the case cannot do without; each in the order of the model. */
export function knownRows<Row extends ComparedCondition>(rows: readonly Row[]): Row[] {
  const rank = (row: Row): number => (row.result === "passt" ? 4 : 0) + weight(row);
  return rows
    .filter((row) => row.result !== "nicht-berichtet")
    .sort((left, right) => rank(left) - rank(right));
}

/** `3 passt · 1 weicht ab · 24 nicht berichtet`; what there is none of is left out. */
export function summary(rows: readonly ComparedCondition[]): string {
  const results: readonly Result[] = ["passt", "weicht-ab", "nicht-berichtet"];
  return results
    .map((result) => ({ result, count: rows.filter((row) => row.result === result).length }))
    .filter(({ count }) => count > 0)
    .map(({ result, count }) => `${germanNumber(count)} ${RESULT_WORDS[result]}`.replaceAll(" ", "\u00a0"))
    .join(" · ");
}

/**
 * What is open, the most worthwhile question first: what the case cannot do without or the gap calls decisive, then
 * what helps, then the rest; in each what the office can tell before what one can find out oneself.
 */
export function openQuestions(
  model: ContextModel,
  rows: readonly ComparedCondition[],
  decisive: readonly string[] = [],
): OpenQuestion[] {
  const rank = ({ row, whom }: OpenQuestion): number =>
    (decisive.includes(row.id) ? 0 : weight(row)) * 2 + (whom === "dort" ? 0 : 1);
  return rows
    .filter((row) => row.result === "nicht-berichtet")
    .map((row) => question(model, row))
    .sort((left, right) => rank(left) - rank(right));
}

function question(model: ContextModel, row: ComparedCondition): OpenQuestion {
  const condition = model.conditions.get(row.id);
  if (row.theirs?.values.length) return { row, question: ownQuestion(condition, row), purpose: undefined, whom: "hier" };
  const asked = model.questions.find((each) => each.condition === row.id);
  return { row, question: asked?.question ?? ownQuestion(condition, row), purpose: asked?.purpose, whom: "dort" };
}

function ownQuestion(condition: Condition | undefined, row: ComparedCondition): string {
  return condition?.question ?? `Was gilt zu „${row.title}“?`;
}

function weight({ importance }: ComparedCondition): number {
  return importance === "unverzichtbar" ? 0 : importance === "hilfreich" ? 1 : importance === "unerheblich" ? 3 : 2;
}

/** `17 offen – diese fünf Fragen lohnen sich zuerst`; `shown` of them follow. */
export function openHeading(open: number, shown: number): string {
  if (open === 0) return "Nichts ist offen: Zu jeder Bedingung ist auf beiden Seiten etwas bekannt.";
  if (open === 1) return "1 offen – diese Frage klärt es";
  if (open === shown) return `${germanNumber(open)} offen – diese Fragen klären es`;
  return `${germanNumber(open)} offen – diese ${numberWord(shown)} Fragen lohnen sich zuerst`;
}

/** The letter to a case's office, ready to copy. */
export function letter(about: {
  readonly title: string;
  readonly place: string;
  readonly here: string | undefined;
  readonly collection: string;
  readonly address: string;
  readonly asOf: string;
  readonly questions: readonly string[];
}): string {
  const practice = `„${about.title}“ (${about.place})`;
  const few = counted(about.questions.length, "Frage", "Fragen");
  return [
    `Betreff: ${few} zu ${practice}`,
    "",
    "Guten Tag,",
    "",
    `wir prüfen, ob ${practice} ${about.here ? `in ${about.here}` : "bei uns"} gelingen kann. Die Sammlung „${about.collection}“ beschreibt Ihre Praxis; zu diesen Punkten ist dort noch nichts berichtet:`,
    "",
    ...about.questions.map((question, at) => `${at + 1}. ${question}`),
    "",
    "Eine kurze Antwort genügt, auch „das wissen wir nicht“. Wenn Sie einverstanden sind, tragen wir Ihre Antworten mit Datum in die Sammlung ein. Dann muss niemand noch einmal fragen.",
    "",
    "Mit freundlichen Grüßen",
    "[Name und Stelle]",
    "",
    `Seite in der Sammlung: ${about.address} (Stand der Angaben: ${about.asOf})`,
  ].join("\n");
}
