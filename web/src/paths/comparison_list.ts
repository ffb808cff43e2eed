// SPDX-License-Identifier: MIT
/** A comparison as a list: sign and word, the condition with its importance, the sentence, and what others changed. */

import { element } from "../shared/dom";
import { resultMark } from "../shared/marks";
import type { HereRow } from "./here";

/** The rows as a list. */
export function comparisonList(rows: readonly HereRow[]): HTMLUListElement {
  return element("ul", { class: "conditions" }, rows.map(line));
}

function line(row: HereRow): HTMLLIElement {
  return element(
    "li",
    {},
    resultMark(row.result),
    element("span", {}, row.text, " ", importanceTag(row), changes(row)),
  );
}

/** How important the case calls the condition, if it says so. */
export function importanceTag({ importance }: Pick<HereRow, "importance">): HTMLElement | undefined {
  return importance && element("span", { class: "tag" }, importance);
}

/** What others changed in this situation; nothing where nobody told. */
export function changes(row: HereRow): HTMLElement[] {
  const intro = row.isOfThisCase ? "Wer das übernommen hat, hat geändert: " : "Bei anderen Praxisbeispielen wurde dann geändert: ";
  return row.changed.map((text) => element("span", { class: "defs__note" }, intro, text));
}
