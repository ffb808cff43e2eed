// SPDX-License-Identifier: MIT
/**
 * Ranking: BM25F over slots plus a 4-gram cosine, quantised, in a fixed order. Twin of `praxis/search/ranking.py`: the
 * same numbers are added in the same order.
 */

import type { Postings } from "./data";
import { formGrams } from "./grams";
import type { Lexicon } from "./lexicon";
import type { Plan, Slot, Wording } from "./plan";
import { contentWords } from "./query";
import { Sums, SumsPool } from "./sums";

const IDF_UNIT = 65536;
export const SCORE_UNIT = 1_000_000;

/** Document numbers, best first, and their scores in units of 1/`SCORE_UNIT`. */
export interface Ranked {
  readonly documents: Uint32Array;
  readonly scores: Uint32Array;
}

export class Ranking {
  private readonly factors: Float64Array[];
  private readonly norms: Float64Array;
  private readonly holders = new Map<number, number>();
  private readonly pagePool: SumsPool;
  private readonly formPool: SumsPool;

  constructor(private readonly lexicon: Lexicon) {
    const { fields, lengths, norms, entries, settings } = lexicon.data;
    const pages = entries.length;
    this.pagePool = new SumsPool(pages);
    this.formPool = new SumsPool(lexicon.data.forms.length);
    this.factors = fields.map(({ weight, slope }, at) => fieldFactors(weight, slope, lengths[at]!));
    let sum = 0;
    for (const norm of norms) sum += norm;
    const mean = pages > 0 ? sum / pages : 0;
    const share = settings.norm_mean;
    this.norms = Float64Array.from(norms, (norm) => share * mean + (1 - share) * norm);
  }

  /** Forget what depended on postings that were not there yet. */
  reset(): void {
    this.holders.clear();
  }

  /** Return all documents with a score, best first; equal scores keep the order of the documents. Yields often. */
  *rank(plan: Plan): Generator<void, Ranked> {
    const words = yield* this.wordScores(plan.slots);
    const letters = yield* this.letterScores(plan);
    const bestWords = words.largest();
    const bestLetters = letters.largest();
    const share = this.lexicon.data.settings.gram_share;
    const pages = this.lexicon.data.entries.length;
    const keys = new Float64Array(pages);
    let count = 0;
    for (let document = 0; document < pages; document++) {
      let score = 0;
      if (bestWords > 0) score += words.values[document]! / bestWords;
      if (bestLetters > 0) score += share * (letters.values[document]! / bestLetters);
      const quantised = Math.floor(score * SCORE_UNIT + 0.5);
      if (quantised > 0) keys[count++] = (KEY_TOP - quantised) * KEY_STEP + document;
    }
    this.pagePool.give(words);
    this.pagePool.give(letters);
    yield;
    const sorted = keys.subarray(0, count).sort();
    return {
      documents: Uint32Array.from(sorted, (key) => key % KEY_STEP),
      scores: Uint32Array.from(sorted, (key) => KEY_TOP - Math.floor(key / KEY_STEP)),
    };
  }

  private *wordScores(slots: readonly Slot[]): Generator<void, Sums> {
    const { k1 } = this.lexicon.data.settings;
    const scores = this.pagePool.take();
    const frequencies = this.pagePool.take();
    for (const slot of slots) {
      for (const wording of slot.wordings) {
        this.addWording(wording, frequencies);
        yield;
      }
      const factor = slot.weight * this.idf(slot);
      for (let at = 0; at < frequencies.count; at++) {
        const document = frequencies.touched[at]!;
        const value = frequencies.values[document]!;
        const gain = (factor * value * (k1 + 1)) / (value + k1);
        if (gain > 0) scores.add(document, gain);
      }
      frequencies.clear();
      yield;
    }
    this.pagePool.give(frequencies);
    return scores;
  }

  private addWording(wording: Wording, frequencies: Sums): void {
    const [first, ...others] = wording.terms;
    if (others.length === 0) {
      this.addTerm(first!, wording.weight, frequencies);
      return;
    }
    const together = this.pagePool.take();
    this.addTerm(first!, 1, together);
    for (const term of others) {
      const here = this.pagePool.take();
      this.addTerm(term, 1, here);
      for (let at = 0; at < together.count; at++) {
        const document = together.touched[at]!;
        together.values[document] = Math.min(together.values[document]!, here.values[document]!);
      }
      this.pagePool.give(here);
    }
    for (let at = 0; at < together.count; at++) {
      const document = together.touched[at]!;
      const value = together.values[document]!;
      if (value > 0) frequencies.add(document, wording.weight * value);
    }
    this.pagePool.give(together);
  }

  /** Add the weighted occurrences of a term and of the words that have it as a part. */
  private addTerm(term: number, weight: number, frequencies: Sums): void {
    const { lexicon } = this;
    const own = lexicon.formsOf(term);
    const compounds = lexicon.compoundsOf(term);
    lexicon.data.fields.forEach((field, at) => {
      const column = lexicon.data.postings[at];
      if (!column) return;
      const factors = this.factors[at]!;
      addForms(own, weight, column, factors, frequencies);
      const share = weight * field.partWeight;
      for (const whole of compounds) addForms(lexicon.formsOf(whole), share, column, factors, frequencies);
    });
  }

  /** Return the weight of a slot by the number of pages that have its terms, alone or as a part. */
  idf(slot: Slot): number {
    const { entries, settings } = this.lexicon.data;
    const holders = this.holdersOf(slot);
    const value = Math.log(1 + (entries.length - holders + 0.5) / (holders + 0.5)) ** settings.idf_power;
    return Math.floor(IDF_UNIT * value + 0.5) / IDF_UNIT;
  }

  /** Return the number of pages that have the terms of a slot, alone or as a part. */
  holdersOf(slot: Slot): number {
    const terms = slot.counted.length > 0 ? slot.counted : slot.wordings[0]!.terms;
    const single = terms.length === 1 ? terms[0]! : -1;
    let holders = this.holders.get(single);
    if (holders === undefined) {
      holders = this.lexicon.countPages(this.lexicon.formsWith(terms));
      if (single >= 0) this.holders.set(single, holders);
    }
    return holders;
  }

  /** Return what {@link wordScores} comes near to for a page full of every word. */
  attainable(slots: readonly Slot[]): number {
    const { k1 } = this.lexicon.data.settings;
    let total = 0;
    for (const slot of slots) total += slot.weight * this.idf(slot) * (k1 + 1);
    return total;
  }

  /** Return the BM25F score of each document with a word of a slot. Yields often. */
  *scoresByDocument(slots: readonly Slot[]): Generator<void, Map<number, number>> {
    const scores = yield* this.wordScores(slots);
    const found = new Map<number, number>();
    for (let at = 0; at < scores.count; at++) {
      const document = scores.touched[at]!;
      found.set(document, scores.values[document]!);
    }
    this.pagePool.give(scores);
    return found;
  }

  /** Return S2, the 4-gram cosine of each document with the content words of the query. */
  private *letterScores(plan: Plan): Generator<void, Sums> {
    const { lexicon } = this;
    const { fields, postings, settings } = lexicon.data;
    const counts = new Map<string, number>();
    for (const word of contentWords(plan.query).slice(0, settings.max_words)) {
      for (const gram of formGrams(word.form)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    const weights = this.formPool.take();
    for (const [gram, count] of counts) {
      const weight = lexicon.pageGramWeight(gram);
      if (weight > 0) {
        const value = count * weight * weight;
        for (const form of lexicon.formGramHolders(gram)) weights.add(form, value);
      }
      yield;
    }
    const products = this.pagePool.take();
    for (let at = 0; at < weights.count; at++) {
      if (at % SLICE === SLICE - 1) yield;
      const form = weights.touched[at]!;
      const value = weights.values[form]!;
      for (let field = 0; field < fields.length; field++) {
        const column = postings[field];
        if (!column) continue;
        const times = value * fields[field]!.gramCount;
        for (let place = column.starts[form]!, end = column.starts[form + 1]!; place < end; place++) {
          products.add(column.documents[place]!, times * column.counts[place]!);
        }
      }
    }
    this.formPool.give(weights);
    for (let at = 0; at < products.count; at++) {
      const document = products.touched[at]!;
      products.values[document]! /= this.norms[document]!;
    }
    return products;
  }
}

const SLICE = 2000;
/** Scores stay below this, and document numbers below the step: both fit into one sortable number. */
const KEY_TOP = 2 ** 24;
const KEY_STEP = 2 ** 28;

function addForms(
  forms: Uint32Array,
  share: number,
  column: Postings,
  factors: Float64Array,
  frequencies: Sums,
): void {
  for (const form of forms) {
    for (let at = column.starts[form]!, end = column.starts[form + 1]!; at < end; at++) {
      const document = column.documents[at]!;
      frequencies.add(document, share * column.counts[at]! * factors[document]!);
    }
  }
}

/** Return w/n for each document: the field's weight over its normalised length. */
function fieldFactors(weight: number, slope: number, lengths: Uint32Array): Float64Array {
  let sum = 0;
  for (const length of lengths) sum += length;
  const mean = sum / lengths.length;
  return Float64Array.from(lengths, (length) => weight / (1 - slope + slope * (length / mean)));
}
