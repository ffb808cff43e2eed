// SPDX-License-Identifier: MIT
/** The records found, some at a time: a list or a table that grows at the reader's wish. */

import { element, refill } from "../shared/dom";
import { counted, germanNumber } from "../shared/german";
import { card, type Extras } from "./cards";
import type { Line, Texts } from "./lines";
import { table, tableRow, type TableWords } from "./table";
import type { Wording } from "./wording";

/** Records added at a time. */
export const STEP = 30;

/** Records that are printed at most. */
export const PRINTED = 500;

export interface Shown {
  readonly records: readonly number[];
  readonly as: "liste" | "tabelle";
  /** Records to show at first. */
  readonly count: number;
}

export class Results {
  private drawn = 0;
  private run = 0;
  private shown: Shown = { records: [], as: "liste", count: STEP };
  private body: HTMLElement = element("ul", { class: "rows" });

  constructor(
    private readonly list: HTMLElement,
    private readonly more: HTMLButtonElement,
    private readonly texts: Texts,
    private readonly wording: Wording,
    private readonly words: TableWords,
    private readonly extras: (line: Line) => Extras,
    /** Told of all records that are drawn now, after every change. */
    private readonly drew: (records: readonly number[]) => void,
    /** Called where more lines were asked for and their texts cannot be read. */
    failed: () => void,
  ) {
    more.addEventListener("click", () => void this.grow().catch(failed));
  }

  /** Show records in place of what was shown; rejects where their texts cannot be read. */
  async show(shown: Shown): Promise<void> {
    const run = ++this.run;
    const need = this.texts.need(shown.records.slice(0, shown.count));
    // Awaiting what is there already would cost a frame with the old list.
    if (need !== true) await need;
    if (run !== this.run) return;
    this.shown = shown;
    this.drawn = 0;
    this.body = this.makeBody();
    this.add(shown.count);
  }

  /** Show something else in place of the list. */
  replace(content: HTMLElement): void {
    this.run++;
    this.shown = { ...this.shown, records: [] };
    refill(this.list, content);
    this.more.hidden = true;
  }

  /** Show as many records as are printed. */
  async all(): Promise<void> {
    const more = Math.max(Math.min(this.shown.records.length, PRINTED) - this.drawn, 0);
    const need = this.texts.need(this.shown.records.slice(this.drawn, this.drawn + more));
    // Printing waits for nothing: what is there already must be shown at once.
    if (need !== true) await need;
    if (more > 0) this.add(more);
  }

  private async grow(): Promise<void> {
    const first = this.drawn;
    await this.texts.need(this.shown.records.slice(first, first + STEP));
    this.add(STEP);
    this.body.children[first]?.querySelector("a")?.focus();
  }

  private add(count: number): void {
    const { records, as } = this.shown;
    const lines = records.slice(this.drawn, this.drawn + count).map((record) => this.texts.line(record));
    this.body.append(...lines.map((line) => (as === "liste" ? card(line, this.extras(line)) : tableRow(line, this.words, this.extras(line)))));
    this.drawn += lines.length;
    this.drew(records.slice(0, this.drawn));
    const left = records.length - this.drawn;
    this.more.hidden = left === 0;
    this.more.textContent = `${counted(Math.min(STEP, left), this.wording.furtherOne, `weitere ${this.wording.many}`)} von ${germanNumber(left)} zeigen`;
  }

  private makeBody(): HTMLElement {
    if (this.shown.as === "liste") {
      const list = element("ul", { class: "rows" });
      refill(this.list, list);
      return list;
    }
    const { region, body } = table(this.words);
    refill(this.list, region);
    return body;
  }
}
