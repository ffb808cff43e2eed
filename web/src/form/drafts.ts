// SPDX-License-Identifier: MIT
/** Drafts on this device: several, until somebody removes them. Nothing leaves the device with them. */

import { isGroup } from "../shared/draft_handover";
import { keep, recall } from "../shared/device";
import type { Group } from "../shared/record_file";
import type { Part } from "./sections";
import type { FormKind } from "./spec";

export interface Draft {
  readonly key: string;
  readonly kind: FormKind;
  /** When it was last kept, as ISO text. */
  saved: string;
  values: Group;
  parts: Part[];
  /** The id of the new record where somebody wrote one; else it follows from the title. */
  fileId?: string;
  /** The file that is being changed: its text as it was opened; its id, empty where the collection has none of that name. */
  readonly source?: { readonly id: string; readonly text: string };
}

const NAME = "formular-entwuerfe";
const KINDS: ReadonlySet<unknown> = new Set(["praxis", "luecke", "nachnutzung", "kommune"]);
const MOST = 40;

/** All drafts, the newest first; what is no draft is left out. */
export function drafts(): Draft[] {
  const kept = recall(NAME, Array.isArray as (value: unknown) => value is unknown[]) ?? [];
  return kept.filter(isDraft).sort((one, other) => (one.saved < other.saved ? 1 : -1));
}

/** Keep a draft; false where the device does not allow it. */
export function keepDraft(draft: Draft): boolean {
  draft.saved = new Date().toISOString();
  const others = drafts().filter(({ key }) => key !== draft.key);
  return keep(NAME, [draft, ...others].slice(0, MOST));
}

export function removeDraft(key: string): void {
  keep(NAME, drafts().filter((draft) => draft.key !== key));
}

/** A key that no other draft has. */
export function newKey(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
}

/** What a draft is called. */
export function titleOf({ values }: Draft): string {
  const title = values["titel"];
  return typeof title === "string" && title.trim() ? title.trim() : "noch ohne Namen";
}

function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Record<keyof Draft, unknown>> | null;
  if (typeof draft !== "object" || draft === null) return false;
  const isPlain = typeof draft.key === "string" && KINDS.has(draft.kind) && typeof draft.saved === "string" && isGroup(draft.values, 0);
  return isPlain && Array.isArray(draft.parts) && draft.parts.every(isPart) && (draft.source === undefined || isSource(draft.source)) &&
    (draft.fileId === undefined || typeof draft.fileId === "string");
}

function isPart(value: unknown): value is Part {
  const part = value as Partial<Record<keyof Part, unknown>> | null;
  return typeof part === "object" && part !== null && typeof part.title === "string" && typeof part.text === "string" &&
    (part.raw === undefined || typeof part.raw === "string");
}

function isSource(value: unknown): boolean {
  const source = value as Partial<Record<"id" | "text", unknown>> | null;
  return typeof source === "object" && source !== null && typeof source.id === "string" && typeof source.text === "string";
}
