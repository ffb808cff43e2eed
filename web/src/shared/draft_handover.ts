// SPDX-License-Identifier: MIT
/**
 * Handing what a page has collected to the form (`mitmachen/formular/index.html?art=<art>`): it travels over the
 * device's own store, never through the address, and is taken out once. The key is `entwurf-<art>`, one draft a kind.
 *
 *     if (handOver("nachnutzung", { values: { kommune: "hamm" }, text: "", from: "Transfergespräch" })) location.href = …
 *
 * The form shows the draft as one of several on this device and says where it comes from.
 */

import { forget, keep, recall } from "./device";
import type { Group, Kind, Value } from "./record_file";

export interface Handover {
  /** Front matter as in files: German keys, lists, groups. */
  readonly values: Group;
  /** Markdown below the front matter. */
  readonly text: string;
  /** Title of the page or step it comes from, for the reader. */
  readonly from: string;
}

const DEEPEST = 8;
const key = (kind: Kind): string => `entwurf-${kind}`;

/** Leave a draft for the form; false where the device keeps nothing: then offer the file itself. */
export function handOver(kind: Kind, draft: Handover): boolean {
  return keep(key(kind), draft);
}

/** Take the draft that another page left, if there is one. */
export function takeOver(kind: Kind): Handover | undefined {
  const draft = recall(key(kind), isHandover);
  forget(key(kind));
  return draft;
}

/** True for values as a record file can hold them, not nested without end. */
export function isGroup(value: unknown, depth = 0): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value) && isValue(value, depth);
}

function isValue(value: unknown, depth: number): value is Value {
  if (value === null || typeof value === "string" || (typeof value === "number" && Number.isFinite(value))) return true;
  if (typeof value !== "object" || depth > DEEPEST) return false;
  return Object.values(value).every((inner) => isValue(inner, depth + 1));
}

function isHandover(value: unknown): value is Handover {
  const draft = value as Partial<Record<keyof Handover, unknown>> | null;
  return isGroup(draft) && isGroup(draft["values"]) && typeof draft["text"] === "string" && typeof draft["from"] === "string";
}
