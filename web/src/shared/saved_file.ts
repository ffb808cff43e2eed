// SPDX-License-Identifier: MIT
/**
 * Work that a reader saves as a file and opens again. A file is of one format and version; whatever else is opened gives
 * one clear message and changes nothing.
 */

import { isRecord } from "./checks";
import { germanNumber } from "./german";
import { BadShape, type Shape } from "./shape";

export interface SavedFormat<Value> {
  /** Name of the format in the file, such as `praxis-beschlussvorlage`. */
  readonly format: string;
  readonly version: number;
  readonly shape: Shape<Value>;
  /** What it is, with its article in the nominative, which also makes "keine …": `eine Beschlussvorlage`. */
  readonly what: string;
}

/** Largest file that is read, in bytes. */
export const LARGEST = 2_000_000;
const UNCHANGED = "Ihr Entwurf ist unverändert.";

/** The value, or the message for the reader. */
export type Opened<Value> = { readonly value: Value } | { readonly message: string };

/** The content of a file for `value`. */
export function savedText<Value extends object>({ format, version }: SavedFormat<Value>, value: Value): string {
  return `${JSON.stringify({ format, version, ...value }, null, 2)}\n`;
}

/** Read a file that the reader chose. */
export async function openSaved<Value>(format: SavedFormat<Value>, file: Blob): Promise<Opened<Value>> {
  if (file.size > LARGEST) {
    const size = germanNumber(Math.round(file.size / 100_000) / 10);
    return { message: `Die Datei ist mit ${size}\u00a0MB zu groß; höchstens ${germanNumber(LARGEST / 1_000_000)}\u00a0MB sind möglich. ${UNCHANGED}` };
  }
  try {
    return readSaved(format, await file.text());
  } catch {
    return { message: `Die Datei lässt sich nicht lesen. ${UNCHANGED}` };
  }
}

/** Read the content of a file. */
export function readSaved<Value>({ format, version, shape, what }: SavedFormat<Value>, content: string): Opened<Value> {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch {
    return { message: `Die Datei ist beschädigt oder keine gespeicherte Arbeit: Sie enthält kein JSON. ${UNCHANGED}` };
  }
  if (!isRecord(data) || data.format !== format) return { message: `In der Datei steht k${what}. ${UNCHANGED}` };
  if (typeof data.version !== "number" || !Number.isInteger(data.version) || data.version < 1) {
    return { message: `Die Datei ist beschädigt: Die Angabe „version“ fehlt oder ist keine Zahl. ${UNCHANGED}` };
  }
  if (data.version > version) {
    return { message: `Die Datei stammt aus einer neueren Fassung dieser Website (Version ${data.version}, hier ist es Version ${version}). Bitte laden Sie die Seite neu oder öffnen Sie die Datei dort, wo sie gespeichert wurde. ${UNCHANGED}` };
  }
  try {
    return { value: shape(data, "") };
  } catch (error) {
    const at = error instanceof BadShape ? error.at : "";
    return { message: `Die Datei ist beschädigt: Die Angabe „${at}“ fehlt oder hat eine falsche Form. ${UNCHANGED}` };
  }
}
