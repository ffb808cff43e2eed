// SPDX-License-Identifier: MIT
/** The words of a question, found by the search engine in the index of the site. Twin of `praxis/relations/question.py`. */

import type { Searcher } from "../search/searching";
import { sharedWords } from "../search/shared_words";
import { NO_WORDS, type QuestionWords } from "./need";

const KIND = "praxis";
const PREFIX = "praxis/";

const numbersOf = new WeakMap<Searcher, ReadonlyMap<string, number>>();

/** Case → number of its document. */
function numbers(searcher: Searcher): ReadonlyMap<string, number> {
  let known = numbersOf.get(searcher);
  if (!known) {
    const found = new Map<string, number>();
    searcher.entries.forEach(({ kind, id }, number) => {
      if (kind === KIND) found.set(id.slice(PREFIX.length), number);
    });
    numbersOf.set(searcher, (known = found));
  }
  return known;
}

/** What the cases share with a question, in slices; any text is a question. */
export function* questionWords(searcher: Searcher, question: string): Generator<void, QuestionWords> {
  if (!question.trim()) return NO_WORDS;
  const documents = numbers(searcher);
  const shared = yield* sharedWords(searcher, question, (number) => searcher.entries[number]!.kind === KIND);
  // A case that the index does not have yet, or no longer, shares nothing.
  const known = (caseId: string): number => documents.get(caseId) ?? -1;
  return { level: (caseId) => shared.level(known(caseId)), words: (caseId) => (known(caseId) < 0 ? [] : shared.words(known(caseId))) };
}
