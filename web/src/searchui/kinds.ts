// SPDX-License-Identifier: MIT
/** The kinds of things that can be found, as readers name them; in the order of `KINDS` in `praxis/search/documents.py`. */

const NAMES = {
  praxis: ["Praxis", "Praxis"],
  luecke: ["Lücke", "Lücken"],
  kommune: ["Kommune oder Stelle", "Kommunen und Stellen"],
  kapitel: ["Handbuch", "Handbuch"],
  material: ["Material", "Materialien"],
  treffen: ["Lernnetzwerk", "Lernnetzwerk"],
  nachnutzung: ["Nachnutzung", "Nachnutzungen"],
  begriff: ["Glossar", "Glossar"],
  standard: ["Standard", "Standards"],
  thema: ["Thema", "Themen"],
  alter: ["Altersgruppe", "Altersgruppen"],
  seite: ["Seite", "Weitere Seiten"],
} as const;

export type Kind = keyof typeof NAMES;

export const KINDS = Object.keys(NAMES) as readonly Kind[];

export function isKind(text: string): text is Kind {
  return Object.hasOwn(NAMES, text);
}

/** What one of a kind is called; the kind itself where it is not known. */
export function kindName(kind: string): string {
  return isKind(kind) ? NAMES[kind][0] : kind;
}

/** What a group of a kind is called. */
export function kindGroup(kind: string): string {
  return isKind(kind) ? NAMES[kind][1] : kind;
}
