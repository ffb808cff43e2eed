// SPDX-License-Identifier: MIT
/** What the form loads: its fields, what the collection holds, and, for changing records, their files and the reader. */

import { isRecord } from "../shared/checks";
import { address, loadOnce } from "../shared/scripts";
import { loadShelved, SOURCE_SHELVES } from "../shared/shelves";
import type { change } from "./file/change";
import type { decode, open, tooLarge } from "./file/open";
import type { Known, Spec } from "./spec";

export interface FileTools {
  readonly change: typeof change;
  readonly decode: typeof decode;
  readonly open: typeof open;
  readonly tooLarge: typeof tooLarge;
}

/** Fields and entries; rejects where the site's own files are missing or damaged. */
export async function loadForm(): Promise<{ spec: Spec; known: Known }> {
  const [spec, known] = await Promise.all(["formular/felder", "formular/eintraege"].map((name) => loadOnce(name, address(`daten/${name}.js`))));
  if (!isRecord(spec) || !isRecord(spec["kinds"]) || !isRecord(known) || !isRecord(known["entries"])) throw new Error("the data of the form are damaged");
  return { spec: spec as unknown as Spec, known: known as unknown as Known };
}

export async function loadFileTools(): Promise<FileTools> {
  return (await loadOnce("formular/datei", address("assets/js/formular-datei.js"))) as FileTools;
}

/** The file of a record of the collection; rejects where there is none. */
export async function loadSource(folder: string, id: string): Promise<string> {
  const text = await loadShelved(`quelltext/${folder}`, id, SOURCE_SHELVES);
  if (typeof text !== "string") throw new Error(`there is no file of ${folder}/${id}`);
  return text;
}
