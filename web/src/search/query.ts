// SPDX-License-Identifier: MIT
/** Queries: what a reader typed, taken apart. Any string is a query. Twin of `praxis/search/query.py`. */

import { STOP_WORDS } from "./stopwords";
import { forms, spans, word } from "./tokens";

const MAX_QUERY = 2000;
const MAX_PHRASES = 8;
const QUOTES = "\"„“”«»";
const PHRASE = new RegExp(`(-?)[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]`, "g");
/** After these a word with a hyphen before it is no exclusion but half a compound. */
const AND: ReadonlySet<string> = new Set(["und", "oder", "sowie", "bzw", "beziehungsweise"]);
const SPACES = " \t\n\r\f\v\u00a0\u202f";

/** A word of the query: as typed from `start` on, its analysis, and whether it may go on while the reader types. */
export interface QueryWord {
  readonly text: string;
  readonly start: number;
  readonly form: string;
  readonly pieces: readonly string[];
  readonly unfinished: boolean;
}

/** A parsed query: words to rank by, phrases (forms in order) that must or must not occur, excluded forms. */
export interface Query {
  readonly words: QueryWord[];
  readonly phrases: (readonly string[])[];
  readonly excluded: string[];
  readonly excludedPhrases: (readonly string[])[];
}

/** Return the words without stop words, or all of them where nothing else is left. */
export function contentWords(query: Query): readonly QueryWord[] {
  const content = query.words.filter((each) => !STOP_WORDS.has(each.form));
  return content.length > 0 ? content : query.words;
}

/** The beginning of a query that is read at all; longer by signs of two units, as Python counts. */
export function limited(text: string): string {
  return text.length > MAX_QUERY ? Array.from(text.slice(0, 2 * MAX_QUERY)).slice(0, MAX_QUERY).join("") : text;
}

/** Return the parsed query; `typing` says that the reader may not have finished the last word. */
export function parse(input: string, typing = false): Query {
  const query: Query = { words: [], phrases: [], excluded: [], excludedPhrases: [] };
  const text = limited(input);
  let position = 0;
  for (const match of text.matchAll(PHRASE)) {
    const [whole, minus, inner] = [match[0], match[1]!, match[2]!];
    readWords(query, text, position, match.index, false);
    position = match.index + whole.length;
    const found = forms(inner);
    if (found.length === 0) continue;
    if (minus && startsWord(text, match.index)) {
      add(found, query.excludedPhrases);
    } else {
      add(found, query.phrases);
      const begin = match.index + minus.length + 1;
      readWords(query, text, begin, begin + inner.length, false);
    }
  }
  readWords(query, text, position, text.length, typing);
  return query;
}

/** Add a phrase that is not there yet; of very many the words of the last count as words. */
function add(phrase: readonly string[], phrases: (readonly string[])[]): void {
  const same = phrases.some((known) => known.join(" ") === phrase.join(" "));
  if (!same && phrases.length < MAX_PHRASES) phrases.push(phrase);
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || SPACES.includes(text.charAt(at - 1));
}

function readWords(query: Query, text: string, begin: number, end: number, unfinished: boolean): void {
  const part = text.slice(begin, end);
  let before = "";
  for (const [start, stop] of spans(part)) {
    const typed = part.slice(start, stop);
    const { form, pieces } = word(typed);
    if (form === "") continue;
    const joined = AND.has(before);
    before = form;
    if (start > 0 && part[start - 1] === "-" && startsWord(text, begin + start - 1) && !joined) {
      if (!STOP_WORDS.has(form)) query.excluded.push(form);
      continue;
    }
    query.words.push({ text: typed, start: begin + start, form, pieces, unfinished: unfinished && stop === part.length });
  }
}
