// SPDX-License-Identifier: MIT
/** What a finder computes, apart from its page: for tests and measurements. */

export * as bits from "./bits";
export { readState, writeState } from "./address";
export { readCollection } from "./columns";
export { asJson, asTable, exported } from "./export";
export { Texts } from "./lines";
export { dropped, Outcome, toggled } from "./model";
export { ORDERS, Sorter } from "./sorting";
export { overlapping, readSpan } from "./spans";
