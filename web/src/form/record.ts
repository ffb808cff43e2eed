// SPDX-License-Identifier: MIT
/** From the values of the form to findings and to the file: everything about a draft that needs no page. */

import { heldAt } from "../shared/checks";
import { asId, type Group, proposedId, recordText } from "../shared/record_file";
import { check, type Finding } from "./check";
import { asRead } from "./data";
import type { Draft } from "./drafts";
import type { FileTools } from "./loading";
import { partAt, partsOf, textOf } from "./sections";
import { asValue, formPath, longForm, shortForm } from "./shape";
import type { FormKind, Known, Spec } from "./spec";

/** The id of a draft's record: the one it has, the one somebody wrote, or one made of title and place. */
export function recordId(draft: Draft, known: Known): string {
  if (draft.source?.id) return draft.source.id;
  return draft.fileId ?? proposal(draft, known);
}

function proposal({ kind, values }: Draft, known: Known): string {
  const place = values["kommune"];
  const taken = [...Object.keys(known.entries[kind] ?? {}), ...Object.keys(known.former[kind] ?? {}), "index"];
  const named = typeof place === "string" ? place : typeof place === "object" && place !== null && !Array.isArray(place) ? (place as Group)["id"] : "";
  return proposedId(String(values["titel"] ?? ""), taken, typeof named === "string" && /^[a-z0-9-]*$/.test(named) ? named : "");
}

/** All findings of a draft; the path of each leads to the place in the form. */
export function findingsOf(draft: Draft, spec: Spec, known: Known, today: string): Finding[] {
  const { fields } = spec.kinds[draft.kind];
  const id = recordId(draft, known);
  const place = { kind: draft.kind, id, spec, known };
  const found = check(place, asRead(shortForm(fields, draft.values)), textOf(draft.parts), today);
  return found.map((finding) => {
    if (finding.at !== undefined && finding.path.length === 0) return { ...finding, path: ["#", textPart(draft, finding.at, finding.rule)] };
    return { ...finding, path: formPath(finding.path, draft.values) };
  });
}

/** The part a finding is about; a missing text belongs where one is expected first. */
function textPart({ parts }: Draft, at: number, rule: string): number {
  if (rule !== "text-fehlt") return partAt(parts, at);
  return Math.max(0, parts.findIndex(({ title, raw }) => title !== "" || raw === undefined || parts.length === 1));
}

/** What is wrong with the id of a new record: it has a form, and nothing may have it yet. */
export function idProblem({ kind, source }: Draft, id: string, known: Known): string {
  if (source?.id) return "";
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) return "Der Name besteht nur aus Kleinbuchstaben a–z, Ziffern und einzelnen Bindestrichen.";
  if (id === "index") return "Der Name „index“ ist für eine erzeugte Seite vergeben.";
  const former = heldAt(known.former[kind], id);
  if (former) return `Unter dem Namen „${id}“ war früher ${former} zu finden.`;
  return Object.hasOwn(known.entries[kind] ?? {}, id) ? `Den Namen „${id}“ hat schon ein anderer Eintrag.` : "";
}

export interface Written {
  readonly text: string;
  /** False where comments of the file were lost. */
  readonly isKept: boolean;
}

/** The draft as a file. */
export function fileOf(draft: Draft, spec: Spec, tools: FileTools | undefined): Written {
  const { fields } = spec.kinds[draft.kind];
  const body = textOf(draft.parts);
  if (draft.source && tools) {
    const opened = tools.open(draft.source.text);
    if (!("message" in opened)) return tools.change(opened, draft.kind, fields, draft.values, body);
  }
  return { text: recordText(draft.kind, shortForm(fields, draft.values), body), isKept: !draft.source };
}

/** A draft of a file that is to be changed. */
export function draftOf(kind: FormKind, id: string, text: string, spec: Spec, tools: FileTools, key: string): Draft | { message: string; remedy: string } {
  const opened = tools.open(text);
  if ("message" in opened) return opened;
  const { fields, sections } = spec.kinds[kind];
  return {
    key,
    kind,
    saved: "",
    values: longForm(fields, asValue(opened.data) as Group),
    parts: partsOf(opened.body, sections),
    source: { id, text },
  };
}

/** A draft of a file from the device: a record of the collection where one has its name, else a new one. */
export function draftOfDevice(kind: FormKind, name: string, text: string, spec: Spec, known: Known, tools: FileTools, key: string): ReturnType<typeof draftOf> {
  const id = asId(name);
  const draft = draftOf(kind, Object.hasOwn(known.entries[kind] ?? {}, id) ? id : "", text, spec, tools, key);
  if (!("message" in draft) && !draft.source?.id && id) draft.fileId = id;
  return draft;
}

/** An empty draft; what is almost always so is filled in. */
export function newDraft(kind: FormKind, spec: Spec, today: string, key: string, given: Group = {}, text = ""): Draft {
  const { fields, sections } = spec.kinds[kind];
  const usual: Group = kind === "luecke" ? { gemeldet: today, status: "offen" } : {};
  return { key, kind, saved: "", values: { ...usual, ...longForm(fields, given) }, parts: partsOf(text, sections) };
}
