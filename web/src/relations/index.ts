// SPDX-License-Identifier: MIT
/** Comparing and matching without the page: what the tests run in Node. */

export { finish, Searcher } from "../search/searching";
export { caseContext, readPlaces } from "./cases";
export { Collection } from "./collection";
export { compareContexts, statedContext } from "./context";
export { match } from "./matching";
export { readContextModel } from "./model";
export { topicsIn } from "./nearest";
export { questionWords } from "./question";
