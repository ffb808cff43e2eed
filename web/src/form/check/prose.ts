// SPDX-License-Identifier: MIT
/** Markdown as prose: the text with code blanked out, its blocks and headings. Twin of `praxis/checks/prose.py` and `headings.py`. */

import type { Problem } from "./problem";
import { fold } from "./words";

/** A problem of the text, with its place. */
export type TextProblem = Problem & { readonly at: number };

const OPENING = /^(~{3,}|`{3,}) *(?:\{[^\n]*\}|(?:\.?[\p{L}\p{N}_#.+-]* *)(?:hl_lines=(?:"[^\n"]*"|'[^\n']*') *)?)$/u;
const CLOSING = /^(~{3,}|`{3,}) *$/u;
const BLANK = /\n[ \t]*\n(?:[ \t]*\n)*/gu;
const HASHES = /^(#{1,6})([^\n]*)$/gmu;
const UNDERLINED = /^([^\n]+)\n(=+|-+) *(?:\n|$)/u;
const MARKUP = /!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])|[*_`]|<[^<>]*>/gu;
const CODE = "\ufffc";

/** The text with fenced code and code spans blanked out; places stay. */
export function withoutCode(text: string): string {
  const prose = text.includes("```") || text.includes("~~~") ? withoutFences(text) : text;
  if (!prose.includes("`")) return prose;
  return [...blocks(prose, true)].map(([, block]) => withoutSpans(block)).join("");
}

/** The text with escaped brackets blanked out: they begin no link. */
export function withoutEscapes(text: string): string {
  return text.replace(/\\[\\[\]()!]/gu, "  ");
}

/** Start and text of each block between blank lines; with the blank lines too if asked for. */
export function* blocks(text: string, separators = false): Generator<readonly [number, string]> {
  let start = /^(?:[ \t]*\n)*/u.exec(text)![0].length;
  if (separators && start > 0) yield [0, text.slice(0, start)];
  const first = start;
  for (const blank of text.slice(first).matchAll(BLANK)) {
    const at = first + blank.index;
    yield [start, text.slice(start, at)];
    if (separators) yield [at, blank[0]];
    start = at + blank[0].length;
  }
  if (start < text.length) yield [start, text.slice(start)];
}

/** Place, level and words of every heading, in order. */
export function headings(text: string): { at: number; level: number; words: string }[] {
  const found = [...text.matchAll(HASHES)].map((mark) => ({ at: mark.index, level: mark[1]!.length, words: strip(mark[2]!, " #") }));
  if (!/\n[=-]/u.test(text)) return found;
  for (const [at, block] of blocks(text)) {
    const underlined = UNDERLINED.exec(block);
    if (!underlined || underlined[1]!.startsWith("#")) continue;
    found.push({ at, level: underlined[2]!.startsWith("=") ? 1 : 2, words: underlined[1]!.trim() });
  }
  return found.sort((one, other) => one.at - other.at);
}

/** Ids of the headings, as the page has them; `taken` are the ids of the page's own parts. */
export function anchors(text: string, taken: readonly string[]): Set<string> {
  const known = new Set<string>();
  for (const { words } of headings(text)) {
    const base = slugify(words.replace(MARKUP, (_, inner: string | undefined) => inner ?? ""), taken) || "_1";
    let slug = base;
    for (let number = 1; known.has(slug); number += 1) slug = `${base}_${number}`;
    known.add(slug);
  }
  return known;
}

function slugify(text: string, taken: readonly string[]): string {
  const kept = fold(text).replace(/[^\p{L}\p{N} \-_/–.]/gu, "").replace(/[ \-_/–.]/gu, "-");
  const slug = kept.split("-").filter(Boolean).join("-");
  return taken.includes(slug) || /^quelle-\p{Nd}+$/u.test(slug) ? `${slug}-im-text` : slug;
}

/** Headings of the first level, and headings that skip one. */
export function* checkHeadings(text: string): Generator<TextProblem> {
  let level = 1;
  for (const { at, level: now } of headings(text)) {
    if (now === 1) {
      yield {
        path: [], at, rule: "ueberschrift-titel",
        message: "Im Text steht eine Überschrift erster Ordnung (#).",
        remedy: "Beginnen Sie mit ##; der Titel der Seite kommt aus dem Kopf.",
      };
    } else if (now > level + 1) {
      yield {
        path: [], at, rule: "ueberschrift-stufe",
        message: `Die Überschrift springt von Stufe ${level} auf Stufe ${now}.`,
        remedy: `Schreiben Sie „${"#".repeat(level + 1)}“ statt „${"#".repeat(now)}“.`,
      };
    }
    level = now;
  }
}

function withoutFences(text: string): string {
  const lines = text.split("\n");
  for (let number = 0; number < lines.length; number += 1) {
    const opening = OPENING.exec(lines[number]!);
    if (!opening) continue;
    const end = lines.findIndex((line, at) => at > number && CLOSING.exec(line)?.[1] === opening[1]);
    if (end < 0) continue;
    for (let at = number; at <= end; at += 1) lines[at] = " ".repeat(lines[at]!.length);
    number = end;
  }
  return lines.join("\n");
}

/** A block with its code spans blanked out: a run of backticks ends at the next run of the same length. */
function withoutSpans(block: string): string {
  const runs = [...block.matchAll(/`+/gu)].map((found) => [found.index, found.index + found[0].length] as const);
  const parts: string[] = [];
  let done = 0;
  for (const [start, end] of runs) {
    const opening = start + (isEscaped(block, start) ? 1 : 0);
    if (start < done || opening === end) continue;
    for (let length = end - opening; length > 0; length -= 1) {
      const closing = runs.find(([from, to]) => to - from === length && from > opening + length)?.[0];
      if (closing === undefined) continue;
      parts.push(block.slice(done, opening), blank(block.slice(opening, closing + length)));
      done = closing + length;
      break;
    }
  }
  return [...parts, block.slice(done)].join("");
}

function isEscaped(text: string, index: number): boolean {
  let first = index;
  while (first > 0 && text[first - 1] === "\\") first -= 1;
  return (index - first) % 2 === 1;
}

/** A code span blanked out, but for lines that begin with a tag: those are HTML before they could be code. */
function blank(code: string): string {
  const [first = "", ...rest] = code.split("\n");
  const kept = rest.map((line) => (/^ *</u.test(line) ? line : CODE.repeat(line.length)));
  return [CODE.repeat(first.length), ...kept].join("\n");
}

function strip(text: string, signs: string): string {
  let [from, to] = [0, text.length];
  while (from < to && signs.includes(text[from]!)) from += 1;
  while (to > from && signs.includes(text[to - 1]!)) to -= 1;
  return text.slice(from, to);
}
