// SPDX-License-Identifier: MIT
/** What a reader must know about the words searched for, and why each record was found. */

import { restOf, type Understood } from "../search";
import { hitDetails, marked } from "../searchui/hits";
import { failure, notes, onlyTitles } from "../searchui/messages";
import { resultsAddress } from "../shared/results_address";
import { element, refill, type Child } from "../shared/dom";
import { counted } from "../shared/german";
import type { Line } from "./lines";
import type { Wording } from "./wording";
import type { Words, WordSearch } from "./words";

export interface HintEvents {
  /** Search for other words. */
  choose(text: string): void;
  /** Choose filters instead of the words that name them; `rest` are the other words. */
  filter(filters: readonly Understood[], rest: string): void;
}

/** What was understood of the words, and what to do with it. */
export function wordsHint(text: string, words: Words, wording: Wording, events: HintEvents): Child[] {
  const { results, weak, textsMissing } = words;
  const found = { wanted: { text, typing: false, limit: 0 }, results, hits: [], counts: new Map(), filters: [], textsMissing };
  return [
    textsMissing && element("p", { class: "notice" }, onlyTitles()),
    results.suggestion !== undefined && meant(results.suggestion, events),
    words.filters.length > 0 && asFilters(text, words.filters, events),
    ...notes(found).map((note) => element("p", { dir: "auto" }, note)),
    weak > 0 &&
      element(
        "p",
        { class: "soft small" },
        `${counted(weak, wording.one, wording.many)} mit nur entfernt ähnlichen Wörtern ${weak === 1 ? "ist" : "sind"} weggelassen. `,
        element("a", { href: resultsAddress(text) }, "Alles durchsuchen"),
      ),
  ];
}

/** Said where the index cannot be read; the filters go on working. */
export function wordsFailure(): HTMLElement {
  return element("p", { class: "notice" }, failure(), " Die Filter gehen weiter; die Suchwörter sind dabei nicht berücksichtigt.");
}

/** Why records were found: a place in each line, filled once the passages are there. */
export class Reasons {
  private places = new Map<number, { readonly title: string; readonly home: HTMLElement }>();

  constructor(private readonly search: WordSearch) {}

  /** A place in a line for its reasons. */
  place({ record, title }: Line): HTMLElement {
    const home = element("p", { class: "row__why" });
    this.places.set(record, { title, home });
    return home;
  }

  /** Fill the places of records that are empty. */
  async fill(words: Words, records: readonly number[]): Promise<void> {
    const open = records.filter((record) => this.places.get(record)?.home.childNodes.length === 0);
    const hits = await this.search.hits(words, open);
    for (const [record, hit] of hits) {
      const { title = "", home } = this.places.get(record) ?? {};
      if (!home || home.childNodes.length > 0) continue;
      refill(home, hitDetails(hit));
      const link = home.parentElement?.querySelector(".row__title a");
      if (link && title === hit.entry.title) refill(link, marked(title, hit.titleMarks));
    }
  }
}

function meant(suggestion: string, events: HintEvents): HTMLElement {
  const button = element("button", { type: "button", class: "link-button", dir: "auto" }, suggestion);
  button.addEventListener("click", () => events.choose(suggestion));
  return element("p", {}, "Meinten Sie ", button, "?");
}

function asFilters(text: string, filters: readonly Understood[], events: HintEvents): HTMLElement {
  const buttons = filters.map((filter) => {
    const button = element("button", { type: "button", class: "link-button", dir: "auto" }, filter.label);
    button.addEventListener("click", () => events.filter([filter], restOf(text, [filter])));
    return button;
  });
  return element("p", {}, "Als Filter wählen: ", buttons.flatMap((button, at) => [at > 0 && " · ", button]));
}
