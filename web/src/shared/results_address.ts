// SPDX-License-Identifier: MIT
/** The address of the page that shows all results of a search. */

import { address } from "./scripts";

const RESULTS_PAGE = "suche/index.html";
/** Letters of a query that an address carries; no more of it is read anyway. */
export const LONGEST_QUERY = 2000;

/** The results page for a query; without one where it is blank. */
export function resultsAddress(text: string): string {
  const page = address(RESULTS_PAGE);
  return text.trim() === "" ? page : `${page}?${new URLSearchParams({ q: text.slice(0, LONGEST_QUERY) })}`;
}
