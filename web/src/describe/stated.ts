// SPDX-License-Identifier: MIT
/**
 * What a reader has stated: the need in the query of the address, her place behind `#`, which browsers send to nobody.
 * Everything in an address may be wrong or hostile: what makes no sense is named and left out. No page needed.
 */

import { readSpan } from "../finder/spans";
import type { Collection } from "../relations/collection";
import { statedContext } from "../relations/context";
import { type Ages, type Need } from "../relations/need";
import { topicsIn } from "../relations/nearest";
import { type ContextModel, PRIVATE_DIMENSIONS } from "../relations/model";
import { isId } from "../shared/checks";
import { named, quoted } from "../shared/german";
import type { OwnPlace } from "../shared/own_place";

export const ALL_AGES = "altersuebergreifend";
/** Levels of action, as in the front matter of gaps. */
export const LEVELS: ReadonlyMap<string, string> = new Map([
  ["strategisch", "strategisch (Steuerungsgruppe)"],
  ["planend", "planend (Planungsgruppe)"],
  ["operativ", "operativ (Facharbeit mit Familien)"],
]);
const LONGEST_QUESTION = 2000;

export interface Stated {
  /** In the reader's own words. */
  readonly question: string;
  readonly standards: readonly string[];
  readonly topics: readonly string[];
  /** A span as in addresses (`0-3`), {@link ALL_AGES}, or empty. */
  readonly ages: string;
  readonly levels: readonly string[];
  /** Conditions that decide about a transfer here. */
  readonly decisive: readonly string[];
}

export const NOTHING: Stated = { question: "", standards: [], topics: [], ages: "", levels: [], decisive: [] };

interface ListParameter {
  readonly name: string;
  readonly key: "standards" | "topics" | "levels" | "decisive";
  readonly article: string;
}

const LISTS: readonly ListParameter[] = [
  { name: "standards", key: "standards", article: "Den Standard" },
  { name: "themen", key: "topics", article: "Das Thema" },
  { name: "ebenen", key: "levels", article: "Die Ebene" },
  { name: "entscheidend", key: "decisive", article: "Die Bedingung" },
];
const LEFT_OUT = "Die Angabe wurde weggelassen.";

/** True where there is nothing to look for yet. */
export function isBlank({ question, standards, topics }: Stated): boolean {
  return question.trim() === "" && standards.length === 0 && topics.length === 0;
}

/** Read the query of an address; `hints` says what was left out and why, each a German sentence. */
export function readStated(search: string, collection: Collection): { stated: Stated; hints: string[] } {
  const query = new URLSearchParams(search);
  const hints: string[] = [];
  const known: Readonly<Record<ListParameter["key"], { has(id: string): boolean }>> = {
    standards: collection.standards,
    topics: collection.topics,
    levels: LEVELS,
    decisive: collection.model.conditions,
  };
  const ids = ({ name, key, article }: ListParameter): string[] => {
    const all = [...new Set((query.get(name) ?? "").split(",").map((each) => each.trim()).filter(Boolean))];
    for (const id of all) if (!known[key].has(id)) hints.push(`${article} ${named(id)} gibt es nicht. ${LEFT_OUT}`);
    return all.filter((id) => known[key].has(id));
  };
  const lists = LISTS.reduce<Stated>((stated, list) => ({ ...stated, [list.key]: ids(list) }), NOTHING);
  const understood = new Set(["frage", "alter", ...LISTS.map(({ name }) => name)]);
  for (const name of new Set(query.keys())) {
    if (!understood.has(name)) hints.push(`Die Angabe ${named(name)} in der Adresse kennt diese Seite nicht. Sie wurde weggelassen.`);
  }
  const question = (query.get("frage") ?? "").slice(0, LONGEST_QUESTION);
  return { stated: { ...lists, question, ages: readAges(query.get("alter") ?? "", hints) }, hints };
}

function readAges(text: string, hints: string[]): string {
  if (text === "" || text === ALL_AGES) return text;
  const span = readSpan(text);
  if (!span) hints.push(`${named(text)} ist kein Alter. ${LEFT_OUT}`);
  return span?.id ?? "";
}

/** The query that {@link readStated} reads; empty where nothing is stated. */
export function writeStated(stated: Stated): string {
  const parts = [stated.question.trim() && `frage=${encodeURIComponent(stated.question)}`, stated.ages && `alter=${stated.ages}`];
  for (const { name, key } of LISTS) if (stated[key].length > 0) parts.push(`${name}=${stated[key].join(",")}`);
  const told = parts.filter(Boolean);
  return told.length > 0 ? `?${told.join("&")}` : "";
}

const PLACE = "ort";
const VALUES = "bedingungen";

/** The part of an address behind `#` that tells a place: without what a place tells nobody. Empty where nothing is left. */
export function writePlace(model: ContextModel, place: OwnPlace | undefined): string {
  const values = Object.entries(place?.values ?? {})
    .filter(([id, told]) => isShareable(model, id) && told.length > 0)
    .map(([id, told]) => `${id}:${told.map(encodeURIComponent).join("+")}`);
  const parts = [place?.municipality && `${PLACE}=${place.municipality}`, values.length > 0 && `${VALUES}=${values.join(",")}`];
  const told = parts.filter(Boolean);
  return told.length > 0 ? `#${told.join("&")}` : "";
}

/** Read what {@link writePlace} wrote; undefined where no place is told there. */
export function readPlace(hash: string, collection: Collection): { place: OwnPlace | undefined; hints: string[] } {
  const told = new Map(hash.replace(/^#/, "").split("&").map((part) => [part.split("=")[0], part.split("=").slice(1).join("=")]));
  const hints: string[] = [];
  const id = told.get(PLACE);
  if (id && !(isId(id) && collection.places.has(id))) hints.push(`Die Kommune ${named(id)} gibt es in dieser Sammlung nicht. ${LEFT_OUT}`);
  const values: Record<string, string[]> = {};
  for (const part of (told.get(VALUES) ?? "").split(",").filter(Boolean)) {
    const [condition = "", list = ""] = part.split(":");
    const options = isShareable(collection.model, condition) ? collection.model.conditions.get(condition)?.options : undefined;
    const known = list.split("+").map(decoded).filter((value) => options?.has(value));
    if (known.length > 0) values[condition] = known;
    else hints.push(`Die Bedingung ${named(decoded(part))} gibt es so nicht. ${LEFT_OUT}`);
  }
  const municipality = id && collection.places.has(id) ? id : null;
  const isTold = municipality !== null || Object.keys(values).length > 0;
  return { place: isTold ? { municipality, values } : undefined, hints };
}

/** True for a condition that may stand in an address and in a file. */
export function isShareable(model: ContextModel, condition: string): boolean {
  const known = model.conditions.get(condition);
  return known !== undefined && !PRIVATE_DIMENSIONS.has(known.dimension);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The need; with a question alone the topics recognised in its words stand in. */
export function needOf(collection: Collection, stated: Stated, place: OwnPlace | undefined): Need {
  const { question, standards, decisive } = stated;
  const isAlone = standards.length === 0 && stated.topics.length === 0;
  return {
    question,
    standards,
    topics: isAlone ? topicsIn(collection.topics.values(), question) : stated.topics,
    ages: agesOf(stated.ages),
    context: statedContext(collection.model, place?.values ?? {}, collection.places.get(place?.municipality ?? "")?.context),
    decisive,
  };
}

/** What was stated, as one text: on paper the fields are not there. */
export function inWords({ standards, topics, overview }: Collection, stated: Stated): string {
  const ages = overview.ageGroups.find(([, span]) => span === stated.ages)?.[0] ?? readSpan(stated.ages)?.words;
  const parts = [
    stated.question.trim() && quoted(stated.question.trim()),
    ...stated.topics.map((id) => topics.get(id)!.title),
    ...stated.standards.map((id) => standards.get(id)!),
    stated.ages === ALL_AGES ? "für alle Altersgruppen" : ages,
  ];
  return `Gesucht: ${parts.filter(Boolean).join(" · ")}`;
}

function agesOf(ages: string): Ages {
  if (ages === ALL_AGES) return ALL_AGES;
  return readSpan(ages)?.bounds ?? "nicht-berichtet";
}
