// SPDX-License-Identifier: MIT
/** The committee paper: what it holds, how it begins, and the file it is saved in. */

import type { ContextModel } from "../relations/model";
import type { SavedFormat } from "../shared/saved_file";
import { listOf, objectOf, type Shaped, text } from "../shared/shape";
import type { Candidate, OwnSide } from "./candidates";
import type { CaseDetails, GapDetails } from "./details";
import { knownRows, openQuestions, summary } from "./here";

/** The fields of the discussion sheet with their guiding questions: three about us, three about the practice. */
export const SHEET = [
  { id: "need", title: "Bedarf", question: "Welchen Bedarf haben wir, und woran sehen wir ihn?" },
  { id: "fit", title: "Passung", question: "Passt die Praxis zu unseren Zielen, Angeboten und Bedingungen?" },
  { id: "capacity", title: "Kapazität", question: "Haben wir Personal, Geld, Räume und Zeit dafür, auch auf Dauer?" },
  { id: "evidence", title: "Belege", question: "Was ist über Wirkungen bekannt, und für wen gilt es?" },
  { id: "support", title: "Unterstützung", question: "Welche Hilfe gibt es: Anleitung, Schulung, Begleitung, Hospitation?" },
  { id: "usability", title: "Handhabbarkeit", question: "Ist klar, was bleiben muss, was sich ändern darf und wie der Alltag aussieht?" },
] as const;

export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 4;

const line = text(300);
const long = text();
const pair = objectOf({ label: line, text: text(2_000) });
const difference = objectOf({ result: line, condition: line, text: text(2_000), importance: line });
const option = objectOf({
  id: text(200),
  title: line,
  place: line,
  short: text(2_000),
  facts: listOf(pair, 40),
  core: listOf(text(2_000), 100),
  summary: line,
  differences: listOf(difference, 200),
  missing: listOf(line, 100),
  evidence: long,
  cited: text(2_000),
  note: long,
});
const paper = objectOf({
  made: line,
  title: line,
  committee: line,
  date: line,
  office: line,
  here: line,
  gap: objectOf({ id: text(200), title: line, cited: text(2_000) }),
  need: long,
  options: listOf(option, MOST_OPTIONS),
  questions: long,
  sheet: objectOf({ need: long, fit: long, capacity: long, evidence: long, support: long, usability: long }),
  decision: long,
  finances: long,
  responsibilities: long,
});

export type Paper = Shaped<typeof paper>;
export type Option = Paper["options"][number];

/** The file a paper is saved in. */
export const PAPER: SavedFormat<Paper> = { format: "praxis-beschlussvorlage", version: 1, shape: paper, what: "eine Beschlussvorlage" };

const QUESTIONS = 3;
const UNREPORTED = "nicht berichtet";

/** A new paper from a gap, or a need in own words, and two to four cases; `made` is the date of its facts, in words. */
export function newPaper(
  model: ContextModel,
  need: GapDetails | string | undefined,
  found: readonly Candidate[],
  own: OwnSide,
  made: string,
): Paper {
  const gap = typeof need === "string" ? undefined : need;
  return {
    made,
    title: gap ? `Vorschlag zum Bedarf: ${gap.title}`.slice(0, 300) : "Vorschlag zur Übernahme einer Praxis",
    committee: "",
    date: "",
    office: "",
    here: own.name ?? "",
    gap: gap ? { id: gap.id, title: gap.title, cited: `${gap.title}. Lücke, ${withinSentence(gap.origin)}, ${gap.reported}. ${gap.address}` } : { id: "", title: "", cited: "" },
    need: typeof need === "string" ? need : gap ? needText(gap) : "",
    options: found.map((each) => newOption(each, own)),
    questions: found.map((each) => questionsText(model, each, gap?.decisive ?? [])).filter(Boolean).join("\n\n"),
    sheet: {
      need: "",
      fit: own.name ? each(found, ({ rows }) => summary(rows).replaceAll("\u00a0", " ")) : "",
      capacity: each(found, ({ details }) => needs(details, ["Personal", "Sachkosten", "Anlaufzeit"])),
      evidence: each(found, ({ details }) => details.evidence),
      support: each(found, ({ details }) => `${needs(details, ["Hilfen zur Übernahme"])}. ${details.experience}`),
      usability: each(found, ({ details }) => usability(details)),
    },
    decision: "Der Ausschuss nimmt den Bedarf und die Möglichkeiten zur Kenntnis. Die Verwaltung wird beauftragt, die offenen Fragen mit der ausgewählten Kommune zu klären und bis [Datum] einen Vorschlag zur Umsetzung vorzulegen.",
    finances: each(found, ({ details }) => needs(details, ["Sachkosten", "Personal", "Finanzierung"])),
    responsibilities: `Federführung hier: [Stelle]\nBeteiligte hier: [Stellen]\nBericht an den Ausschuss: [Datum]\n\n${each(found, ({ details }) => `dort ${needs(details, ["Federführung", "Beteiligte"])}`)}`,
  };
}

/** Whose question a gap is, as its page begins with it, to stand inside a sentence. */
function withinSentence(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function needText(gap: GapDetails): string {
  const about = [gap.ages, ...(gap.topics ?? [])].join(", ");
  const tried = (gap.tried ?? []).map(({ what, result }) => `Versucht: ${what} – ${result ?? "Ergebnis nicht berichtet"}`);
  return [`${gap.question}`, "", `Es geht um: ${about}.`, `Festgehalten: ${gap.reported}, ${withinSentence(gap.origin)}.`, ...tried].join("\n");
}

function newOption({ details, rows }: Candidate, own: OwnSide): Option {
  const facts = [
    { label: "Alter", text: details.ages },
    { label: "Zeitraum", text: `${details.period}; ${details.running}` },
    ...details.needs.map(({ label, text: told }) => ({ label, text: told ?? UNREPORTED })),
    { label: "Übernahmen", text: details.experience },
    { label: "Stand der Angaben", text: `${details.asOf}. ${details.basis}.` },
  ];
  return {
    id: details.id,
    title: details.title,
    place: details.place,
    short: details.short,
    facts,
    core: (details.core ?? []).map(({ text: told }) => told),
    summary: own.name ? summary(rows) : "",
    differences: own.name
      ? knownRows(rows).map(({ result, title, text: told, importance }) => ({ result, condition: title, text: told, importance: importance ?? "" }))
      : [],
    missing: details.card.flatMap(({ missing }) => missing ?? []),
    evidence: details.evidence,
    cited: details.cited,
    note: "",
  };
}

function questionsText(model: ContextModel, { details, rows }: Candidate, decisive: readonly string[]): string {
  const asked = openQuestions(model, rows, decisive).slice(0, QUESTIONS);
  return asked.length > 0 ? [`Zu ${nameOf(details)}:`, ...asked.map(({ question, whom }) => `– ${question}${whom === "hier" ? " (hier zu klären)" : ""}`)].join("\n") : "";
}

function each(found: readonly Candidate[], tell: (candidate: Candidate) => string): string {
  return found.map((candidate) => `${nameOf(candidate.details)}: ${tell(candidate)}`).join("\n");
}

function nameOf({ title, place }: CaseDetails): string {
  return `${title} (${place})`;
}

function needs({ needs: lines }: CaseDetails, labels: readonly string[]): string {
  return labels.map((label) => `${label} ${lines.find((each) => each.label === label)?.text ?? UNREPORTED}`).join("; ");
}

function usability({ core = [], form = [] }: CaseDetails): string {
  const kept = core.length > 0 ? `Was bleiben muss, ist mit ${core.length} Punkten beschrieben` : "Was bleiben muss, ist nicht berichtet";
  return `${kept}; was sich ändern darf, ist ${form.length > 0 ? "beschrieben" : UNREPORTED}.`;
}
