// SPDX-License-Identifier: MIT
/** Raw HTML that is not allowed, template syntax, and nesting without end. Twin of `praxis/checks/markup.py`. */

import { blocks, type TextProblem } from "./prose";
import { clip } from "./words";

export const AUTOLINK = /<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)>/gu;
export const MAX_BRACKETS = 4_000;
const MAIL_LINK = /<[^<>\s!/@]+@[^<>\s@]+>/gu;
const ANGLE_ADDRESS = /(?<=\]\()\s*<[^<>\n]*>(?=\s*[)"'])|(?<=\]:)[ \n]*<[^<>\n]*>(?=[ ]*$)/gmu;
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[\s/][^<>]*)?)>?/gu;
const LANGUAGE = /^\s+lang="[a-z]{2,3}(?:-[A-Z]{2})?"\s*$/u;
const TITLED = /^\s+title="[^"<>]*"\s*$/u;
const DECLARATION = /<[!?]/gu;
const TEMPLATE = /\{\{|\{%|\{#|^[ \t]*;*-{1,8}8<-{1,8}/gmu;
const MARKERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))){21}/mu;
const INDENTED = /^[ \t]{200,}[^\s]/mu;
const EMPTY_HEAD = /^ {0,3}\|[ \t|]*\n {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+/gmu;
const MAX_DEPTH = 20;

/** Tags, attributes and comments that are not on the allow-list. */
export function* checkHtml(prose: string, allowed: readonly string[]): Generator<TextProblem> {
  if (!prose.includes("<")) return;
  const text = [AUTOLINK, MAIL_LINK, ANGLE_ADDRESS].reduce((seen, pattern) => seen.replace(pattern, spaces), prose);
  const remedy = `Schreiben Sie Markdown; erlaubt sind nur: ${allowed.map((tag) => `<${tag}>`).join(", ")}, ohne Ereignisse und Stile; fremde Sprachen als <em lang="en">.`;
  for (const tag of text.matchAll(TAG)) {
    const name = tag[2]!.toLowerCase();
    const attributes = tag[3]!.replace(/^[ \t\n/]+|[ \t\n/]+$/gu, "");
    let what = "";
    if (!allowed.includes(name)) what = `<${tag[1]!}${tag[2]!}>`;
    else if (attributes && !LANGUAGE.test(tag[3]!) && !(name === "abbr" && TITLED.test(tag[3]!))) what = `<${tag[2]!}> mit Attributen`;
    else continue;
    yield { path: [], at: tag.index, rule: "html-nicht-erlaubt", message: `Das HTML „${clip(what)}“ ist nicht erlaubt.`, remedy };
  }
  for (const declaration of text.matchAll(DECLARATION)) {
    yield {
      path: [], at: declaration.index, rule: "html-nicht-erlaubt",
      message: "HTML-Kommentare und -Anweisungen sind nicht erlaubt.",
      remedy: "Löschen Sie den Kommentar; Notizen gehören nicht in veröffentlichte Texte.",
    };
  }
}

/** Template and include syntax of other tools. */
export function* checkTemplates(prose: string): Generator<TextProblem> {
  for (const found of prose.matchAll(TEMPLATE)) {
    yield {
      path: [], at: found.index, rule: "vorlagen-syntax",
      message: `Der Text enthält Vorlagen-Syntax („${found[0].trim()}“).`,
      remedy: "Löschen Sie die Zeichen, oder setzen Sie die Stelle in `Backticks`.",
    };
  }
}

/** The first mark of a merge that is not finished. */
export function* checkConflicts(prose: string): Generator<TextProblem> {
  const found = /^(?:<{7}|>{7}|\|{7})(?= |$)/mu.exec(prose);
  if (!found) return;
  yield {
    path: [], at: found.index, rule: "konflikt-offen",
    message: "Hier steht die Marke einer Zusammenführung, die noch niemand entschieden hat.",
    remedy: "Behalten Sie eine der Fassungen, und löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>>.",
  };
}

/** Tables whose first row is empty. Twin of `praxis/checks/tables.py`. */
export function* checkTables(prose: string): Generator<TextProblem> {
  for (const found of prose.matchAll(EMPTY_HEAD)) {
    yield {
      path: [], at: found.index, rule: "tabelle-kopf",
      message: "Die Spalten der Tabelle haben keine Überschriften.",
      remedy: "Schreiben Sie in die erste Zeile, was in jeder Spalte steht.",
    };
  }
}

/** Lists in lists and brackets in brackets without end. */
export function* checkNesting(prose: string): Generator<TextProblem> {
  const found = MARKERS.exec(prose) ?? INDENTED.exec(prose);
  const at = found ? found.index : deepBlock(prose);
  if (at === undefined) return;
  yield {
    path: [], at, rule: "text-verschachtelt",
    message: "Hier sind Klammern, Listen oder Zitate zu tief verschachtelt oder zu viele.",
    remedy: "Löschen Sie überzählige Klammern und Aufzählungszeichen, oder teilen Sie den Absatz.",
  };
}

function deepBlock(prose: string): number | undefined {
  for (const [start, block] of blocks(prose)) {
    if (block.split("[").length - 1 <= MAX_DEPTH) continue;
    const at = deepBracket(block);
    if (at !== undefined) return start + at;
  }
  return undefined;
}

function deepBracket(block: string): number | undefined {
  const depth = { "[": 0, "(": 0 };
  let number = 0;
  for (const bracket of block.matchAll(/[[\]()]/gu)) {
    number += 1;
    const kind = bracket[0] === "[" || bracket[0] === "]" ? "[" : "(";
    depth[kind] = bracket[0] === kind ? depth[kind] + 1 : Math.max(0, depth[kind] - 1);
    if (depth[kind] > MAX_DEPTH || number > 2 * MAX_BRACKETS) return bracket.index;
  }
  return undefined;
}

/** As many spaces as the match has characters. */
export function spaces(found: string): string {
  return " ".repeat(found.length);
}
