// SPDX-License-Identifier: MIT
/** What the site tells of single records, some records a file; see `praxis/site/shelves.py`. */

import { heldAt, isRecord } from "./checks";
import { address, loadOnce } from "./scripts";

const SHELVES = 1024;
/** Of the records' files, which only the form asks for. */
export const SOURCE_SHELVES = 128;
const FACTOR = 48271;
const PRIME = 2 ** 31 - 1;

/** The number of the shelf on which a record stands. */
export function shelfOf(id: string, shelves = SHELVES): number {
  return [...id].reduce((number, letter) => (number * FACTOR + (letter.codePointAt(0) ?? 0)) % PRIME, 0) % shelves;
}

/** What the shelves of a folder hold of a record, undefined where it is not among them; rejects where there is no such shelf. */
export async function loadShelved(folder: string, id: string, shelves = SHELVES): Promise<unknown> {
  const name = `${folder}/${shelfOf(id, shelves)}`;
  const held = await loadOnce(name, address(`daten/${name}.js`));
  return isRecord(held) ? heldAt(held, id) : undefined;
}
