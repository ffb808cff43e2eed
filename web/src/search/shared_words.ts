// SPDX-License-Identifier: MIT
/**
 * Shared words: how well documents answer a question by its rarer words, and which of them they share. Twin of
 * `praxis/search/shared_words.py`.
 */

import { makePlan, type Slot, type Wording } from "./plan";
import { parse } from "./query";
import type { Reason } from "./reasons";
import { SUGGESTED, type Searcher } from "./searching";

/** Level of the document that answers the question best. */
export const LEVELS = 8;

const RARE = 0.2;
const LEAST = 0.2;
const NAMED = 5;

/** What the documents share with one question. */
export class SharedWords {
  constructor(
    private readonly searcher: Searcher,
    private readonly slots: readonly Slot[],
    private readonly levels: ReadonlyMap<number, number>,
  ) {}

  /** From 0 (nothing rare is shared) to `LEVELS`, in equal steps towards the best document. */
  level(document: number): number {
    return this.levels.get(document) ?? 0;
  }

  /**
   * The rarest shared words in quotation marks, as the reader wrote them and in her order; where the document has another
   * word for it, that is told: `„Viertel“ (dort „Stadtteil“)`.
   */
  words(document: number): string[] {
    const found = new Map<string, { weight: number; phrase: string }>();
    for (const slot of this.slots) {
      const reason = found.has(slot.text) ? undefined : this.searcher.reason(document, slot);
      if (reason) found.set(slot.text, { weight: slot.weight * this.searcher.ranking.idf(slot), phrase: phrase(reason) });
    }
    const rarest = [...found.values()].sort((one, other) => other.weight - one.weight).slice(0, NAMED);
    return [...found.values()].filter((each) => rarest.includes(each)).map((each) => each.phrase);
  }
}

function phrase({ why, word, found }: Reason): string {
  if (why === "wort" || why === "beugung") return `„${word}“`;
  return `„${word}“ (dort ${found.map((each) => `„${each}“`).join(", ")})`;
}

/** What a reader would call the same word: no similar ones, and of guesses only good ones. */
function isSame({ why, weight }: Wording): boolean {
  return why !== "aehnlich" && (why !== "vermutet" || weight >= SUGGESTED);
}

/** What documents share with a question, in slices; the best of the candidates sets the scale. */
export function* sharedWords(
  searcher: Searcher,
  question: string,
  isCandidate: (document: number) => boolean,
): Generator<void, SharedWords> {
  const { ranking, entries } = searcher;
  const plan = yield* makePlan(searcher.lexicon, parse(question));
  const most = RARE * entries.length;
  const rare = plan.slots
    .map((slot) => ({ ...slot, wordings: slot.wordings.filter(isSame) }))
    .filter((slot) => slot.wordings.length > 0 && ranking.holdersOf(slot) <= most);
  const scores = yield* ranking.scoresByDocument(rare);
  let best = 0;
  for (const [document, score] of scores) if (score > best && isCandidate(document)) best = score;
  const scale = Math.max(best, LEAST * ranking.attainable(rare));
  const levels = new Map<number, number>();
  for (const [document, score] of scores) {
    if (isCandidate(document)) levels.set(document, Math.floor(LEVELS * (score / scale)));
  }
  return new SharedWords(searcher, rare, levels);
}
