// SPDX-License-Identifier: MIT
/** Passages and marks. Twin of `praxis/search/passages.py`; positions are those of JavaScript strings. */

import type { Lexicon } from "./lexicon";
import { isShown, type Slot } from "./plan";
import { stem } from "./stemming";
import { spans, word } from "./tokens";

const WINDOW = 200;
const LONGEST = 280;
const LEAD = 60;
const MAX_MATCHES = 500;
const VALUE_UNIT = 1000;
const ENDS = ".!?:;\n";
const SPACES = " \t\n\r\f\v\u00a0\u2009\u202f";
const TRIMMED = "-'/:*·_\u2019\u2010\u2011\u00ad";

/** [start, end] within a text. */
export type Mark = readonly [number, number];

/** A stretch of a text: marks are within `text`; the flags say whether something was left out. */
export interface Passage {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly slot: number;
  readonly value: number;
}

/** Finds the words of a plan's slots in texts; `weights` are those of the slots (weight × idf). */
export class Marker {
  private readonly values = new Map<number, { slot: number; value: number }>();

  constructor(private readonly lexicon: Lexicon, slots: readonly Slot[], weights: readonly number[]) {
    slots.forEach((slot, number) => {
      for (const wording of slot.wordings.filter(isShown)) {
        const value = Math.floor(weights[number]! * wording.weight * VALUE_UNIT + 0.5);
        for (const term of wording.terms) {
          if (value > (this.values.get(term)?.value ?? 0)) this.values.set(term, { slot: number, value });
        }
      }
    });
  }

  /** Return [start, end] of everything in `text` that matches: for titles and other short texts. */
  marks(text: string): Mark[] {
    return this.matches(text).map(({ start, end }) => [start, end]);
  }

  /** Return the stretch of `text` that shows most of what was looked for, undefined where nothing matches. */
  passage(text: string): Passage | undefined {
    const matches = this.matches(text);
    if (matches.length === 0) return undefined;
    const begin = passageStart(text, matches[bestWindow(matches)]!.start);
    const end = passageEnd(text, begin);
    const inside = matches.filter((match) => match.start >= begin && match.end <= end);
    return {
      text: text.slice(begin, end).replaceAll("\n", " "),
      marks: inside.map((match) => [match.start - begin, match.end - begin]),
      cutBefore: begin > 0,
      cutAfter: end < trimmedLength(text),
    };
  }

  private matches(text: string): Match[] {
    const found: Match[] = [];
    for (const [start, end] of spans(text)) {
      const token = text.slice(start, end);
      const term = this.lexicon.termNumber.get(stem(word(token).form));
      if (term === undefined) continue;
      const whole = this.values.get(term);
      if (whole) found.push({ start, end, ...whole });
      else this.addParts(term, token, start, found);
      if (found.length >= MAX_MATCHES) break;
    }
    return found;
  }

  private addParts(term: number, token: string, start: number, found: Match[]): void {
    if (!this.lexicon.partsOf(term).some((part) => this.values.has(part))) return;
    let covered = 0;
    for (const [begin, size, part] of this.lexicon.partsWithin(term, word(token).form)) {
      const value = this.values.get(part);
      if (!value || begin < covered) continue;
      covered = begin + size;
      const [first, last] = writtenSpan(token, begin, covered);
      found.push({ start: start + first, end: start + last, ...value });
    }
  }
}

/** Return where in `token` the stretch from `begin` to `end` of its folded form is written. */
export function writtenSpan(token: string, begin: number, end: number): [number, number] {
  let first = 0;
  let last = token.length;
  for (let at = 1; at <= token.length; at++) {
    const { length } = word(token.slice(0, at)).form;
    if (length <= begin) first = at;
    if (length <= end) last = at;
  }
  while (first < last && TRIMMED.includes(token.charAt(first))) first++;
  while (last > first && TRIMMED.includes(token.charAt(last - 1))) last--;
  return [first, last];
}

function bestWindow(matches: readonly Match[]): number {
  let best = 0;
  let bestValue = -1;
  for (let first = 0; first < matches.length; first++) {
    const values = new Map<number, number>();
    let repeated = 0;
    for (let at = first; at < matches.length; at++) {
      const match = matches[at]!;
      if (match.end - matches[first]!.start > WINDOW) break;
      repeated += match.value;
      values.set(match.slot, Math.max(match.value, values.get(match.slot) ?? 0));
    }
    let value = repeated;
    for (const each of values.values()) value += 10 * each;
    if (value > bestValue) [best, bestValue] = [first, value];
  }
  return best;
}

function isSpace(text: string, at: number): boolean {
  return SPACES.includes(text.charAt(at));
}

function passageStart(text: string, match: number): number {
  const earliest = Math.max(0, match - LEAD);
  for (let at = match; at >= earliest; at--) {
    if (at === 0 || text[at - 1] === "\n") return at;
    if (isSpace(text, at - 1) && at > 1 && ENDS.includes(text.charAt(at - 2))) return at;
  }
  for (let at = match - LEAD / 2; at < match; at++) if (isSpace(text, at)) return at + 1;
  return match;
}

function passageEnd(text: string, begin: number): number {
  const limit = begin + LONGEST;
  if (limit >= text.length) return trimmedLength(text);
  for (let at = limit; at > begin + WINDOW; at--) if (isSpace(text, at)) return at;
  return limit;
}

function trimmedLength(text: string): number {
  let length = text.length;
  while (length > 0 && isSpace(text, length - 1)) length--;
  return length;
}
