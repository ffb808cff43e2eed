// SPDX-License-Identifier: MIT
/** What the address of the page asks for. Only two parameters are read; anything else is named and dropped. */

import { isId } from "../shared/checks";
import keys from "../shared/record_keys.json";
import type { FormKind } from "./spec";

export interface Request {
  readonly kind?: FormKind;
  readonly file?: { readonly kind: FormKind; readonly id: string };
  /** Sentences about what was dropped. */
  readonly dropped: readonly string[];
}

export const KINDS: readonly FormKind[] = ["praxis", "luecke", "nachnutzung", "kommune"];

export function folderOf(kind: FormKind): string {
  return keys.kinds[kind].folder;
}

/** Read the query of an address. */
export function readRequest(query: string): Request {
  const dropped: string[] = [];
  let kind: FormKind | undefined;
  let file: Request["file"];
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === "art" && kind === undefined) {
      kind = KINDS.find((each) => each === value);
      if (!kind) dropped.push(`„${shown(value)}“ ist keine Art von Eintrag; möglich sind: ${KINDS.join(", ")}.`);
    } else if (name === "datei" && file === undefined) {
      file = fileOf(value);
      if (!file) dropped.push(`„${shown(value)}“ ist kein Eintrag; genannt wird er wie „praxis/name-ort“.`);
    } else dropped.push(`Die Angabe „${shown(name)}“ in der Adresse wurde nicht übernommen.`);
  }
  return { ...(kind ? { kind } : {}), ...(file ? { file } : {}), dropped };
}

function fileOf(value: string): Request["file"] {
  const [folder, id, ...rest] = value.split("/");
  const kind = KINDS.find((each) => folderOf(each) === folder);
  return kind && rest.length === 0 && isId(id) ? { kind, id } : undefined;
}

function shown(text: string): string {
  const line = text.replace(/[\p{C}\p{Z}]+/gu, " ").trim();
  return [...line].length > 60 ? `${[...line].slice(0, 59).join("")}…` : line;
}
