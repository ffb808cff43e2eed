// SPDX-License-Identifier: MIT
/** Our analysis as a function of lunr's pipeline, for websites that embed the collection. Twin of `praxis/site/lunr_files.py`. */

import { stem } from "../search/stemming";
import { STOP_WORDS } from "../search/stopwords";
import { spans, word } from "../search/tokens";

interface Token {
  toString(): string;
  clone(change: (text: string) => string): Token;
}

declare const lunr: { Pipeline: { registerFunction(analyse: (token: Token) => Token[], label: string): void } };

function praxis(token: Token): Token[] {
  const text = token.toString();
  return spans(text).flatMap(([start, end]) => {
    const { form, pieces } = word(text.slice(start, end));
    const stems = form === "" || STOP_WORDS.has(form) ? [] : [form, ...pieces].map(stem);
    return stems.map((each) => token.clone(() => each));
  });
}

lunr.Pipeline.registerFunction(praxis, "praxis");
