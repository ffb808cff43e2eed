// SPDX-License-Identifier: MIT
/** Filters understood in the words, offered as links to the finder. */

import { element } from "../shared/dom";

/** A filter that a reader's words name: what the finder's address says, and its words. */
export interface UnderstoodFilter {
  readonly label: string;
  readonly url: string;
}

/** Links to the finder with each filter set; undefined where there is none. */
export function filterLinks(filters: readonly UnderstoodFilter[]): HTMLElement | undefined {
  if (filters.length === 0) return undefined;
  return element(
    "p",
    { class: "search__filters" },
    "Im Praxisfinder eingrenzen: ",
    filters.map(({ label, url }) => [element("a", { href: url, class: "tag" }, label), " "]).flat(),
  );
}
