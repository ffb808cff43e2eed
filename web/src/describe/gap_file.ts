// SPDX-License-Identifier: MIT
/**
 * The file of a stated gap. What a place tells nobody (values of the discursive and the individual dimension) never goes
 * into it. No page needed.
 */

import { readSpan } from "../finder/spans";
import type { Collection } from "../relations/collection";
import { statedContext } from "../relations/context";
import type { OwnPlace } from "../shared/own_place";
import { proposedId, recordName, recordText, type Group } from "../shared/record_file";
import { ALL_AGES, isShareable, type Stated } from "./stated";

/** What only the file needs. */
export interface Submission {
  readonly title: string;
  /** Whether the file names the municipality; else its known conditions stand for an unnamed place. */
  readonly namesPlace: boolean;
  /** What was tried already, one thing a line. */
  readonly tried: string;
  /** Markdown below the front matter. */
  readonly background: string;
  /** Today: `2025-06-01`. */
  readonly today: string;
}

export interface GapFile {
  readonly name: string;
  readonly text: string;
  readonly values: Group;
  readonly body: string;
}

/** What a file cannot do without and is not stated yet, in German words. */
export function missingParts(stated: Stated, { title }: Submission): string[] {
  return [
    !title.trim() && "ein Titel",
    !stated.question.trim() && "Ihre Frage",
    stated.standards.length === 0 && "mindestens ein Standard",
    stated.topics.length === 0 && "mindestens ein Thema",
  ].filter((part) => part !== false);
}

/** The file; valid once nothing is missing. */
export function gapFile(collection: Collection, stated: Stated, place: OwnPlace | undefined, submission: Submission): GapFile {
  const municipality = submission.namesPlace ? (place?.municipality ?? undefined) : undefined;
  const { context, limits } = told(collection, place, municipality);
  const values: Group = {
    titel: submission.title,
    frage: stated.question,
    kommune: municipality,
    handlungsebenen: stated.levels,
    kontext: context,
    standards: stated.standards,
    alter: agesOf(stated.ages),
    themen: stated.topics,
    entscheidend: stated.decisive,
    grenzen: limits,
    versucht: lines(submission.tried).map((was) => ({ was })),
    gemeldet: submission.today,
    pruefung: yearLater(submission.today),
    status: "offen",
  };
  const body = `## Was hinter der Frage steht\n\n${plainText(submission.background) || "Das ist noch nicht beschrieben."}`;
  const id = proposedId(submission.title, [], municipality ?? "");
  return { name: recordName(id), text: recordText("luecke", values, body), values, body };
}

/** Own values, and where no municipality is named those of the chosen one; effort becomes the limits. */
function told(collection: Collection, place: OwnPlace | undefined, named: string | undefined): { context: Group; limits: Group } {
  const { model, places } = collection;
  const known = named ? undefined : places.get(place?.municipality ?? "")?.context;
  const context: Record<string, string | readonly string[]> = {};
  const limits: Record<string, string> = {};
  for (const [id, { values }] of statedContext(model, place?.values ?? {}, known)) {
    const condition = model.conditions.get(id)!;
    const valid = values.filter((value) => condition.options.has(value));
    if (!isShareable(model, id) || valid.length === 0) continue;
    if (condition.isLimit) limits[id] = valid[0]!;
    else context[id] = condition.type === "mehrfach" ? valid : valid[0]!;
  }
  return { context, limits };
}

function agesOf(ages: string): Group | string {
  if (ages === "" || ages === ALL_AGES) return ages || "nicht-berichtet";
  const span = readSpan(ages);
  const [from = "", to = ""] = (span?.id ?? ages).split("-");
  return { von: /^\d+$/.test(from) ? Number(from) : from, bis: Number(to) };
}

/** Markdown in which nothing is HTML and no heading stands above that of the section. */
function plainText(text: string): string {
  return text.trim().replaceAll("<", "&lt;").replace(/^#{1,2}(?=\s)/gm, "###");
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.replace(/^\s*[-*•]\s+/, "").trim()).filter(Boolean);
}

/** The need is asked about again after a year. */
function yearLater(day: string): string {
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return later.endsWith("-02-29") ? later.replace("-02-29", "-03-01") : later;
}
