// SPDX-License-Identifier: MIT
/**
 * Writing the file of a record: front matter in the order in which editors write it, and the text below.
 *
 *     const id = proposedId("Erstbesuche", knownIds, "musterstadt");
 *     download(recordName(id), recordText("nachnutzung", { titel: "Erstbesuche", kommune: { text: "Neustadt" } }, "…"));
 *
 * Values have the shapes that files have (German keys, lists, groups of fields). Texts are trimmed; what is undefined,
 * null or empty is left out, so that it counts as not reported. A text under a key that holds a date is written as the
 * date it is; every other text stays a text, whatever YAML would read it as. Whether the values are right is not asked.
 */

import keys from "./record_keys.json";

export type Kind = keyof typeof keys.kinds;
export type Value = string | number | null | undefined | readonly Value[] | Group;
export interface Group {
  readonly [key: string]: Value;
}

const DATES = new Set(keys.dates);
const BY_ID = new Set(keys.by_id);
const DATE = /^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$/;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NARROW = 100;
const ID_LENGTH = 60;
const BEGINS_PLAIN = /^[\p{L}\p{N}„‚»«(§]/u;
const READ_OTHERWISE = /^(?:y|n|yes|no|on|off|true|false|null|[0-9][0-9a-fxob_.,:+-]*|[0-9]{4}-[0-9].*)$/iu;
const MEANS_SOMETHING = /: |:$| #|\t/u;
// What a YAML reader refuses, takes for the end of a line or drops.
const NOT_PRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/u;
const ESCAPES = /["\\\n\t\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu;

/** The file of a record, as text. */
export function recordText(kind: Kind, values: Group, body = ""): string {
  const text = trimmed(unix(body));
  return `---\n${recordHead(kind, values)}---\n${text && `\n${text}\n`}`;
}

/** The fields of a record as lines of YAML, each with its end. */
export function recordHead(kind: Kind, values: Group): string {
  return group(ordered(kind, "", values), kind, "", "").join("");
}

/** A field as it stands in a file, with each line's end; empty if there is nothing to write. `path` has no indexes. */
export function fieldText(kind: Kind, path: readonly string[], value: Value, indent = ""): string {
  const [key = "", above = ""] = [path.at(-1), path.at(-2)];
  if (BY_ID.has(above)) return byId(kind, path.slice(0, -1).join("."), key, value, indent).join("");
  return field(kind, path.join("."), key, value, indent).join("");
}

/** An entry of the list at `path`, from its hyphen to the end of its last line. */
export function entryText(kind: Kind, path: readonly string[], value: Value, indent = ""): string {
  return saysNothing(value) ? "" : listed(kind, path.join("."), value, indent).join("");
}

/** A text or number as it stands behind `key:`, without the line's end. */
export function scalarText(key: string, value: string | number, indent = ""): string {
  return written(key, value, indent);
}

/** Where the file of a record lies, relative to the root of the repository. */
export function recordPath(kind: Kind, id: string): string {
  return `docs/${keys.kinds[kind].folder}/${recordName(id)}`;
}

/** Name of the file of a record. */
export function recordName(id: string): string {
  return `${id}.md`;
}

/** An id made of a name, or an empty text. Twin of `as_id` in `praxis/suggestions.py`. */
export function asId(text: string): string {
  const spelled = text
    .normalize("NFC")
    .replace(/[äöüßÄÖÜ_ ]/gu, (sign) => SPELLED[sign] ?? sign)
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u034e\u0350-\u036f]/gu, "");
  return spelled.match(/[a-z0-9]+/gu)?.join("-") ?? "";
}

const SPELLED: Readonly<Record<string, string>> = {
  ä: "ae", ö: "oe", ü: "ue", ß: "ss", Ä: "ae", Ö: "oe", Ü: "ue", _: "-", " ": "-",
};

/** An id for a new record that nothing in `taken` has yet. Twin of `proposed_id` in `praxis/suggestions.py`. */
export function proposedId(title: string, taken: Iterable<string>, place = ""): string {
  const named = asId(title).slice(0, ID_LENGTH).replace(/^-+|-+$/gu, "") || "ohne-titel";
  const base = place && !`-${named}-`.includes(`-${place}-`) ? `${named}-${place}` : named;
  const known = new Set(taken);
  let proposal = base;
  for (let number = 2; known.has(proposal); number += 1) proposal = `${base}-${number}`;
  return proposal;
}

/** True for what is left out: nothing, an empty text, an empty list, a group in which nothing is said. */
export function saysNothing(value: Value): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return trimmed(value) === "";
  if (typeof value === "number") return false;
  return Object.values(value).every(saysNothing);
}

function ordered(kind: Kind, path: string, values: Group): [string, Value][] {
  const order: readonly string[] = (keys.kinds[kind].order as Readonly<Record<string, readonly string[]>>)[path] ?? [];
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(values).sort(([left], [right]) => place(left) - place(right));
}

function group(entries: readonly [string, Value][], kind: Kind, path: string, indent: string): string[] {
  return entries.flatMap(([key, value]) => field(kind, path ? `${path}.${key}` : key, key, value, indent));
}

function field(kind: Kind, path: string, key: string, value: Value, indent: string): string[] {
  const name = `${indent}${scalar(key)}:`;
  if (BY_ID.has(key) && isGroup(value)) {
    const lines = Object.entries(value).flatMap(([id, told]) => byId(kind, path, id, told, `${indent}  `));
    return lines.length > 0 ? [`${name}\n`, ...lines] : [];
  }
  if (saysNothing(value)) return [];
  if (Array.isArray(value)) return [name, ...list(kind, path, value, `${indent}  `)];
  if (isGroup(value)) return [`${name}\n`, ...group(ordered(kind, path, value), kind, path, `${indent}  `)];
  return [`${name} ${written(key, value, indent)}\n`];
}

/** A line of a group whose keys are ids; the id alone says something, so it stays where nothing else is said. */
function byId(kind: Kind, path: string, id: string, value: Value, indent: string): string[] {
  if (isGroup(value)) {
    const lines = group(ordered(kind, path, value), kind, path, `${indent}  `);
    return lines.length > 0 ? [`${indent}${scalar(id)}:\n`, ...lines] : [];
  }
  if (Array.isArray(value)) return saysNothing(value) ? [] : [`${indent}${scalar(id)}:`, ...list(kind, path, value, `${indent}  `)];
  const text = typeof value === "number" ? String(value) : scalar(trimmed(unix(String(value ?? ""))), indent);
  return [`${indent}${scalar(id)}: ${text}\n`];
}

function list(kind: Kind, path: string, items: readonly Value[], indent: string): string[] {
  const told = items.filter((item) => !saysNothing(item));
  const inline = ` [${told.map((item) => (isGroup(item) ? "" : written("", item, ""))).join(", ")}]\n`;
  if (inline.length <= NARROW && told.every((item) => typeof item === "string" && ID.test(item))) return [inline];
  return ["\n", ...told.flatMap((item) => listed(kind, path, item, indent))];
}

function listed(kind: Kind, path: string, item: Value, indent: string): string[] {
  if (!isGroup(item)) return [`${indent}- ${written("", item, indent)}\n`];
  const [first = "", ...rest] = group(ordered(kind, path, item), kind, path, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

function isGroup(value: Value): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function written(key: string, value: Value, indent: string): string {
  if (typeof value === "number") return String(value);
  const text = trimmed(unix(String(value)));
  return DATES.has(key) && DATE.test(text) ? text : scalar(text, indent);
}

/** A text that every YAML reader takes for this text; several lines stand indented below. */
function scalar(text: string, indent = ""): string {
  if (NOT_PRINTABLE.test(text)) return doubleQuoted(text);
  if (text.includes("\n")) return `|-\n${text.replace(/[ \t]+$/gmu, "").replace(/^(?=.)/gmu, `${indent}  `)}`;
  const isPlain = BEGINS_PLAIN.test(text) && !READ_OTHERWISE.test(text) && !MEANS_SOMETHING.test(text);
  if (isPlain) return text;
  return text.includes("'") && !/["\\]/u.test(text) ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
}

function doubleQuoted(text: string): string {
  const escaped = (sign: string): string => {
    if (sign === '"' || sign === "\\") return `\\${sign}`;
    return sign === "\n" ? "\\n" : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  };
  return `"${text.replace(ESCAPES, escaped)}"`;
}

/** Line ends as in files; half of a pair of signs, which no file can hold, becomes the sign for it. */
function unix(text: string): string {
  return text.replace(/\r\n?/gu, "\n").replace(/\p{Surrogate}/gu, "\ufffd");
}

function trimmed(text: string): string {
  return text.replace(/^[ \t\n\r]+|[ \t\n\r]+$/gu, "");
}
