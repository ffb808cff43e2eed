// SPDX-License-Identifier: MIT
/** Cases side by side as plain data: groups of rows with a cell for each case. Facts and unknowns, no ranking. */

import type { Fact, Facts, Result } from "../relations/context";
import type { Condition, ContextModel } from "../relations/model";
import { counted, enumeration, germanDate } from "../shared/german";
import type { Candidate, OwnSide } from "./candidates";
import type { CaseDetails, GapDetails } from "./details";
import { summary } from "./here";

/** What a case says: nothing of it means *nicht berichtet*. */
export interface Cell {
  readonly result?: Result | undefined;
  readonly text?: string | undefined;
  readonly items?: readonly string[] | undefined;
  readonly tag?: string | undefined;
  readonly notes?: readonly string[] | undefined;
  /** Address relative to the site. */
  readonly url?: string | undefined;
}

export interface Row {
  readonly label: string;
  /** What is so at one's own place. */
  readonly own?: string | undefined;
  readonly cells: readonly Cell[];
}

export interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What stands below the group. */
  readonly after?: string | undefined;
}

/** All groups, in the order of a coordinator's questions; `gap` tells why the cases were found. */
export function sideBySide(model: ContextModel, found: readonly Candidate[], own: OwnSide, gap?: GapDetails): Group[] {
  const row = (label: string, cell: (details: CaseDetails) => Cell): Row => ({ label, cells: found.map(({ details }) => cell(details)) });
  return [
    {
      title: "Was es ist",
      rows: [
        row("In einem Satz", ({ short }) => ({ text: short })),
        ...(gap ? [row("Warum es zur Lücke passen kann", ({ id }) => reasons(gap, id))] : []),
        row("Art und Alter", ({ kind, ages }) => ({ text: `${kind}, ${ages}` })),
        row("Zeitraum und Stand", ({ period, running, asOf }) => ({ text: `${period}; ${running}`, notes: [`Stand der Angaben: ${asOf}`] })),
        row("Grundlage", ({ basis }) => ({ text: basis })),
        row("Standards", ({ standards }) => ({ items: standards })),
      ],
    },
    { title: "Was es braucht", rows: needRows(found) },
    {
      title: "Was bleiben muss, was sich ändern darf",
      rows: [
        row("Bleiben muss", ({ core }) => ({ items: core?.map(({ text }) => text) })),
        row("Sich ändern darf", ({ form }) => ({ items: form })),
      ],
    },
    conditionGroup(model, found, own),
    {
      title: "Was bekannt ist und was nicht",
      rows: [
        row("Wirkung", ({ evidence }) => ({ text: evidence })),
        row("Übernahmen", ({ experience }) => ({ text: experience })),
        row("Nicht berichtet", ({ card }) => missing(card)),
        row("Auskunft", ({ contact }) => ({ text: contact.office })),
      ],
    },
  ];
}

function reasons(gap: GapDetails, id: string): Cell {
  const items = gap.reasons?.[id];
  return items ? { items } : { text: "Von Ihnen gewählt, nicht aus den Treffern der Lücke." };
}

function needRows(found: readonly Candidate[]): Row[] {
  const labels = found[0]?.details.needs.map(({ label }) => label) ?? [];
  return labels.map((label) => ({
    label,
    cells: found.map(({ details }) => {
      const line = details.needs.find((each) => each.label === label);
      return { text: line?.text, notes: line?.note ? [line.note] : [] };
    }),
  }));
}

function missing(card: CaseDetails["card"]): Cell {
  const items = card.flatMap(({ missing: nouns }) => nouns ?? []);
  return items.length > 0 ? { items } : { text: "Zu jedem Punkt des Berichtsbogens ist etwas berichtet." };
}

function conditionGroup(model: ContextModel, found: readonly Candidate[], own: OwnSide): Group {
  const conditions = [...model.conditions.values()];
  const told = conditions.filter(({ id }) => found.some(({ context }) => context.has(id)));
  const silent = conditions.filter((condition) => !told.includes(condition)).map(({ title }) => title);
  return {
    title: own.name ? `Bedingungen im Vergleich: ${own.name}` : "Bedingungen vor Ort",
    rows: [
      ...(own.name ? [{ label: "Alle Bedingungen", cells: found.map(({ rows }) => ({ text: summary(rows) })) }] : []),
      ...told.map((condition) => conditionRow(condition, found, own.facts, Boolean(own.name))),
    ],
    after: silent.length > 0 ? `Zu ${counted(silent.length, "weiteren Bedingung", "weiteren Bedingungen")} ist bei keinem dieser Beispiele etwas berichtet: ${enumeration(silent)}.` : undefined,
  };
}

function conditionRow(condition: Condition, found: readonly Candidate[], own: Facts, isCompared: boolean): Row {
  const words = valueWords(condition, own.get(condition.id));
  return {
    label: condition.title,
    own: isCompared ? (words ? `Hier: ${condition.isLimit ? "höchstens " : ""}${words}` : "Hier: nicht berichtet") : undefined,
    cells: found.map(({ context, rows }) => {
      const fact = context.get(condition.id);
      const row = rows.find(({ id }) => id === condition.id);
      const text = valueWords(condition, fact);
      return {
        result: isCompared && text && words ? row?.result : undefined,
        text,
        tag: fact?.importance,
        notes: [...(text ? origin(fact) : []), ...(row?.changed.map((change) => `Andere haben geändert: ${change}`) ?? [])],
      };
    }),
  };
}

/** The known values in the order of the condition's options; empty where nothing is known. */
export function valueWords(condition: Condition, fact: Fact | undefined): string {
  return enumeration([...condition.options].filter(([value]) => fact?.values.includes(value)).map(([, label]) => label));
}

function origin(fact: Fact | undefined): string[] {
  const parts = [fact?.origin === "kommune" ? "Angabe zur Kommune" : "", fact?.asOf ? `Stand ${germanDate(fact.asOf)}` : ""].filter(Boolean);
  return parts.length > 0 ? [parts.join(", ")] : [];
}
