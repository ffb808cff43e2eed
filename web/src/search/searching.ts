// SPDX-License-Identifier: MIT
/** Searching: from what a reader typed to hits with reasons. Twin of `praxis/search/searching.py`. */

import { readCore, readPostings, TEXT, type CoreFile, type Entry, type Postings } from "./data";
import { Lexicon } from "./lexicon";
import { Marker, type Mark, type Passage } from "./passages";
import { isShown, makePlan, type Plan, type Slot, type Why, type Wording } from "./plan";
import { parse, type Query, type QueryWord } from "./query";
import { Ranking, type Ranked } from "./ranking";
import { FOUND_SHOWN, newReason, together, type Reason } from "./reasons";
import { closestForm, damerau } from "./similar";
import { stem } from "./stemming";
import { forms } from "./tokens";

/** A guess of at least this weight is offered as “Meinten Sie …?”. */
export const SUGGESTED = 0.36;
/** A word this near to another one is that word with a slip. */
const SLIP = 2;
/** Texts that are loaded for one quoted phrase at most. */
const PHRASES_CHECKED = 100;

/** One result; `passage` is undefined where nothing in the text matches or the text is not loaded (`hasText`). */
export interface Hit {
  readonly document: number;
  readonly entry: Entry;
  readonly score: number;
  readonly why: readonly Reason[];
  readonly titleMarks: readonly Mark[];
  readonly passage: Passage | undefined;
  readonly hasText: boolean;
}

export interface Unknown {
  readonly word: string;
  readonly instead: string | undefined;
  /** No other word comes near enough to be offered, and the parts of the word were searched. */
  readonly inParts: boolean;
}

export interface SearchOptions {
  /** The last word may be unfinished. */
  readonly typing?: boolean;
  /** Filters document numbers after the ranking; statistics and scores stay those of all documents. */
  readonly allowed?: (document: number) => boolean;
}

/** The ranked documents of one search; hits with reasons are made for those that are shown. */
export interface Results {
  readonly query: Query;
  readonly plan: Plan;
  readonly ranked: Ranked;
  /** Document numbers after exclusions, phrases and filters, best first. */
  readonly order: readonly number[];
  /** The query with unknown words replaced. */
  readonly suggestion: string | undefined;
  readonly unknown: readonly Unknown[];
  /** No page has the quoted words together: they were searched as single words. */
  readonly phraseMissing: boolean;
  /** Pages that have the quoted words, but far down the order, were not looked at: there may be more hits. */
  readonly phraseCut: boolean;
  /** Files of passages that must be loaded before phrases can be told for sure; empty when nothing is missing. */
  readonly missingChunks: readonly number[];
  /** Only titles and short fields were searched, because the text postings are not there yet. */
  readonly partial: boolean;
}

/** Run a generator of slices to its end at once. */
export function finish<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export class Searcher {
  readonly ranking: Ranking;
  private readonly texts: (readonly string[] | undefined)[];

  private constructor(readonly lexicon: Lexicon) {
    this.ranking = new Ranking(lexicon);
    this.texts = lexicon.data.chunks.map(() => undefined);
  }

  /** Make a searcher from the content of `kern.js`, in slices. Throws `Error` for damaged content. */
  static *from(core: CoreFile): Generator<void, Searcher> {
    const data = yield* readCore(core);
    yield;
    return new Searcher(yield* Lexicon.of(data));
  }

  get entries(): readonly Entry[] {
    return this.lexicon.data.entries;
  }

  /** Take over the content of `text.js`, in slices. */
  *addText(content: string): Generator<void, void> {
    const { fields, forms: dictionary } = this.lexicon.data;
    const at = fields.findIndex((field) => field.name === TEXT);
    if (at < 0) return;
    yield* this.lexicon.addPostings(at, yield* readPostings(content, dictionary.length));
    this.ranking.reset();
  }

  /** Take over the content of `stellen-N.js`. */
  addPassages(chunk: number, texts: readonly string[]): void {
    this.texts[chunk] = texts;
  }

  /** Return the number of the file that holds the text of a document. */
  chunkOf(document: number): number {
    const { chunks } = this.lexicon.data;
    let chunk = chunks.length - 1;
    while (chunk > 0 && chunks[chunk]! > document) chunk--;
    return chunk;
  }

  /** Whether a file of passages is loaded. */
  hasChunk(chunk: number): boolean {
    return this.texts[chunk] !== undefined;
  }

  /** Return the stored text of a document, undefined while its file is not loaded. */
  textOf(document: number): string | undefined {
    const chunk = this.chunkOf(document);
    return this.texts[chunk]?.[document - this.lexicon.data.chunks[chunk]!];
  }

  /** Search at once. Never throws for any text. */
  search(text: string, options: SearchOptions = {}): Results {
    return finish(this.searchSteps(text, options));
  }

  /** Search in slices of a few milliseconds. */
  *searchSteps(text: string, options: SearchOptions = {}): Generator<void, Results> {
    const query = parse(text, options.typing ?? false);
    const plan = yield* makePlan(this.lexicon, query);
    const ranked = yield* this.ranking.rank(plan);
    yield;
    const missing = new Set<number>();
    const excluded = this.excluded(query);
    const explained = yield* this.documentsWithReason(plan);
    let order = Array.from(ranked.documents).filter((document) => explained(document) && !excluded.has(document));
    for (const phrase of query.excludedPhrases) {
      const { sure, unsure } = this.documentsWith(phrase, order, missing);
      order = order.filter((document) => !sure.has(document) && !unsure.has(document));
    }
    let chosen = order;
    let phraseCut = false;
    for (const phrase of query.phrases) {
      const { sure, unsure } = this.documentsWith(phrase, chosen, missing);
      chosen = chosen.filter((document) => sure.has(document));
      phraseCut ||= unsure.size > 0;
    }
    const phraseMissing = chosen.length === 0 && query.phrases.length > 0;
    if (!phraseMissing) order = chosen;
    if (options.allowed) order = order.filter(options.allowed);
    return {
      query,
      plan,
      ranked,
      order,
      suggestion: this.suggestion(text, plan),
      unknown: plan.unknown.map(([word, term]) => this.unknown(word, term, plan)),
      phraseMissing,
      phraseCut,
      missingChunks: [...missing].sort((one, other) => one - other),
      partial: !this.lexicon.complete,
    };
  }

  /** Return the hits of a result from `offset` on, with reasons, marks and (where texts are loaded) passages. */
  hits(results: Results, limit = 10, offset = 0): Hit[] {
    const marker = this.marker(results.plan);
    const scores = new Map<number, number>();
    const shown = results.order.slice(offset, offset + limit);
    const wanted = new Set(shown);
    results.ranked.documents.forEach((document, at) => {
      if (wanted.has(document)) scores.set(document, results.ranked.scores[at]!);
    });
    return shown.map((document) => {
      const entry = this.entries[document]!;
      const text = this.textOf(document);
      return {
        document,
        entry,
        score: scores.get(document)!,
        why: this.reasons(document, results.plan),
        titleMarks: marker.marks(entry.title),
        passage: text === undefined ? undefined : marker.passage(text),
        hasText: text !== undefined,
      };
    });
  }

  /** Tell for which documents there is a reason to show; for all of them where there is none for any. */
  private *documentsWithReason(plan: Plan): Generator<void, (document: number) => boolean> {
    const found = new Uint8Array(this.entries.length);
    const seen = new Set<number>();
    for (const wording of plan.slots.flatMap((slot) => slot.wordings.filter(isShown))) {
      yield;
      if (wording.terms.length === 1) {
        if (!seen.has(wording.terms[0]!)) this.markDocuments(this.lexicon.formsWith(wording.terms), found);
        seen.add(wording.terms[0]!);
        continue;
      }
      let together: Set<number> | undefined;
      for (const term of wording.terms) {
        const here = new Set<number>();
        this.addDocuments(this.lexicon.formsOf(term), here);
        together = together ? new Set([...together].filter((document) => here.has(document))) : here;
      }
      for (const document of together ?? []) found[document] = 1;
    }
    const some = found.includes(1);
    return (document) => !some || found[document] === 1;
  }

  /** Return what marks the words of a plan in texts. */
  marker(plan: Plan): Marker {
    return new Marker(this.lexicon, plan.slots, plan.slots.map((slot) => slot.weight * this.ranking.idf(slot)));
  }

  private excluded(query: Query): Set<number> {
    const excluded = new Set<number>();
    for (const form of query.excluded) {
      const term = this.lexicon.termNumber.get(stem(form));
      if (term !== undefined) this.addDocuments(this.lexicon.formsOf(term), excluded);
    }
    return excluded;
  }

  private addDocuments(numbers: Iterable<number>, documents: Set<number>): void {
    for (const form of numbers) {
      for (const column of this.lexicon.data.postings) {
        if (!column) continue;
        for (let at = column.starts[form]!, end = column.starts[form + 1]!; at < end; at++) documents.add(column.documents[at]!);
      }
    }
  }

  private markDocuments(numbers: readonly number[], found: Uint8Array): void {
    for (const form of numbers) {
      for (const column of this.lexicon.data.postings) {
        if (!column) continue;
        for (let at = column.starts[form]!, end = column.starts[form + 1]!; at < end; at++) found[column.documents[at]!] = 1;
      }
    }
  }

  /**
   * Return those of `order` whose title or text has these forms one after the other. Documents that have the words but whose
   * text is not loaded are `unsure`; the files of the first of them are noted in `missing`.
   */
  private documentsWith(
    phrase: readonly string[],
    order: readonly number[],
    missing: Set<number>,
  ): { sure: Set<number>; unsure: Set<number> } {
    const holders = phrase.map((form) => {
      const here = new Set<number>();
      const number = this.lexicon.formNumber.get(form);
      if (number !== undefined) this.addDocuments([number], here);
      return here;
    });
    const [sure, unsure] = [new Set<number>(), new Set<number>()];
    for (const document of order) {
      if (!holders.every((here) => here.has(document))) continue;
      const text = this.textOf(document);
      if (hasForms(this.entries[document]!.title, phrase) || (text !== undefined && hasForms(text, phrase))) {
        sure.add(document);
      } else if (text === undefined) {
        unsure.add(document);
        if (unsure.size <= PHRASES_CHECKED) missing.add(this.chunkOf(document));
      }
    }
    return { sure, unsure };
  }

  private reasons(document: number, plan: Plan): Reason[] {
    const foundWords = new Set<string>();
    const foundParts: Slot[] = [];
    const alike = new Map<string, Reason[]>();
    for (const slot of plan.slots) {
      const inFound = (part: Slot): boolean => part.text === slot.text && part.stem.includes(slot.stem);
      if (slot.isPart && (foundWords.has(slot.text) || foundParts.some(inFound))) continue;
      const reason = this.reason(document, slot);
      if (!reason) continue;
      if (slot.isPart) foundParts.push(slot);
      else if (reason.why !== "teil") foundWords.add(slot.text);
      const key = `${reason.why} ${reason.word}`;
      const known = alike.get(key);
      if (known) known.push(reason);
      else alike.set(key, [reason]);
    }
    return Array.from(alike.values(), together);
  }

  /** Return how a document has what a slot looks for. */
  reason(document: number, slot: Slot): Reason | undefined {
    for (const wording of slot.wordings.filter(isShown)) {
      const own = wording.terms.map((term) => this.inDocument(document, this.lexicon.formsOf(term), Infinity));
      const all = own.every((found) => found.length > 0);
      if (all && own.length > 1) {
        return newReason(slot.text, wording.why, [own.map((found) => this.lexicon.surface(found[0]!)).join(" … ")]);
      }
      if (all) {
        const listed = own[0]!;
        const typed = listed.some((form) => this.lexicon.data.forms[form] === slot.form);
        const why = this.why(slot, wording);
        return newReason(slot.text, why === "wort" && !typed ? "beugung" : why, this.written(listed));
      }
      if (wording.terms.length > 1) continue;
      const listed: number[] = [];
      for (const whole of this.lexicon.compoundsOf(wording.terms[0]!)) {
        listed.push(...this.inDocument(document, this.lexicon.formsOf(whole), FOUND_SHOWN - listed.length));
        if (listed.length >= FOUND_SHOWN) break;
      }
      if (listed.length > 0) {
        const why = wording.why === "wort" ? "zusammensetzung" : this.why(slot, wording);
        return newReason(slot.text, why, this.written(listed));
      }
    }
    return undefined;
  }

  /** Return how a wording is told: only a guess that may be what was meant is told as “instead”. */
  private why(slot: Slot, wording: Wording): Why {
    if (wording.why !== "vermutet") return wording.why;
    const found = this.lexicon.terms[wording.terms[0]!]!;
    const closest = this.lexicon.data.forms[closestForm(this.lexicon, wording.terms[0]!, slot.form)]!;
    if (damerau(slot.form, closest, SLIP) <= SLIP) return "vermutet";
    if (found.includes(slot.stem)) return "zusammensetzung";
    if (slot.stem.includes(found)) return "teil";
    return slot.inParts || wording.weight < SUGGESTED ? "aehnlich" : "vermutet";
  }

  private written(numbers: readonly number[]): string[] {
    return [...new Set(numbers.map((form) => this.lexicon.surface(form)))].slice(0, FOUND_SHOWN);
  }

  private inDocument(document: number, numbers: Iterable<number>, most: number): number[] {
    const found: number[] = [];
    for (const form of numbers) {
      if (found.length >= most) break;
      if (this.lexicon.data.postings.some((column) => column && holds(column, form, document))) found.push(form);
    }
    return found;
  }

  private suggestion(text: string, plan: Plan): string | undefined {
    let result = text;
    let changed = false;
    for (const [word, term] of [...plan.unknown].sort(([one], [other]) => other.start - one.start)) {
      const instead = this.instead(word, term, plan);
      if (instead === undefined) continue;
      result = result.slice(0, word.start) + instead + result.slice(word.start + word.text.length);
      changed = true;
    }
    return changed ? result : undefined;
  }

  /** Return what to suggest for an unknown word: nothing where the guess is weak, or the word has known parts. */
  private instead(word: QueryWord, term: number | undefined, plan: Plan): string | undefined {
    const slot = plan.slots.find((each) => each.text === word.text && !each.isPart);
    if (term === undefined || !slot || slot.wordings[0]!.weight < SUGGESTED) return undefined;
    if (this.why(slot, slot.wordings[0]!) !== "vermutet") return undefined;
    return this.lexicon.surface(closestForm(this.lexicon, term, word.form));
  }

  private unknown(word: QueryWord, term: number | undefined, plan: Plan): Unknown {
    const parts = plan.slots.some((each) => each.inParts && each.text === word.text);
    const instead = term === undefined ? undefined : this.lexicon.surface(closestForm(this.lexicon, term, word.form));
    return { word: word.text, instead, inParts: parts && this.instead(word, term, plan) === undefined };
  }
}

function hasForms(text: string, wanted: readonly string[]): boolean {
  const found = forms(text);
  for (let at = 0; at + wanted.length <= found.length; at++) {
    if (wanted.every((form, offset) => found[at + offset] === form)) return true;
  }
  return false;
}

function holds(column: Postings, form: number, document: number): boolean {
  let start = column.starts[form]!;
  const end = column.starts[form + 1]!;
  for (let stop = end; start < stop; ) {
    const middle = (start + stop) >>> 1;
    if (column.documents[middle]! < document) start = middle + 1;
    else stop = middle;
  }
  return start < end && column.documents[start] === document;
}
