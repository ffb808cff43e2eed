// SPDX-License-Identifier: MIT
/** Links and images of a text. Twin of `praxis/checks/links.py` and `targets.py`. */

import { AUTOLINK, MAX_BRACKETS, spaces } from "./markup";
import { blocks, type TextProblem } from "./prose";
import { checkTarget, type Surroundings } from "./targets";
import { clip } from "./words";

const DEFINITION = /^ {0,3}\[([^[\]]*)\]:[ ]*\n?[ ]*(\S+)/gmu;
const TITLE = /\s+(?:"[^"]*"|'[^']*')\s*$/u;
const [MAX_TARGET, MAX_TEXT] = [2_000, 500];
const EMPTY_ALT = new Set(["bild", "foto", "grafik", "image", "abbildung", "logo", "img", "picture"]);
const FILE_NAME = /^\S+\.(?:png|jpe?g|gif|webp|svg)$/iu;

interface Bracket {
  readonly start: number;
  readonly text: string;
  readonly isImage: boolean;
  readonly after: number;
}
interface Address {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Problems of every link and image; `text` has no code and no escaped brackets. */
export function* checkLinks(text: string, around: Surroundings): Generator<TextProblem> {
  const defined = new Map([...text.matchAll(DEFINITION)].map((found) => [label(found[1]!), found] as const));
  for (const [name, found] of defined) {
    if (name.startsWith("^")) continue;
    yield* checkTarget(found.index + found[0].length - found[2]!.length, unbracketed(found[2]!), false, around);
  }
  for (const [start, block] of blocks(text.replace(AUTOLINK, spaces))) {
    let done = 0;
    const closings = block.includes("](") ? closingsOf(block) : new Map<number, number>();
    for (const bracket of block.includes("[") ? brackets(block) : []) {
      if (bracket.isImage && isLink(block, bracket, defined)) yield* alternativeText(start, bracket);
      else if (!bracket.isImage && !bracket.text.trim() && isLink(block, bracket, defined)) yield empty(start, bracket);
      const address = inlineTarget(block, closings.get(bracket.after), bracket.after);
      if (address) {
        // An address in angle brackets is told below; only what is empty in the text itself has none.
        const isNone = /^[<> \t\n]*$/u.test(text.slice(start + bracket.after + 1, start + address.end - 1));
        if (address.text || isNone) yield* checkTarget(start + address.start, address.text, bracket.isImage, around);
        done = address.end;
      } else if (bracket.start >= done) yield* undefinedReference(start, block, bracket, defined);
    }
  }
  for (const link of text.matchAll(AUTOLINK)) yield* checkTarget(link.index + 1, link[1]!, false, around);
}

function unbracketed(address: string): string {
  return address.replace(/^[<>]+|[<>]+$/gu, "");
}

function* brackets(block: string): Generator<Bracket> {
  const opened: number[] = [];
  let number = 0;
  for (const mark of block.matchAll(/[[\]]/gu)) {
    number += 1;
    if (number > MAX_BRACKETS) return;
    if (mark[0] === "[") opened.push(mark.index);
    else {
      const start = opened.pop();
      if (start === undefined) continue;
      const text = block.slice(start + 1, Math.min(mark.index, start + MAX_TEXT));
      yield { start, text, isImage: block[start - 1] === "!", after: mark.index + 1 };
    }
  }
}

/** Place of each opening parenthesis that is closed → place of the closing one. */
function closingsOf(block: string): Map<number, number> {
  const opened: number[] = [];
  const found = new Map<number, number>();
  for (const mark of block.matchAll(/[()]/gu)) {
    if (mark[0] === "(") opened.push(mark.index);
    else {
      const start = opened.pop();
      if (start !== undefined) found.set(start, mark.index);
    }
  }
  return found;
}

function inlineTarget(block: string, end: number | undefined, start: number): Address | undefined {
  if (end === undefined || end - start > MAX_TARGET) return undefined;
  const inside = block.slice(start + 1, end);
  const address = inside.replace(TITLE, "").trim();
  const first = start + 1 + inside.length - inside.trimStart().length;
  return { start: first, end: end + 1, text: address.startsWith("<") ? unbracketed(address) : address };
}

function label(text: string): string {
  return text.split(/\s+/u).filter(Boolean).join(" ").toLowerCase();
}

/** The label in `[text][label]`. */
function reference(block: string, bracket: Bracket): string | undefined {
  if (block[bracket.after] !== "[") return undefined;
  const end = block.indexOf("]", bracket.after);
  return end < 0 ? undefined : block.slice(bracket.after + 1, end) || bracket.text;
}

function isLink(block: string, bracket: Bracket, defined: ReadonlyMap<string, unknown>): boolean {
  return block[bracket.after] === "(" || defined.has(label(reference(block, bracket) || bracket.text));
}

/** A footnote or a reference link that names what is defined nowhere. */
function* undefinedReference(start: number, block: string, bracket: Bracket, defined: ReadonlyMap<string, unknown>): Generator<TextProblem> {
  const named = reference(block, bracket);
  if (bracket.text.startsWith("^")) {
    if (defined.has(label(bracket.text))) return;
    yield {
      path: [], at: start + bracket.start, rule: "verknuepfung-kaputt",
      message: `Zur Fußnote „${clip(bracket.text.slice(1))}“ fehlt der Text.`,
      remedy: `Ergänzen Sie eine Zeile „[${clip(bracket.text)}]: …“.`,
    };
  } else if (named && !named.startsWith("^") && !defined.has(label(named))) {
    yield {
      path: [], at: start + bracket.after, rule: "verknuepfung-kaputt",
      message: `Für den Verweis „${clip(named)}“ fehlt die Adresse.`,
      remedy: `Ergänzen Sie eine Zeile „[${clip(named)}]: adresse“, oder schreiben Sie [Text](adresse).`,
    };
  }
}

function empty(start: number, bracket: Bracket): TextProblem {
  return {
    path: [], at: start + bracket.start, rule: "verknuepfung-leer",
    message: "Der Link hat keinen Text.",
    remedy: "Schreiben Sie zwischen die eckigen Klammern, wohin er führt.",
  };
}

function* alternativeText(start: number, bracket: Bracket): Generator<TextProblem> {
  const alternative = bracket.text.trim();
  const at = start + bracket.start - 1;
  if (!alternative) {
    yield {
      path: [], at, rule: "bild-alternativtext",
      message: "Dem Bild fehlt der Alternativtext.",
      remedy: "Beschreiben Sie zwischen den eckigen Klammern, was das Bild zeigt.",
    };
  } else if (EMPTY_ALT.has(alternative.toLowerCase().replace(/^\.+|\.+$/gu, "")) || FILE_NAME.test(alternative)) {
    yield {
      path: [], at, rule: "bild-alternativtext-leer",
      message: `Der Alternativtext „${clip(alternative)}“ sagt nichts über das Bild.`,
      remedy: "Beschreiben Sie, was das Bild zeigt, so dass man es nicht sehen muss.",
    };
  }
}
