// SPDX-License-Identifier: MIT
/** What follows from an index's dictionary, derived once at load. Twin of `praxis/search/lexicon.py`. */

import { Splitter } from "./compounds";
import { spelling, TEXT, type IndexData, type Postings } from "./data";
import { GramLists, Letters, pageGramWeight, stemGramWeight } from "./grams";
import { stem } from "./stemming";
import { STOP_WORDS } from "./stopwords";
import { SumsPool } from "./sums";

/** A wording of a synonym group: its stems, and the terms that must all occur (none if one of them never does). */
export interface SynonymWording {
  readonly stems: readonly string[];
  readonly terms: readonly number[];
}

const SLICE = 10_000;

/** Lists of small numbers by number, in two arrays. */
class Lists {
  private constructor(private readonly starts: Uint32Array, private readonly values: Uint32Array) {}

  static from(count: number, owners: Uint32Array, values?: Uint32Array): Lists {
    const starts = new Uint32Array(count + 1);
    for (const owner of owners) starts[owner + 1]!++;
    for (let at = 0; at < count; at++) starts[at + 1]! += starts[at]!;
    const next = starts.slice();
    const sorted = new Uint32Array(owners.length);
    for (let at = 0; at < owners.length; at++) sorted[next[owners[at]!]!++] = values ? values[at]! : at;
    return new Lists(starts, sorted);
  }

  get(owner: number): Uint32Array {
    return this.values.subarray(this.starts[owner], this.starts[owner + 1]);
  }
}

export class Lexicon {
  readonly terms: string[] = [];
  readonly termOf: Uint32Array;
  readonly termNumber = new Map<string, number>();
  readonly formNumber = new Map<string, number>();
  /** How often each form occurs in all fields together. */
  totals: Float64Array;
  readonly synonymGroups: SynonymWording[][] = [];
  readonly synonymsByStart = new Map<string, [readonly string[], number][]>();
  /** Stems that are a wording by themselves and have another wording that occurs. */
  readonly knownBySynonyms = new Set<string>();
  readonly splitter: Splitter;
  termPool!: SumsPool;
  private total = 0;
  private termTotals = new Float64Array(0);
  private formsByTerm!: Lists;
  private compoundsByTerm!: Lists;
  private partsByTerm!: Lists;
  private splitOfTerm!: Int32Array;
  private stemLists!: GramLists;
  private formLists!: GramLists;
  private stemNorms!: Float64Array;
  private lengthLists!: Lists;
  private bits!: Int32Array;
  private pageWeights = new Map<string, number>();
  private marks: Uint32Array;
  private mark = 0;

  private constructor(readonly data: IndexData) {
    this.termOf = new Uint32Array(data.forms.length);
    this.totals = new Float64Array(data.forms.length);
    this.marks = new Uint32Array(data.entries.length);
    this.splitter = new Splitter(this.frequencies());
  }

  /** Derive everything; yields now and then. */
  static *of(data: IndexData): Generator<void, Lexicon> {
    const lexicon = new Lexicon(data);
    yield* lexicon.numberForms();
    lexicon.termPool = new SumsPool(lexicon.terms.length);
    yield* lexicon.linkParts();
    lexicon.readSynonyms();
    yield;
    const letters = new Letters(data.forms);
    yield;
    lexicon.stemLists = yield* GramLists.of(lexicon.terms, ["^", "$"], 3, letters);
    yield* lexicon.measureStems();
    lexicon.formLists = yield* GramLists.of(data.forms, ["^", ""], 4, letters);
    yield* lexicon.sortByLength();
    yield* lexicon.count();
    return lexicon;
  }

  /** Take over postings that were loaded later. */
  *addPostings(field: number, postings: Postings): Generator<void, void> {
    this.data.postings[field] = postings;
    yield* this.count();
  }

  /** Whether the postings of the texts are there. */
  get complete(): boolean {
    return this.data.fields.every((field, at) => field.name !== TEXT || this.data.postings[at] !== undefined);
  }

  /** Return the term of a form or, where no form is written so, of a stem. */
  termOfText(text: string): number | undefined {
    const form = this.formNumber.get(text);
    return form === undefined ? this.termNumber.get(text) : this.termOf[form];
  }

  formsOf(term: number): Uint32Array {
    return this.formsByTerm.get(term);
  }

  compoundsOf(term: number): Uint32Array {
    return this.compoundsByTerm.get(term);
  }

  /** The forms of terms and of the words that have them as a part. */
  formsWith(terms: readonly number[]): number[] {
    const forms: number[] = [];
    for (const term of terms) {
      for (const form of this.formsOf(term)) forms.push(form);
      for (const whole of this.compoundsOf(term)) for (const form of this.formsOf(whole)) forms.push(form);
    }
    return forms;
  }

  partsOf(term: number): Uint32Array {
    return this.partsByTerm.get(term);
  }

  /** Return [start, length, term] of the parts of `form`, a form of `term`; long parts before their own. */
  partsWithin(term: number, form: string): [number, number, number][] {
    const number = this.splitOfTerm[term]!;
    if (number < 0) return [];
    const { forms: splitForms, starts, spans } = this.data.splits;
    const written = this.data.forms[splitForms[number]!]!;
    let common = 0;
    while (common < Math.min(written.length, form.length) && written[common] === form[common]) common++;
    const found: [number, number, number][] = [];
    for (let at = starts[number]!; at < starts[number + 1]!; at += 2) {
      const [start, length] = [spans[at]!, spans[at + 1]!];
      const part = this.termOfText(written.slice(start, start + length));
      if (part === undefined || start >= common) continue;
      found.push([start, start + length <= common ? length : form.length - start, part]);
    }
    return found;
  }

  stemGramHolders(gram: string): Uint32Array {
    return this.stemLists.get(gram);
  }

  stemGramWeight(holders: Uint32Array): number {
    return stemGramWeight(this.terms.length, holders.length);
  }

  /** The length of a term's 3-gram vector. */
  stemNorm(term: number): number {
    return this.stemNorms[term]!;
  }

  formGramHolders(gram: string): Uint32Array {
    return this.formLists.get(gram);
  }

  /** Return the weight of a 4-gram: by the number of pages with a form that has it. */
  pageGramWeight(gram: string): number {
    let weight = this.pageWeights.get(gram);
    if (weight === undefined) {
      const pages = this.data.entries.length;
      const { gram_limit: limit } = this.data.settings;
      weight = pageGramWeight(pages, this.countPages(this.formLists.get(gram), limit * pages), limit);
      this.pageWeights.set(gram, weight);
    }
    return weight;
  }

  /** Return how many documents have one of the forms; stops counting beyond `enough`. */
  countPages(forms: ArrayLike<number>, enough = Infinity): number {
    const mark = ++this.mark;
    let count = 0;
    for (let each = 0; each < forms.length; each++) {
      const form = forms[each]!;
      for (const column of this.data.postings) {
        if (!column) continue;
        for (let at = column.starts[form]!, end = column.starts[form + 1]!; at < end; at++) {
          const document = column.documents[at]!;
          if (this.marks[document] !== mark) {
            this.marks[document] = mark;
            count++;
          }
        }
      }
      if (count > enough) return count;
    }
    return count;
  }

  /** Return the terms' stems and the forms of a length: numbers below the number of terms are stems, others forms. */
  ofLength(length: number): Uint32Array {
    return length > 0 && length <= LONGEST ? this.lengthLists.get(length) : new Uint32Array(0);
  }

  /** The text and the term of a number that `ofLength` gives, and its letters as bits. */
  textOf(number: number): string {
    return number < this.terms.length ? this.terms[number]! : this.data.forms[number - this.terms.length]!;
  }

  termOfNumber(number: number): number {
    return number < this.terms.length ? number : this.termOf[number - this.terms.length]!;
  }

  bitsOf(number: number): number {
    return this.bits[number]!;
  }

  /** Return a form as it is usually written. */
  surface(form: number): string {
    return spelling(this.data.forms[form]!, this.data.spellings[form]!);
  }

  private *numberForms(): Generator<void, void> {
    const { forms, cuts } = this.data;
    let before = "";
    let number = -1;
    for (let form = 0; form < forms.length; form++) {
      if (form % SLICE === SLICE - 1) yield;
      const text = forms[form]!;
      const cut = cuts[form]!;
      const stemmed = cut > 0 ? text.slice(0, text.length - cut) : text;
      if (number < 0 || stemmed !== before) {
        const known = this.termNumber.get(stemmed);
        number = known ?? this.terms.length;
        if (known === undefined) {
          this.termNumber.set(stemmed, number);
          this.terms.push(stemmed);
        }
        before = stemmed;
      }
      this.termOf[form] = number;
      this.formNumber.set(text, form);
    }
    yield;
    this.formsByTerm = Lists.from(this.terms.length, this.termOf);
  }

  private *linkParts(): Generator<void, void> {
    const { splits, forms } = this.data;
    const owners = new Uint32Array(splits.spans.length / 2);
    const wholes = new Uint32Array(splits.spans.length / 2);
    let used = 0;
    this.splitOfTerm = new Int32Array(this.terms.length).fill(-1);
    for (let number = 0; number < splits.forms.length; number++) {
      if (number % SLICE === SLICE - 1) yield;
      const form = splits.forms[number]!;
      const whole = this.termOf[form]!;
      const text = forms[form]!;
      const first = used;
      for (let at = splits.starts[number]!; at < splits.starts[number + 1]!; at += 2) {
        const start = splits.spans[at]!;
        const part = this.termOfText(text.slice(start, start + splits.spans[at + 1]!));
        if (part === undefined || part === whole || owners.subarray(first, used).includes(part)) continue;
        owners[used] = part;
        wholes[used++] = whole;
      }
      this.splitOfTerm[whole] = number;
    }
    yield;
    this.compoundsByTerm = Lists.from(this.terms.length, owners.subarray(0, used), wholes);
    this.partsByTerm = Lists.from(this.terms.length, wholes.subarray(0, used), owners);
  }

  private readSynonyms(): void {
    this.data.synonyms.forEach((group, number) => {
      const wordings = group.map((forms) => this.wording(forms));
      this.synonymGroups.push(wordings);
      for (const { stems } of wordings) {
        const others = wordings.some(({ stems: other, terms }) => terms.length > 0 && other.join(" ") !== stems.join(" "));
        if (stems.length === 1 && others) this.knownBySynonyms.add(stems[0]!);
      }
      for (const { stems } of wordings) {
        const first = stems[0]!;
        const known = this.synonymsByStart.get(first);
        if (known) known.push([stems, number]);
        else this.synonymsByStart.set(first, [[stems, number]]);
      }
    });
  }

  private wording(forms: readonly string[]): SynonymWording {
    const stems = forms.map(stem);
    const content = stems.filter((_, at) => !STOP_WORDS.has(forms[at]!));
    const texts = [...new Set(content.length > 0 ? content : stems)];
    const terms = texts.map((text) => this.termNumber.get(text));
    const all = terms.every((term) => term !== undefined);
    return { stems, terms: all ? (terms as number[]) : [] };
  }

  private *measureStems(): Generator<void, void> {
    this.stemNorms = new Float64Array(this.terms.length);
    for (let gram = 0; gram < this.stemLists.count; gram++) {
      const holders = this.stemLists.at(gram);
      const weight = this.stemGramWeight(holders);
      for (const term of holders) this.stemNorms[term]! += weight * weight;
    }
    yield;
    for (let term = 0; term < this.terms.length; term++) this.stemNorms[term] = Math.sqrt(this.stemNorms[term]!);
  }

  private *sortByLength(): Generator<void, void> {
    const count = this.terms.length + this.data.forms.length;
    const lengths = new Uint32Array(count);
    this.bits = new Int32Array(count);
    for (let number = 0; number < count; number++) {
      if (number % SLICE === SLICE - 1) yield;
      const text = this.textOf(number);
      // a form that is its own stem need not be looked at twice
      lengths[number] = number >= this.terms.length && this.data.cuts[number - this.terms.length] === 0 ? 0 : text.length;
      this.bits[number] = letterBits(text);
    }
    this.lengthLists = Lists.from(LONGEST + 1, lengths);
  }

  private *count(): Generator<void, void> {
    const { forms, postings } = this.data;
    this.totals = new Float64Array(forms.length);
    this.total = 0;
    for (const column of postings) {
      if (!column) continue;
      for (let form = 0; form < forms.length; form++) {
        let sum = 0;
        for (let at = column.starts[form]!, end = column.starts[form + 1]!; at < end; at++) sum += column.counts[at]!;
        this.totals[form]! += sum;
        this.total += sum;
      }
      yield;
    }
    this.termTotals = new Float64Array(this.terms.length);
    for (let form = 0; form < forms.length; form++) this.termTotals[this.termOf[form]!]! += this.totals[form]!;
    for (const text of STOP_WORDS) {
      const form = this.formNumber.get(text);
      if (form !== undefined) this.termTotals[this.termOf[form]!]! -= this.totals[form]!;
    }
    this.pageWeights.clear();
  }

  private frequencies(): { readonly total: number; form(text: string): number; stem(text: string): number } {
    const lexicon = this;
    return {
      get total(): number {
        return lexicon.total;
      },
      form: (text) => this.totals[this.formNumber.get(text) ?? -1] ?? 0,
      stem: (text) => this.termTotals[this.termNumber.get(text) ?? -1] ?? 0,
    };
  }
}

const LONGEST = 64;

/** Return a number with a bit for every character code modulo 32 in `text`. */
export function letterBits(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31);
  return bits;
}
