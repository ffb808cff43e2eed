// SPDX-License-Identifier: MIT
/** What is found as files to take away: a table for spreadsheets, and JSON. */

import { address, publicAddress } from "../shared/scripts";
import { has } from "./bits";
import { REPORT, type Collection } from "./columns";
import type { Line, Texts } from "./lines";

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const BYTE_ORDER_MARK = "\ufeff";
const SEPARATOR = " | ";

export interface Exported {
  readonly [column: string]: string | readonly string[];
}

/** A record with everything that lists and filters know of it, by German column names. */
export function exported(collection: Collection, line: Line, address: string): Exported {
  const facets = new Map<string, readonly string[]>();
  for (const facet of collection.facets) {
    const title = facet.id.startsWith(REPORT) ? `Berichtet: ${facet.title}` : facet.title;
    const values = facet.values.filter((_, place) => has(facet.sets[place]!, line.record)).map((value) => value.title);
    // Two conditions of the context model may have the same title.
    facets.set(facets.has(title) ? `${title} (${facet.id})` : title, values);
  }
  return {
    Kennung: line.id,
    Titel: line.title,
    Kurz: line.text,
    Altersspanne: line.span.words,
    ...Object.fromEntries(facets),
    "Nicht berichtet": line.unknown,
    Adresse: address,
  };
}

/** A table with semicolons, as German spreadsheets expect it, in UTF-8 with its mark; no cell can act as a formula. */
export function asTable(records: readonly Exported[]): string {
  const columns = Object.keys(records[0] ?? {});
  const lines = [columns, ...records.map((record) => columns.map((column) => words(record[column] ?? "")))];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(cell).join(";")}\r\n`).join("");
}

/** The same as JSON, one record after the other. */
export function asJson(records: readonly Exported[]): string {
  return `${JSON.stringify(records, null, 1)}\n`;
}

/** The content of a file of records; rejects where their texts cannot be read. */
export async function exportedText(collection: Collection, texts: Texts, records: readonly number[], form: "csv" | "json"): Promise<string> {
  await texts.need(records);
  const rows = records.map((record) => {
    const line = texts.line(record);
    return exported(collection, line, publicAddress(address(line.url)));
  });
  return form === "csv" ? asTable(rows) : asJson(rows);
}

function words(value: string | readonly string[]): string {
  return typeof value === "string" ? value : value.join(SEPARATOR);
}

/** Twin of `csv_cell` in `praxis/site/data/text.py`, with the quotation marks of RFC 4180. */
function cell(text: string): string {
  const clean = text.replace(CONTROL, "");
  const safe = FORMULA.test(clean) ? `'${clean}` : clean;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
