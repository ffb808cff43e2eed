// SPDX-License-Identifier: MIT
/** A finder at work: the state in the address, what it finds, and the page that shows it. */

import { announcer } from "../shared/announce";
import { element, refill, rewrite, type Child } from "../shared/dom";
import { publicAddress } from "../shared/scripts";
import { EMPTY, readState, VIEWS, writeState, type State } from "./address";
import { chips, chosenFilters, type Chosen } from "./chips";
import type { Collection, Facet } from "./columns";
import { compareBox, compareLink, hereLine } from "./compare_box";
import { emptyResult } from "./empty";
import { filterWords, refusal, totalWords } from "./explaining";
import { exportedText } from "./export";
import { FilterDialog } from "./filter_dialog";
import { FiltersView } from "./filters_view";
import { makeFrame, notUnderstood, type Frame } from "./frame";
import { grid } from "./grid";
import type { Texts } from "./lines";
import { AGE, dropped, Outcome, TEXT, toggled, type Selection } from "./model";
import { PRINTED, Results, STEP } from "./results";
import { startSearchBox } from "./search_box";
import { Sorter, type Order } from "./sorting";
import { takeAway } from "./take_away";
import { tableWords, wordingOf, type Wording } from "./wording";
import type { Words, WordSearch } from "./words";
import { Reasons, wordsFailure, wordsHint, type HintEvents } from "./words_view";

const TEXTS_MISSING =
  "Die Texte dazu lassen sich gerade nicht laden: Eine Datei fehlt oder ist beschädigt. Die Liste ohne Filter steht weiter unten auf dieser Seite.";

export class Finder {
  readonly frame: Frame;
  private state: State = EMPTY;
  private outcome: Outcome;
  private records: readonly number[] = [];
  private readonly wording: Wording;
  private readonly sorter: Sorter;
  private readonly filters: FiltersView;
  private readonly dialog: FilterDialog;
  private readonly results: Results;
  private readonly reasons: Reasons;
  private readonly away: ReturnType<typeof takeAway>;
  private words: Words | undefined;
  private searching: AbortController | undefined;
  private readonly say: (text: string) => void;
  /** The number of results is above what the reader sees. Asking for it at a change would cost a layout of its own. */
  private isScrolledPast = false;

  constructor(
    private readonly collection: Collection,
    private readonly texts: Texts,
    private readonly search: WordSearch,
    /** Called where texts cannot be read: the page's own list must come back. */
    private readonly failed: () => void,
  ) {
    const prefix = "finder";
    this.wording = wordingOf(collection.kind);
    this.sorter = new Sorter(collection);
    this.outcome = new Outcome(collection, EMPTY.selection);
    this.frame = makeFrame(prefix, this.wording, this.sorter.orders, VIEWS);
    const { frame } = this;
    this.say = announcer(frame.status);
    this.filters = new FiltersView(collection, prefix, {
      choose: (facet, value, chosen) => this.go({ ...this.state, selection: toggled(this.state.selection, facet.id, value, chosen) }),
      refuse: (facet, value, say) => this.refuse(facet, value, say),
    });
    frame.home.append(this.filters.element);
    this.dialog = new FilterDialog(this.filters.element, frame.home, frame.status, () => this.reset());
    frame.tools.prepend(this.dialog.button);
    this.reasons = new Reasons(search);
    this.results = new Results(
      frame.list,
      frame.more,
      texts,
      this.wording,
      tableWords(collection.kind),
      (line) => ({
        tool: compareBox(collection.kind, line, this.say),
        why: this.words && this.reasons.place(line),
        here: hereLine(collection.kind, line),
      }),
      (records) => {
        if (records.length > STEP) history.replaceState({ shown: records.length }, "");
        if (this.words) void this.reasons.fill(this.words, records);
      },
      () => {
        frame.list.append(this.textsMissing());
        frame.more.hidden = true;
      },
    );
    this.away = takeAway(
      {
        address: () => new URL(this.query() || location.pathname, location.href).href,
        name: () => (collection.kind === "praxis" ? "praxisbeispiele" : "luecken"),
        content: (form) => exportedText(collection, texts, this.records, form),
        showAll: () => this.results.all(),
      },
      prefix,
      this.say,
    );
    frame.tools.after(this.away.fold);
    if (collection.kind === "praxis") this.away.fold.after(compareLink());
    this.listen();
  }

  /** Take the state from the address and show it. */
  async start(): Promise<void> {
    const { state, unknown } = readState(location.search, this.collection);
    this.name(unknown);
    await this.apply(state, shownBefore());
  }

  private listen(): void {
    const { frame } = this;
    addEventListener("popstate", () => void this.start());
    // However somebody prints: on paper nobody can ask for more.
    addEventListener("beforeprint", () => void this.results.all().catch(() => undefined));
    startSearchBox(frame.form, frame.field, {
      text: (text, typing, isNew) => this.go({ ...this.state, text }, { typing, replace: !isNew }),
      done: () => frame.heading.focus(),
    });
    frame.order.addEventListener("change", () => {
      const order = this.sorter.orders.find((value) => value === frame.order.value);
      this.go({ ...this.state, order: order === this.usualOrder() ? undefined : order });
    });
    for (const button of frame.views) {
      button.addEventListener("click", () => this.go({ ...this.state, view: VIEWS.find((view) => view === button.value) ?? EMPTY.view }));
    }
    frame.list.addEventListener("click", (event) => this.follow(event));
    new IntersectionObserver(([...entries]) => {
      const { isIntersecting, boundingClientRect } = entries.at(-1)!;
      this.isScrolledPast = !isIntersecting && boundingClientRect.top < 0;
    }).observe(frame.heading);
  }

  /** A cell of the grid is a link with a state of this page. */
  private follow(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-state]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.go(readState(link.search, this.collection).state);
    this.frame.heading.focus();
  }

  /** A new state by the reader's hand: it gets an address of its own, so that „back“ undoes it. */
  private go(state: State, { typing = false, replace = false } = {}): void {
    const query = location.pathname + writeState(state, this.collection);
    try {
      if (replace) history.replaceState(null, "", query);
      else history.pushState(null, "", query);
    } catch {
      // Some browsers refuse many changes at once, or any to a page from disk; the list is right all the same.
    }
    this.name([]);
    void this.apply(state, STEP, typing);
    // A shorter list would leave a reader who has scrolled far below its end.
    if (!typing && this.isScrolledPast) this.frame.heading.scrollIntoView();
  }

  private async apply(state: State, count: number, typing = false): Promise<void> {
    const isOldText = state.text === this.state.text;
    this.state = state;
    if (!isOldText || (state.text && !this.words)) {
      if (!typing) this.frame.field.value = state.text;
      if (!(await this.searchWords(state.text, typing))) return;
    }
    this.outcome = new Outcome(this.collection, this.state.selection, this.words?.bits);
    this.records = this.sorter.sorted(this.outcome.found, this.order(), this.words?.ranked);
    this.draw();
    try {
      await this.drawResults(count);
    } catch {
      this.results.replace(this.textsMissing());
    }
  }

  /** Said where texts cannot be read; the page gets its own list back. */
  private textsMissing(): HTMLElement {
    this.failed();
    return element("p", { class: "notice", role: "alert" }, TEXTS_MISSING);
  }

  /** Search for words; false where newer words came meanwhile. */
  private async searchWords(text: string, typing: boolean): Promise<boolean> {
    this.searching?.abort();
    const { signal } = (this.searching = new AbortController());
    let hint: readonly Child[] = [];
    let words: Words | undefined;
    try {
      words = text ? await this.search.find(text, typing, signal) : undefined;
      if (words) hint = wordsHint(text, words, this.wording, this.hintEvents());
    } catch {
      hint = [wordsFailure()];
    }
    if (signal.aborted) return false;
    this.words = words;
    refill(this.frame.hint, hint);
    return true;
  }

  private hintEvents(): HintEvents {
    const done = (state: State): void => {
      this.go(state);
      this.frame.heading.focus();
    };
    return {
      choose: (text) => done({ ...this.state, text }),
      filter: (filters, text) => {
        const chosen = filters.reduce((all, { facet, value }) => toggled(all, facet, value, true), this.state.selection);
        done({ ...this.state, text, selection: chosen });
      },
    };
  }

  /** Everything but the list itself. */
  private draw(): void {
    const { frame, state } = this;
    const { total } = this.outcome;
    const words = totalWords(this.wording, total);
    const chosen = chosenFilters(this.collection, state.selection, state.text);
    frame.root.classList.toggle("finder--table", state.view === "tabelle");
    rewrite(frame.heading, words);
    frame.orderLine.hidden = total === 0 || state.view === "raster";
    for (const option of frame.order.options) option.disabled = option.value === "relevanz" && !state.text;
    frame.order.value = this.order();
    for (const button of frame.views) button.setAttribute("aria-pressed", String(button.value === state.view));
    this.drawChips(chosen);
    this.away.update();
    const printed = total > PRINTED ? ` Gedruckt sind die ersten ${PRINTED} von ${words}.` : "";
    frame.source.textContent = `Adresse dieser Liste: ${publicAddress(this.query())}${printed}`;
    this.filters.update(this.outcome);
    this.dialog.update(chosen.length, words);
    this.say(chosen.length > 0 ? `${words} mit dieser Auswahl` : `${words}, kein Filter gewählt`);
  }

  /** The state as the query part of an address. */
  private query(): string {
    return writeState(this.state, this.collection);
  }

  private drawChips(chosen: readonly Chosen[]): void {
    const { chips: home, heading } = this.frame;
    const hadFocus = home.contains(document.activeElement);
    const made = chips(chosen, (filter) => this.drop(filter), () => this.reset());
    refill(home, made);
    // The chip that was pressed is gone: the number of results is what the reader wants to know next.
    if (hadFocus) heading.focus();
  }

  private async drawResults(count: number): Promise<void> {
    if (this.records.length === 0) {
      await this.drawEmpty();
    } else if (this.state.view === "raster") {
      const link = (standard: string, age: string): string => {
        const selection = new Map(this.state.selection).set("standard", [standard]).set(AGE, [age]);
        return location.pathname + writeState({ ...this.state, selection, view: "liste" }, this.collection);
      };
      this.results.replace(grid(this.collection, this.outcome, `${this.wording.many} nach Standard und Alter`, link));
    } else {
      await this.results.show({ records: this.records, as: this.state.view, count });
    }
  }

  private async drawEmpty(): Promise<void> {
    const { outcome, state } = this;
    const near = outcome.nearest();
    await this.texts.need(near.map(({ record }) => record));
    if (outcome !== this.outcome) return;
    const words = (name: string): string => filterWords(this.collection, state, name);
    const drops = outcome.drops().map(({ name, count }) => ({ words: words(name), count, act: () => this.dropAll(name) }));
    const lines = near.map(({ record, missed }) => ({ line: this.texts.line(record), missed: missed.map(words).join("; ") }));
    this.results.replace(emptyResult(this.wording, drops, lines));
  }

  /** A choice that would find nothing: say which filter stands against it. */
  private refuse(facet: Facet, value: string, say: (text: string) => void): void {
    const text = refusal(this.collection, this.outcome, this.state, this.wording, facet, value);
    say(text);
    this.say(text);
  }

  private drop({ name, value }: Chosen): void {
    if (name === TEXT) this.dropAll(TEXT);
    else this.go({ ...this.state, selection: toggled(this.state.selection, name, value, false) });
  }

  private dropAll(name: string): void {
    const text = name === TEXT ? "" : this.state.text;
    const selection: Selection = name === TEXT ? this.state.selection : dropped(this.state.selection, name);
    this.go({ ...this.state, text, selection });
    this.frame.heading.focus();
  }

  private reset(): void {
    this.go({ ...EMPTY, view: this.state.view });
  }

  private usualOrder(): Order {
    return this.state.text ? "relevanz" : this.wording.order;
  }

  /** Without words nothing is more relevant than anything else. */
  private order(): Order {
    const { order = this.usualOrder(), text } = this.state;
    return order === "relevanz" && !text ? this.wording.order : order;
  }

  /** Name what the address says and this page does not know. */
  private name(unknown: readonly string[]): void {
    refill(this.frame.notice, notUnderstood(unknown));
  }
}

/** How many records were shown when the reader left this entry of the history. */
function shownBefore(): number {
  const shown: unknown = (history.state as { shown?: unknown } | null)?.shown;
  return typeof shown === "number" && shown > STEP && shown <= 10_000 ? shown : STEP;
}
