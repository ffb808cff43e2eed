// SPDX-License-Identifier: MIT
/** Comparing and matching without the page: what the tests run in Node. */

export { caseContext, readPlaces } from "./cases";
export { compareContexts, statedContext } from "./context";
export { readContextModel } from "./model";
