// SPDX-License-Identifier: MIT
/**
 * The checks of `praxis check` on one record, with the same rules and messages; shared vectors hold both equal. What
 * needs the file itself, the bodies of other files or the whole collection is listed in `tests/web/form_vectors.py`.
 */

import { type Data, type DataGroup, isGroup, isList, type Path } from "../data";
import { recordPath } from "../../shared/record_file";
import { checkConsistency, checkDates } from "./consistency";
import { checkContacts, checkMailboxes } from "./contacts";
import { checkLinks } from "./links";
import { checkConflicts, checkHtml, checkNesting, checkTables, checkTemplates } from "./markup";
import { type Finding, placed, type Problem } from "./problem";
import { anchors, checkHeadings, type TextProblem, withoutCode, withoutEscapes } from "./prose";
import { checkReferences, type Place } from "./references";
import { validate } from "./validate";
import { clip } from "./words";

export type { Finding } from "./problem";
export type { Place } from "./references";

/** Rules that are news or need judgement: they stop nothing. */
export const WARNINGS: ReadonlySet<string> = new Set([
  "bild-alternativtext-leer", "datei-versteckt", "feld-html", "kapitel-fehlt", "pruefung-faellig", "status-widerspruch", "text-nicht-zugeordnet",
]);

const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/u;
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const ACTIVE = /<\/?(?:script|iframe|frame|object|embed|applet|img|image|picture|video|audio|svg|math|style|link|meta|base|form|input|button|textarea|select|template|noscript|body|html)(?![a-z0-9-])|<[a-z][^<>]*[\s/"']on[a-z]+\s*=/iu;
const HEADING_LINES = /^#+[^\n]*$/gmu;

/** Every finding of a record: its front matter as read, and the Markdown below. */
export function check(place: Place, data: DataGroup, text: string, today: string): Finding[] {
  const { kind, spec } = place;
  const { record, problems } = validate(spec.kinds[kind].fields, data);
  const names = namesOf(spec.givenNames);
  const all: Problem[] = [
    ...problems,
    ...checkConsistency(kind, record, data),
    ...checkDates(kind, record, today),
    ...checkContacts(kind, record, names),
    ...[...textsOf(data, [])].flatMap(([path, value]) => [...activeIn(value, path)]),
    ...checkReferences(record, place),
  ];
  // The file names no field for hidden characters, the form does.
  const hidden = [...textsOf(data, [])].flatMap(([path, value]) => [...hiddenIn(value, path)]).map((problem) => ({ ...problem, field: null }));
  const sources = Array.isArray(record["quellen"]) ? record["quellen"].length : 0;
  return [...all.map((problem) => placed(problem, data)), ...hidden, ...checkText(text, place, sources)];
}

/** Findings of the text below the front matter. */
function checkText(text: string, place: Place, sources: number): Finding[] {
  const { spec, kind, id } = place;
  const inText = (problem: Problem & { readonly at?: number }): Finding => ({ ...problem, field: null });
  if (!text.trim() || (text.trimStart().startsWith("#") && !text.replace(HEADING_LINES, "").trim())) {
    if (!spec.kinds[kind].needsBody) return [];
    const remedy = "Beschreiben Sie den Eintrag in einigen Sätzen; in der Datei stehen sie unter dem Kopf.";
    return [inText({ path: [], rule: "text-fehlt", message: "Der Text fehlt.", remedy, at: 0 })];
  }
  const prose = withoutCode(text);
  const around = {
    path: recordPath(kind, id),
    files: filesOf(place),
    sources,
    anchors: anchors(prose, spec.anchors),
    schemes: spec.schemes,
  };
  return [
    ...hiddenIn(text, []),
    ...checkHeadings(prose),
    ...checkTemplates(prose),
    ...checkConflicts(prose),
    ...checkNesting(prose),
    ...checkHtml(prose, spec.tags),
    ...checkTables(prose),
    ...checkMailboxes(prose),
    ...checkUnplaced(prose),
    ...(/[[<]/u.test(prose) ? checkLinks(withoutEscapes(prose), around) : []),
  ].map(inText);
}

const UNPLACED = "Nicht zugeordnet";

/** The section that keeps what a form's answers say beyond its fields. */
function* checkUnplaced(prose: string): Generator<TextProblem> {
  const found = new RegExp(`^## ${UNPLACED}[ \\t]*$`, "mu").exec(prose);
  if (!found) return;
  yield {
    path: [], at: found.index, rule: "text-nicht-zugeordnet",
    message: `Unter „${UNPLACED}“ stehen noch Angaben aus dem Formular.`,
    remedy: "Ordnen Sie sie in Felder oder Text ein, und löschen Sie den Abschnitt.",
  };
}

const files = new WeakMap<object, Set<string>>();
/** Every file that a text can link to; made once for a collection. */
function filesOf({ known, kind, id }: Place): Set<string> {
  let found = files.get(known);
  if (!found) {
    const records = Object.entries(known.entries).filter(([each]) => each !== "kapitel");
    const paths = records.flatMap(([each, entries]) => Object.keys(entries).map((name) => recordPath(each as Place["kind"], name)));
    files.set(known, (found = new Set([...paths, ...known.files])));
  }
  const own = recordPath(kind, id);
  return found.has(own) ? found : new Set([...found, own]);
}

const givenNames = new WeakMap<object, Set<string>>();
function namesOf(list: readonly string[]): Set<string> {
  let found = givenNames.get(list);
  if (!found) givenNames.set(list, (found = new Set(list)));
  return found;
}

/** Every text in a value, however deep, with its path. */
function* textsOf(value: Data, path: Path): Generator<[Path, string]> {
  if (typeof value === "string") yield [path, value];
  else if (isList(value)) for (const [index, item] of value.entries()) yield* textsOf(item, [...path, index]);
  else if (isGroup(value)) for (const [key, item] of Object.entries(value)) yield* textsOf(item, [...path, key]);
}

/** HTML that would do something; fields are plain text. Twin of `check_markup` in `praxis/checks/fields.py`. */
function* activeIn(value: string, path: Path): Generator<Problem> {
  const found = ACTIVE.exec(value);
  if (!found) return;
  yield {
    path, rule: "feld-html",
    message: `Im Feld steht HTML („${clip(found[0])}“).`,
    remedy: "Felder sind reiner Text: Löschen Sie das HTML, und beschreiben Sie es in Worten.",
  };
}

/** Characters that are not seen but change what is seen or found. */
function* hiddenIn(text: string, path: Path): Generator<Problem & { at: number }> {
  const found = HIDDEN.exec(text);
  if (!found) return;
  const what = TURNING.test(found[0]) ? "unsichtbares Zeichen, das die Leserichtung ändert" : "unsichtbares Steuerzeichen";
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  yield {
    path, at: found.index, rule: "zeichen-unsichtbar",
    message: `Hier steht ein ${what} (U+${code}).`,
    remedy: "Löschen Sie das Zeichen; meist hilft es, die Stelle neu zu tippen.",
  };
}
