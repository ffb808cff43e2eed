// SPDX-License-Identifier: MIT
/** The committee paper as a document. */

import { RESULT_WORDS } from "../shared/marks";
import type { Result } from "../relations/context";
import { type Block, heading, type Outline, written } from "./outline";
import { type Option, type Paper, SHEET } from "./paper";

/** The document of a paper, in the order of its headings. */
export function paperOutline(paper: Paper): Outline {
  const head = [["Gremium", paper.committee], ["Sitzung", paper.date], ["Vorlage von", paper.office]].filter(([, told]) => told?.trim());
  const cited = [paper.gap.cited, ...paper.options.map(({ cited: text }) => text)].filter(Boolean);
  return {
    title: paper.title.trim() || "Beschlussvorlage",
    blocks: [
      ...(head.length > 0 ? [{ kind: "table", caption: "Angaben zur Vorlage", head: ["Angabe", "Inhalt"], rows: head, widths: [30, 70] } as Block] : []),
      heading(1, "Bedarf"),
      written(paper.need, 5),
      heading(1, "Möglichkeiten"),
      ...paper.options.flatMap((option, at) => optionBlocks(option, at + 1, paper.here)),
      heading(1, "Offene Fragen"),
      written(paper.questions, 5),
      heading(1, "Abwägung"),
      {
        kind: "table",
        caption: "Gesprächsblatt mit sechs Feldern",
        head: ["Feld", "Was bekannt ist und was wir meinen"],
        rows: SHEET.map(({ id, title, question }) => [`${title}\n${question}`, paper.sheet[id].trim() || "\n\n\n"]),
        widths: [30, 70],
      },
      heading(1, "Beschlussvorschlag"),
      written(paper.decision, 6),
      heading(1, "Finanzielle Auswirkungen"),
      written(paper.finances, 5),
      heading(1, "Zuständigkeiten"),
      written(paper.responsibilities, 5),
      heading(1, "Quellen"),
      { kind: "list", items: cited, isNumbered: true },
      written(`Angaben zu den Möglichkeiten: Stand ${paper.made}, aus der Sammlung zusammengestellt. „Nicht berichtet“ heißt: Dazu liegt keine Angabe vor; es ist kein Nein.`),
    ],
  };
}

function optionBlocks(option: Option, number: number, here: string): Block[] {
  const differences = option.differences.map(({ result, condition, text, importance }) => [
    importance ? `${condition}\n(${importance})` : condition,
    RESULT_WORDS[result as Result] ?? result,
    text,
  ]);
  return [
    heading(2, `Möglichkeit ${number}: ${option.title} (${option.place})`),
    written(option.short),
    { kind: "table", caption: `Auf einen Blick: ${option.title}`, head: ["Angabe", "Inhalt"], rows: option.facts.map(({ label, text }) => [label, text]), widths: [30, 70] },
    ...(option.core.length > 0 ? [heading(3, "Was bleiben muss"), { kind: "list", items: option.core } as Block] : []),
    heading(3, "Was über Wirkungen bekannt ist"),
    written(option.evidence),
    heading(3, here ? `Unterschiede zu den Bedingungen hier: ${here}` : "Unterschiede zu den Bedingungen hier"),
    written(differenceText(option, here)),
    ...(differences.length > 0
      ? [{ kind: "table", caption: `Bedingungen im Vergleich: ${option.title}`, head: ["Bedingung", "Ergebnis", "Im Einzelnen"], rows: differences, widths: [25, 20, 55] } as Block]
      : []),
    ...(option.missing.length > 0 ? [heading(3, "Nicht berichtet"), written(`${option.missing.join(", ")}.`)] : []),
    ...(option.note.trim() ? [heading(3, "Einschätzung"), written(option.note)] : []),
  ];
}

function differenceText({ summary, differences }: Option, here: string): string {
  if (!here) return "Die eigene Kommune ist nicht angegeben; die Bedingungen sind nicht verglichen.";
  if (differences.length === 0) return "Zu keiner Bedingung ist auf beiden Seiten etwas bekannt.";
  return `Bedingungen des Kontextmodells: ${summary}.`;
}
