// SPDX-License-Identifier: MIT
/** What the site tells of single records, some records a file; see `praxis/site/shelves.py`. */

import { heldAt, isRecord } from "./checks";
import { address, loadOnce } from "./scripts";

const SHELVES = 1024;
const FACTOR = 48271;
const PRIME = 2 ** 31 - 1;

/** The number of the shelf on which a record stands. */
export function shelfOf(id: string): number {
  return [...id].reduce((number, letter) => (number * FACTOR + (letter.codePointAt(0) ?? 0)) % PRIME, 0) % SHELVES;
}

/** What the shelves of a folder hold of a record, undefined where it is not among them; rejects where there is no such shelf. */
export async function loadShelved(folder: string, id: string): Promise<unknown> {
  const name = `${folder}/${shelfOf(id)}`;
  const held = await loadOnce(name, address(`daten/${name}.js`));
  return isRecord(held) ? heldAt(held, id) : undefined;
}
