// SPDX-License-Identifier: MIT
/** What a finder calls its records, by kind. */

import type { Order } from "./sorting";
import type { TableWords } from "./table";

export interface Wording {
  readonly one: string;
  readonly many: string;
  readonly none: string;
  /** With „weitere“ before it. */
  readonly furtherOne: string;
  /** Order where no words are searched for. */
  readonly order: Order;
  /** The order by date. */
  readonly newest: string;
  readonly search: string;
  readonly example: string;
  readonly help: readonly [string, string];
}

const WORDINGS: Readonly<Record<string, Wording>> = {
  praxis: {
    one: "Praxisbeispiel",
    many: "Praxisbeispiele",
    none: "Kein Praxisbeispiel",
    furtherOne: "weiteres Praxisbeispiel",
    order: "ort",
    newest: "neuester Stand",
    search: "Praxisbeispiele durchsuchen",
    example: "etwa: Elterncafé",
    help: ["So tragen Sie ein Praxisbeispiel ein", "mitmachen/index.html"],
  },
  luecke: {
    one: "Lücke",
    many: "Lücken",
    none: "Keine Lücke",
    furtherOne: "weitere Lücke",
    order: "neu",
    newest: "zuletzt gemeldet",
    search: "Lücken durchsuchen",
    example: "etwa: Eltern erreichen",
    help: ["So melden Sie eine Lücke", "mitmachen/index.html"],
  },
};

export function wordingOf(kind: string): Wording {
  return WORDINGS[kind] ?? WORDINGS.praxis!;
}

/** Heads of the table, by kind. */
export function tableWords(kind: string): TableWords {
  return kind === "praxis"
    ? { caption: "Praxisbeispiele als Tabelle", title: "Praxisbeispiel", known: "Wirkung", unknown: "Nicht berichtet", tool: "Merken" }
    : { caption: "Lücken als Tabelle", title: "Frage", known: "Was es dazu gibt" };
}
