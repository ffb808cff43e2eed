// SPDX-License-Identifier: MIT
/** The index as data: what `praxis/search/files.py` writes, read into typed arrays. Nothing here is derived. */

import { decode, NumberReader } from "./encoding";

export const VERSION = 1;
export const TEXT = "text";

export interface Settings {
  readonly k1: number;
  readonly idf_power: number;
  readonly part_slot: number;
  readonly near_count: number;
  readonly near_least: number;
  readonly near_weight: number;
  readonly guess_count: number;
  readonly guess_least: number;
  readonly guess_share: number;
  readonly prefix_count: number;
  readonly synonym_weight: number;
  readonly synonym_alone: number;
  readonly gram_share: number;
  readonly gram_limit: number;
  readonly norm_mean: number;
  readonly max_words: number;
  readonly max_guesses: number;
}

export interface Field {
  readonly name: string;
  readonly weight: number;
  readonly slope: number;
  readonly partWeight: number;
  readonly gramCount: number;
}

/** What a hit shows of a document. */
export interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly url: string;
}

/** Where the forms occur in one field: form f in `documents[starts[f]]` up to `starts[f + 1]`. */
export interface Postings {
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly counts: Uint32Array;
}

/** The content of `kern.js`. */
export interface CoreFile {
  readonly version: number;
  readonly settings: Settings;
  readonly fields: readonly (readonly [string, number, number, number, number])[];
  readonly kinds: readonly string[];
  readonly documents: {
    readonly ids: readonly string[];
    readonly kinds: string;
    readonly titles: readonly string[];
    readonly urls: readonly string[];
  };
  readonly lengths: readonly string[];
  readonly norms: string;
  readonly chunks: readonly number[];
  readonly synonyms: readonly (readonly string[])[];
  readonly prefixes: string;
  readonly forms: string;
  readonly spellings: string;
  readonly parts: string;
  readonly postings: Readonly<Record<string, string>>;
}

/** The parts of split forms: split n is of `forms[n]`, start and length of each part in `spans[starts[n]]` and on. */
export interface Splits {
  readonly forms: Uint32Array;
  readonly starts: Uint32Array;
  readonly spans: Uint8Array;
}

export interface IndexData {
  readonly settings: Settings;
  readonly fields: readonly Field[];
  readonly entries: readonly Entry[];
  readonly forms: readonly string[];
  readonly cuts: Uint8Array;
  /** How each form is written, see `spelling`. */
  readonly spellings: Uint32Array;
  readonly splits: Splits;
  /** One for each field; undefined until its file is there. */
  readonly postings: (Postings | undefined)[];
  readonly lengths: readonly Uint32Array[];
  readonly norms: Uint32Array;
  readonly synonyms: readonly (readonly (readonly string[])[])[];
  /** The first document of each file of passages. */
  readonly chunks: readonly number[];
}

/** Read the content of `kern.js`; yields now and then. Throws `Error` if it is damaged or of another version. */
export function* readCore(core: CoreFile): Generator<void, IndexData> {
  if (core?.version !== VERSION) throw new Error("the search index has another version");
  const fields = core.fields.map(([name, weight, slope, partWeight, gramCount]) => (
    { name, weight, slope, partWeight, gramCount }
  ));
  const kinds = decode(core.documents.kinds);
  const entries = core.documents.ids.map((id, at) => ({
    id,
    kind: core.kinds[kinds[at]!]!,
    title: core.documents.titles[at]!,
    url: core.documents.urls[at]!,
  }));
  const forms = unfoldForms(core);
  yield;
  const [cuts, spellings] = readSpellings(core.spellings, forms.length);
  yield;
  const splits = readSplits(core.parts);
  yield;
  const postings: (Postings | undefined)[] = [];
  for (const field of fields) {
    const text = core.postings[field.name];
    postings.push(text === undefined ? undefined : yield* readPostings(text, forms.length));
  }
  return {
    settings: core.settings,
    fields,
    entries,
    forms,
    cuts,
    spellings,
    splits,
    postings,
    lengths: core.lengths.map(decode),
    norms: decode(core.norms),
    synonyms: core.synonyms.map((group) => group.map((wording) => wording.split(" "))),
    chunks: core.chunks,
  };
}

function unfoldForms(core: CoreFile): string[] {
  const prefixes = decode(core.prefixes);
  const suffixes = prefixes.length > 0 ? core.forms.split(" ") : [];
  if (suffixes.length !== prefixes.length) throw new Error("damaged dictionary");
  const forms: string[] = new Array<string>(suffixes.length);
  let before = "";
  for (let at = 0; at < suffixes.length; at++) {
    before = before.slice(0, prefixes[at]) + suffixes[at]!;
    forms[at] = before;
  }
  return forms;
}

function readSpellings(text: string, count: number): [Uint8Array, Uint32Array] {
  const reader = new NumberReader(text);
  const cuts = new Uint8Array(count);
  const codes = new Uint32Array(count);
  for (let form = 0; form < count; form++) {
    const number = reader.next();
    cuts[form] = number >> 2;
    codes[form] = ((number >> 1) & 1) | (number & 1 ? reader.next() << 1 : 0);
  }
  return [cuts, codes];
}

function readSplits(text: string): Splits {
  const reader = new NumberReader(text);
  const forms = new Uint32Array(text.length);
  const starts = new Uint32Array(text.length + 1);
  const spans = new Uint8Array(text.length);
  let [count, used, form] = [0, 0, 0];
  while (!reader.done) {
    form += reader.next();
    forms[count++] = form;
    for (let left = reader.next() * 2; left > 0; left--) spans[used++] = reader.next();
    starts[count] = used;
  }
  return { forms: forms.slice(0, count), starts: starts.slice(0, count + 1), spans: spans.slice(0, used) };
}

const SLICE = 20_000;

/** Read the postings of one field. */
export function* readPostings(text: string, forms: number): Generator<void, Postings> {
  const reader = new NumberReader(text);
  const starts = new Uint32Array(forms + 1);
  const documents = new Uint32Array(text.length);
  const counts = new Uint32Array(text.length);
  let used = 0;
  for (let form = 0; form < forms; form++) {
    if (form % SLICE === SLICE - 1) yield;
    let document = 0;
    for (let left = reader.next(); left > 0; left--) {
      const number = reader.next();
      document += number >>> 1;
      documents[used] = document;
      counts[used++] = number & 1 ? reader.next() + 2 : 1;
    }
    starts[form + 1] = used;
  }
  return { starts, documents: documents.slice(0, used), counts: counts.slice(0, used) };
}

const WRITTEN: Readonly<Record<string, string>> = { a: "ä", o: "ö", u: "ü", ss: "ß" };

/** Return how `form` is written: bit 0 a capital first letter, bit 1 capitals, further bits umlauts and ß. */
export function spelling(form: string, code: number): string {
  let place = 1;
  const text = form.replace(/a|o|u|ss/g, (sign) => {
    place += 1;
    return (code >>> place) & 1 ? WRITTEN[sign]! : sign;
  });
  if (code & 2) return text.toUpperCase();
  return code & 1 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
