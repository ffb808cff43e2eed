// SPDX-License-Identifier: MIT
/** German search in the browser: the twin of the Python package `praxis.search`, which writes its index. */

export { decode } from "./encoding";
export { fold } from "./folding";
export { spans, word, forms } from "./tokens";
export { stem } from "./stemming";
export { STOP_WORDS } from "./stopwords";
export { parse, contentWords } from "./query";
export { finish, Searcher } from "./searching";
export { inSlices, SearchClient } from "./loading";
export { Recogniser, restOf } from "./filters";
export type { Choice, Understood } from "./filters";
export type { CoreFile, Entry, Field, Settings } from "./data";
export type { Files } from "./loading";
export type { Mark, Passage } from "./passages";
export type { Why } from "./plan";
export type { Reason } from "./reasons";
export type { Hit, Results, SearchOptions, Unknown } from "./searching";
