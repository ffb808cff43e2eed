// SPDX-License-Identifier: MIT
/** Splitting compounds with the index's dictionary as lexicon. Twin of `praxis/search/compounds.py`. */

import { MAX_FORM } from "./folding";
import { roundHalfEven } from "./grams";
import { STOP_WORDS } from "./stopwords";

/** Where a part stands in its word: start and length. */
export type Span = readonly [number, number];

const MIN_WORD = 7;
const MIN_PART = 4;
const MIN_FREQUENT_PART = 3;
const MAX_PARTS = 5;
const MIN_SPLIT_AGAIN = 8;
const FREQUENT_SHARE = 5000;
const NO_PARTS: ReadonlySet<string> = new Set(["end", "ende", "enden", "endem", "ender", "endes", "ung", "lich", "bar", "sam"]);
const UNIT = 1024;
const LINKS: readonly (readonly [string, number])[] = [
  ["", 0], ["s", UNIT / 2], ["n", UNIT / 2], ["en", UNIT / 2],
  ["es", 2 * UNIT], ["er", 2 * UNIT], ["e", 2 * UNIT], ["ns", 2 * UNIT], ["ens", 2 * UNIT],
];
const NO_LETTER = /[0-9§]/;

/** How often forms and stems occur; 0 for those that do not. */
export interface Frequencies {
  readonly total: number;
  form(text: string): number;
  stem(text: string): number;
}

interface Step {
  cost: number;
  part: Span;
}

export class Splitter {
  constructor(private readonly lexicon: Frequencies) {}

  /** Return the parts of `word` (none where it is no compound), long parts followed by their own parts. */
  split(word: string): Span[] {
    const parts: Span[] = [];
    for (const [start, length] of this.chain(word)) {
      parts.push([start, length]);
      for (const [inner, size] of this.splitAgain(word.slice(start, start + length))) parts.push([start + inner, size]);
    }
    return parts;
  }

  /** Return the parts of a part, if it is long enough to have any. */
  splitAgain(part: string): Span[] {
    return part.length >= MIN_SPLIT_AGAIN ? this.split(part) : [];
  }

  /** Return the parts of a joined word: its pieces, and the parts of long pieces; stop words are none. */
  joined(pieces: readonly string[]): Span[] {
    const parts: Span[] = [];
    let start = 0;
    for (const piece of pieces) {
      if (start + piece.length > MAX_FORM) break;
      if (!STOP_WORDS.has(piece)) {
        parts.push([start, piece.length]);
        for (const [inner, size] of this.splitAgain(piece)) parts.push([start + inner, size]);
      }
      start += piece.length;
    }
    return parts;
  }

  private chain(word: string): Span[] {
    const size = word.length;
    if (size < MIN_WORD || STOP_WORDS.has(word) || NO_LETTER.test(word)) return [];
    const best: Map<number, Step>[] = [new Map([[0, { cost: 0, part: [0, 0] as const }]])];
    for (let count = 0; count < MAX_PARTS; count++) {
      const reached = new Map<number, Step>();
      const begins = [...best[count]!.keys()].sort((one, other) => one - other);
      for (const begin of begins) this.extend(word, begin, best[count]!.get(begin)!.cost, reached);
      best.push(reached);
    }
    let chosen = 0;
    let lowest = Infinity;
    for (let count = 2; count <= MAX_PARTS; count++) {
      const step = best[count]!.get(size);
      if (step && step.cost < lowest) [chosen, lowest] = [count, step.cost];
    }
    const chain: Span[] = [];
    for (let end = size, count = chosen; count > 0; count--) {
      const { part } = best[count]!.get(end)!;
      chain.push(part);
      end = part[0];
    }
    return chain.reverse();
  }

  private extend(word: string, begin: number, cost: number, reached: Map<number, Step>): void {
    const size = word.length;
    for (let end = begin + MIN_FREQUENT_PART; end <= size; end++) {
      const text = word.slice(begin, end);
      const part: Span = [begin, end - begin];
      if (end === size) {
        const own = begin > 0 ? this.cost(text, this.lexicon.form(text)) : Infinity;
        if (own < Infinity) offer(reached, size, cost + own, part);
        continue;
      }
      const own = Math.min(this.cost(text, this.lexicon.form(text)), this.cost(text, this.lexicon.stem(text)));
      if (own === Infinity) continue;
      for (const [link, price] of LINKS) {
        const following = end + link.length;
        if (size - following >= MIN_FREQUENT_PART && word.startsWith(link, end)) {
          offer(reached, following, cost + own + price, part);
        }
      }
    }
  }

  private cost(text: string, count: number): number {
    if (count < 1 || STOP_WORDS.has(text) || NO_PARTS.has(text) || NO_LETTER.test(text)) return Infinity;
    const { total } = this.lexicon;
    if (text.length < MIN_PART && count * FREQUENT_SHARE < total) return Infinity;
    return roundHalfEven(UNIT * (Math.log(Math.max(total / count, 1)) + 1));
  }
}

function offer(reached: Map<number, Step>, end: number, cost: number, part: Span): void {
  const known = reached.get(end);
  if (!known || cost < known.cost) reached.set(end, { cost, part });
}
