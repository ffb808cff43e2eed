// SPDX-License-Identifier: MIT
/** Files opened, changed and written; called by tests/web/test_form_file.py. */

import { change } from "../src/form/file/change";
import { decode, open, tooLarge } from "../src/form/file/open";
import { partsOf, textOf } from "../src/form/sections";
import { asValue, longForm } from "../src/form/shape";

type Step = { path: (string | number)[]; value: unknown };

/** What a file holds, or why it cannot be opened. */
export function opened(file: string): unknown {
  const found = open(file);
  return "message" in found ? { message: found.message, remedy: found.remedy } : { data: asValue(found.data), body: found.body };
}

export function decoded(bytes: number[]): unknown {
  return tooLarge(bytes.length) ?? decode(Uint8Array.from(bytes));
}

/** A file with some values put in other places, as the form does. */
export function edited(file: string, kind: never, fields: never, steps: Step[]): unknown {
  const found = open(file);
  if ("message" in found) return found;
  const values = structuredClone(longForm(fields, asValue(found.data) as never)) as Record<string, unknown>;
  for (const { path, value } of steps) {
    let slot = values as Record<string | number, unknown>;
    for (const part of path.slice(0, -1)) slot = slot[part] as Record<string | number, unknown>;
    const last = path.at(-1)!;
    if (value === null && Array.isArray(slot)) slot.splice(Number(last), 1);
    else if (value === null) delete slot[last];
    else slot[last] = value;
  }
  const { text, isKept } = change(found, kind, fields, values as never, found.body);
  return { text, isKept };
}

/** The text below the front matter with some parts written anew. */
export function rewritten(body: string, sections: never, changes: Record<string, string>): string {
  const parts = partsOf(body, sections);
  for (const part of parts) if (part.title in changes) part.text = changes[part.title]!;
  return textOf(parts);
}
