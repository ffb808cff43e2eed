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

/** A slot and what a match of it is worth. */
interface Worth {
  readonly slot: number;
  readonly value: number;
}

interface Match extends Worth {
  readonly start: number;
  readonly end: number;
}

type Values = Map<number, Worth>;

/** Finds the words of a plan's slots in texts; words of a wording of several words only in texts that have them all. */
export class Marker {
  private readonly values: Values = new Map();
  private readonly together: [readonly number[], Worth][] = [];

  constructor(private readonly lexicon: Lexicon, slots: readonly Slot[], weights: readonly number[]) {
    slots.forEach((slot, number) => {
      for (const wording of slot.wordings.filter(isShown)) {
        const value = Math.floor(weights[number]! * wording.weight * VALUE_UNIT + 0.5);
        if (wording.terms.length === 1) raise(this.values, wording.terms, { slot: number, value });
        else this.together.push([wording.terms, { slot: number, value }]);
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
    const known: [number, number, number][] = [];
    for (const [start, end] of spans(text)) {
      const term = this.lexicon.termNumber.get(stem(word(text.slice(start, end)).form));
      if (term !== undefined) known.push([start, end, term]);
    }
    const values = this.valuesIn(new Set(known.map(([, , term]) => term)));
    for (const [start, end, term] of known) {
      const whole = values.get(term);
      if (whole) found.push({ start, end, ...whole });
      else this.addParts(term, text.slice(start, end), start, values, found);
      if (found.length >= MAX_MATCHES) break;
    }
    return found;
  }

  private valuesIn(terms: ReadonlySet<number>): Values {
    const present = this.together.filter(([wanted]) => wanted.every((term) => terms.has(term)));
    if (present.length === 0) return this.values;
    const values: Values = new Map(this.values);
    for (const [wanted, worth] of present) raise(values, wanted, worth);
    return values;
  }

  private addParts(term: number, token: string, start: number, values: Values, found: Match[]): void {
    if (!this.lexicon.partsOf(term).some((part) => values.has(part))) return;
    let covered = 0;
    for (const [begin, size, part] of this.lexicon.partsWithin(term, word(token).form)) {
      const value = values.get(part);
      if (!value || begin < covered) continue;
      covered = begin + size;
      const [first, last] = writtenSpan(token, begin, covered);
      found.push({ start: start + first, end: start + last, ...value });
    }
  }
}

/** Enter a slot and its value for terms that have no higher value yet. */
function raise(values: Values, terms: readonly number[], worth: Worth): void {
  for (const term of terms) if (worth.value > (values.get(term)?.value ?? 0)) values.set(term, worth);
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
