// SPDX-License-Identifier: MIT
/** Tokens: which stretches of a text are words, and what a joined word consists of. Twin of `praxis/search/tokens.py`. */

import { fold, LETTERS, MARKS, MAX_FORM } from "./folding";

const JOINERS = "\\-'/:*·_\u2019\u2010\u2011";
const RUN = `[${LETTERS}][${LETTERS}${MARKS}]*`;
const TOKEN = new RegExp(`§|${RUN}(?:[${JOINERS}]${RUN})*`, "g");
const JOINER = new RegExp(`[${JOINERS}]`);

/** An analysed token: `form` is the folded joined spelling, `pieces` the folded pieces (none if it is not joined). */
export interface Word {
  readonly form: string;
  readonly pieces: readonly string[];
}

/** Return [start, end] of every token in `text`, in order. */
export function spans(text: string): [number, number][] {
  return Array.from(text.matchAll(TOKEN), (match) => [match.index, match.index + match[0].length]);
}

const REMEMBERED = 20_000;
const known = new Map<string, Word>();

/** Return the analysis of one token; a token whose letters all fold away gives an empty form. */
export function word(token: string): Word {
  let analysed = known.get(token);
  if (!analysed) {
    const runs = token.split(JOINER).map(fold);
    const form = runs.join("").slice(0, MAX_FORM);
    analysed = { form, pieces: runs.length > 1 ? runs.filter((run) => run !== "") : [] };
    if (known.size >= REMEMBERED) known.clear();
    known.set(token, analysed);
  }
  return analysed;
}

/** Return the folded forms of `text`: what phrases are compared by. */
export function forms(text: string): string[] {
  return Array.from(text.matchAll(TOKEN), (match) => word(match[0]).form).filter((form) => form !== "");
}
