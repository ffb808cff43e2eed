// SPDX-License-Identifier: MIT
/** Similar words: neighbours, guesses, continuations. Twin of `praxis/search/similar.py`. */

import { stemGrams } from "./grams";
import { letterBits, type Lexicon } from "./lexicon";
import { stem } from "./stemming";

/** A term and its weight. */
export type Weighted = readonly [number, number];

const MIN_LENGTH = 4;
const MIN_PREFIX = 2;

/** Return whether similar words of `text` mean anything: not for short words, nor for numbers. */
export function expandable(text: string): boolean {
  return text.length >= MIN_LENGTH && !/[0-9]/.test(text);
}

/** Return [term, cosine] of the terms whose 3-grams are at least `least` like those of the stem `text`. */
export function cosines(lexicon: Lexicon, text: string, least: number): [number, number][] {
  const shared = lexicon.termPool.take();
  let squares = 0;
  for (const gram of stemGrams(text)) {
    const holders = lexicon.stemGramHolders(gram);
    const weight = lexicon.stemGramWeight(holders);
    const square = weight * weight;
    squares += square;
    for (let at = 0; at < holders.length; at++) shared.add(holders[at]!, square);
  }
  const norm = Math.sqrt(squares);
  const found: [number, number][] = [];
  for (let at = 0; at < shared.count; at++) {
    const term = shared.touched[at]!;
    const cosine = shared.values[term]! / (norm * lexicon.stemNorm(term));
    if (cosine >= least) found.push([term, cosine]);
  }
  lexicon.termPool.give(shared);
  return found;
}

function byWeight(one: Weighted, other: Weighted): number {
  return other[1] - one[1] || one[0] - other[0];
}

/** Return the terms similar to a known term, best first. */
export function neighbours(lexicon: Lexicon, term: number): Weighted[] {
  const { near_least: least, near_count: count, near_weight: weight } = lexicon.data.settings;
  const text = lexicon.terms[term]!;
  if (!expandable(text)) return [];
  const isNear = ([other]: Weighted): boolean => other !== term && lexicon.terms[other]!.length >= MIN_LENGTH;
  const near = cosines(lexicon, text, least).filter(isNear).sort(byWeight);
  return near.slice(0, count).map(([other, value]) => [other, weight * value * value * value]);
}

/** Return what an unknown word may have meant, best first. */
export function guesses(lexicon: Lexicon, form: string): Weighted[] {
  if (!expandable(form)) return [];
  const { guess_least: least, guess_count: count, guess_share: share } = lexicon.data.settings;
  const text = stem(form);
  const similarity = new Map(cosines(lexicon, text, least));
  for (const spelling of new Set([text, form])) {
    for (const [term, value] of closeTerms(lexicon, spelling)) {
      similarity.set(term, Math.max(value, similarity.get(term) ?? 0));
    }
  }
  const best = [...similarity].sort(byWeight).slice(0, count);
  return best.filter(([, value]) => value >= share * best[0]![1]).map(([term, value]) => [term, value * value]);
}

/** Return 1 − d/length for the terms with a stem or form within the Damerau distance allowed for `text`. */
function closeTerms(lexicon: Lexicon, text: string): Map<number, number> {
  const limit = text.length <= 5 ? 1 : 2;
  const bits = letterBits(text);
  const length = Math.max(MIN_LENGTH, text.length);
  const found = new Map<number, number>();
  for (let size = text.length - limit; size <= text.length + limit; size++) {
    for (const number of lexicon.ofLength(size)) {
      if (ones(bits ^ lexicon.bitsOf(number)) > 2 * limit) continue;
      const value = 1 - damerau(text, lexicon.textOf(number), limit) / length;
      const term = lexicon.termOfNumber(number);
      if (value >= 1 - limit / length && value > (found.get(term) ?? lexicon.data.settings.guess_least)) {
        found.set(term, value);
      }
    }
  }
  return found;
}

function ones(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Rows that are used again: thousands of words are compared for one slip. */
const [beforeRow, lastRow, currentRow] = [new Uint8Array(66), new Uint8Array(66), new Uint8Array(66)];

/**
 * Return the optimal-string-alignment distance, or `limit + 1` where it is greater than `limit`. Only cells at most `limit` off
 * the diagonal are reckoned: any others are further away than that. Words are no longer than `MAX_FORM`.
 */
export function damerau(first: string, second: string, limit: number): number {
  const size = second.length;
  const far = limit + 1;
  if (Math.abs(first.length - size) > limit) return far;
  let [before, row, current] = [beforeRow, lastRow, currentRow];
  for (let j = 0; j <= size; j++) row[j] = Math.min(j, far);
  for (let i = 1; i <= first.length; i++) {
    const begin = Math.max(1, i - limit);
    const end = Math.min(size, i + limit);
    const letter = first.charCodeAt(i - 1);
    let least = (current[begin - 1] = i <= limit ? i : far);
    for (let j = begin; j <= end; j++) {
      let cost = row[j - 1]!;
      if (letter !== second.charCodeAt(j - 1)) {
        cost = Math.min(cost, row[j]!, current[j - 1]!) + 1;
        if (
          i > 1 && j > 1 &&
          letter === second.charCodeAt(j - 2) &&
          first.charCodeAt(i - 2) === second.charCodeAt(j - 1)
        ) {
          cost = Math.min(cost, before[j - 2]! + 1);
        }
      }
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return far;
    if (end < size) current[end + 1] = far;
    [before, row, current] = [row, current, before];
  }
  return Math.min(row[size]!, far);
}

/** Return the terms of the most frequent forms that begin with `prefix`, heaviest first. */
export function continuations(lexicon: Lexicon, prefix: string): Weighted[] {
  if (prefix.length < MIN_PREFIX) return [];
  const { forms } = lexicon.data;
  let start = 0;
  for (let end = forms.length; start < end; ) {
    const middle = (start + end) >>> 1;
    if (forms[middle]! < prefix) start = middle + 1;
    else end = middle;
  }
  const found: number[] = [];
  for (let form = start; form < forms.length && forms[form]!.startsWith(prefix); form++) found.push(form);
  found.sort((one, other) => lexicon.totals[other]! - lexicon.totals[one]! || one - other);
  const weights = new Map<number, number>();
  for (const form of found.slice(0, lexicon.data.settings.prefix_count)) {
    const share = 0.5 + 0.5 * (prefix.length / forms[form]!.length);
    const term = lexicon.termOf[form]!;
    weights.set(term, Math.max(weights.get(term) ?? 0, share * share));
  }
  return [...weights].sort(byWeight);
}

/** Return the form of `term` that is written most like `text`, the more frequent one of equals. */
export function closestForm(lexicon: Lexicon, term: number, text: string): number {
  const rated = Array.from(lexicon.formsOf(term), (form) => ({
    form,
    distance: damerau(text, lexicon.data.forms[form]!, MIN_LENGTH),
    total: lexicon.totals[form]!,
  }));
  rated.sort((one, other) => one.distance - other.distance || other.total - one.total || one.form - other.form);
  return rated[0]!.form;
}
