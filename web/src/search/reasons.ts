// SPDX-License-Identifier: MIT
/** Reasons: why a page was found, in the words of the reader and of the page. Twin of `praxis/search/reasons.py`. */

import type { Why } from "./plan";

/** Words of a page that a reason names at most. */
export const FOUND_SHOWN = 3;

/** Why a page was found: the word as typed, how it matched, the page's words for it, and a German phrase. */
export interface Reason {
  readonly word: string;
  readonly why: Why;
  readonly found: readonly string[];
  readonly text: string;
}

/** Return one reason for those that say the same of one word, as its parts do: of each its first words come first. */
export function together(reasons: readonly Reason[]): Reason {
  const { word, why, found: own } = reasons[0]!;
  const found = new Set<string>();
  for (let at = 0; at < FOUND_SHOWN; at++) for (const reason of reasons) if (at < reason.found.length) found.add(reason.found[at]!);
  return newReason(word, why, [...found].slice(0, Math.max(FOUND_SHOWN, reasons.length)), found.size > own.length);
}

export function newReason(word: string, why: Why, found: readonly string[], several = false): Reason {
  return { word, why, found, text: phrase(why, word, found, several) };
}

function phrase(why: Why, typed: string, found: readonly string[], several: boolean): string {
  const word = `„${typed}“`;
  const listed = found.map((each) => `„${each}“`).join(", ");
  switch (why) {
    case "wort": return word;
    case "beugung":
    case "zusammensetzung": return `${word} in ${listed}`;
    case "teil": return `Teil${several ? "e" : ""} von ${word}: ${listed}`;
    case "aehnlich": return `${word} ähnlich: ${listed}`;
    case "vermutet": return `statt ${word}: ${listed}`;
    case "anfang": return `${word}…: ${listed}`;
    case "synonym": return `${word} entspricht ${listed}`;
  }
}
