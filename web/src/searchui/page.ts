// SPDX-License-Identifier: MIT
/** The results page: everything that was found, best first or by kind, with its state in the address. */

import type { Hit } from "../search";
import { siteFilters, siteSearch } from "../search/site";
import { announcer } from "../shared/announce";
import { element, refill, type Child } from "../shared/dom";
import { germanNumber } from "../shared/german";
import { resultsAddress } from "../shared/results_address";
import { address } from "../shared/scripts";
import { filterLinks } from "./filters";
import { hitDetails, hitTitle } from "./hits";
import { kindGroup, kindName, KINDS, type Kind } from "./kinds";
import { countText, failure, nothingFound, notes, onlyTitles } from "./messages";
import { SearchSession, type Found } from "./session";
import { readState, stateQuery, STEP, type State } from "./state";

/** Start the app where the page has a place for it. */
export function startResultsPage(): void {
  const place = document.getElementById("suche-app");
  if (place) new ResultsPage(place);
}

class ResultsPage {
  private readonly field = element("input", {
    id: "suche-feld", class: "search__field", name: "q", type: "search", autocomplete: "off", enterkeyhint: "search", dir: "auto",
  });
  private readonly region = element("p", { class: "visually-hidden", role: "status" });
  private readonly announce = announcer(this.region);
  private readonly count = element("p", { class: "search__count" });
  private readonly hints = element("div", { class: "search__hints" });
  private readonly kinds = element("fieldset", { class: "search__kinds" }, element("legend", { class: "visually-hidden" }, "Nur diese Art zeigen"));
  private readonly boxes = new Map<Kind, { box: HTMLInputElement; label: HTMLElement; count: HTMLElement }>();
  private readonly byKind = element("input", { type: "checkbox" });
  private readonly tools = element(
    "details",
    { class: "search__tools", open: window.matchMedia("(min-width: 48rem)").matches },
    element("summary", {}, "Nach Art eingrenzen und ordnen"),
    this.kinds,
    element("label", { class: "search__choice" }, this.byKind, " nach Art geordnet"),
  );
  private readonly list = element("div", {});
  private readonly more = element("button", { type: "button", class: "button button--quiet" }, "Weitere Treffer zeigen");
  private readonly session = new SearchSession(siteSearch(), siteFilters, (found) => this.show(found), () => this.failed());
  private state: State;
  private dropped: readonly string[];
  /** After more hits were asked for: the place of the first new one, which gets the focus. */
  private focusAt = -1;

  constructor(place: HTMLElement) {
    ({ state: this.state, dropped: this.dropped } = readState(location.search));
    for (const kind of KINDS) this.addBox(kind);
    const form = element(
      "form",
      { class: "search__form", role: "search" },
      element("label", { for: "suche-feld" }, "Suchbegriffe"),
      this.field,
      element("button", { type: "submit", class: "button" }, "Suchen"),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.change({ text: this.field.value, limit: STEP });
    });
    // While typing the list follows; only what was sent becomes a step to go back to.
    this.field.addEventListener("input", () => this.change({ text: this.field.value, limit: STEP }, true));
    this.byKind.addEventListener("change", () => this.change({ byKind: this.byKind.checked }));
    this.more.addEventListener("click", () => {
      this.focusAt = this.state.limit;
      this.change({ limit: this.state.limit + STEP });
    });
    window.addEventListener("popstate", () => {
      ({ state: this.state, dropped: this.dropped } = readState(location.search));
      this.field.value = this.state.text;
      this.search(false);
    });
    refill(place, form, this.count, this.hints, this.tools, this.list, element("p", {}, this.more), this.region);
    this.field.value = this.state.text;
    this.search(false);
    if (this.state.text === "") this.field.focus();
  }

  private addBox(kind: Kind): void {
    const box = element("input", { type: "checkbox" });
    const count = element("span", { class: "soft" });
    const label = element("label", { class: "search__choice" }, box, ` ${kindGroup(kind)} `, count);
    box.addEventListener("change", () => {
      const kinds = KINDS.filter((each) => this.boxes.get(each)?.box.checked);
      this.change({ kinds, limit: STEP });
    });
    this.kinds.append(label);
    this.boxes.set(kind, { box, label, count });
  }

  private change(changed: Partial<State>, typing = false): void {
    this.state = { ...this.state, ...changed };
    this.dropped = [];
    const query = stateQuery(this.state);
    try {
      if (typing) history.replaceState(null, "", query);
      else if (query !== location.search) history.pushState(null, "", query);
    } catch {
      /* some browsers keep the address of a page from disk as it is; the list is right all the same */
    }
    this.search(typing);
  }

  private search(typing: boolean): void {
    this.byKind.checked = this.state.byKind;
    if (this.state.kinds.length > 0 || this.state.byKind) this.tools.open = true;
    for (const [kind, { box }] of this.boxes) box.checked = this.state.kinds.includes(kind);
    if (this.state.text.trim() === "") {
      this.session.stop();
      this.showNothing([this.droppedNote(), element("p", {}, "Gesucht wird in Praxis, Lücken, Handbuch, Materialien, Treffen, Kommunen, Themen und Glossar.")]);
      return;
    }
    const { text, kinds, limit } = this.state;
    void this.session.run({ text, typing, limit, kinds });
  }

  private showNothing(hints: readonly Child[]): void {
    for (const place of [this.count, this.list]) place.replaceChildren();
    refill(this.hints, hints);
    this.tools.hidden = this.more.hidden = true;
  }

  private failed(): void {
    this.showNothing([element("p", { class: "notice" }, failure())]);
    this.announce(this.hints.textContent ?? "");
  }

  private droppedNote(): Child {
    return this.dropped.length > 0 && element("p", { class: "notice", dir: "auto" }, `In der Adresse stand etwas, das diese Seite nicht kennt und übergeht: ${this.dropped.join(", ")}`);
  }

  private show(found: Found): void {
    const { suggestion, order } = found.results;
    refill(this.count, countText(found));
    refill(
      this.hints,
      this.droppedNote(),
      found.textsMissing && element("p", { class: "notice" }, onlyTitles()),
      suggestion !== undefined && element("p", {}, "Meinten Sie ", element("a", { href: resultsAddress(suggestion), dir: "auto" }, suggestion), "?"),
      notes(found).map((note) => element("p", { dir: "auto" }, note)),
      filterLinks(found.wanted.text, found.filters),
      found.hits.length === 0 && element("p", {}, nothingFound()),
    );
    this.tools.hidden = found.counts.size === 0 && this.state.kinds.length === 0;
    for (const [kind, { label, count, box }] of this.boxes) {
      const number = found.counts.get(kind) ?? 0;
      label.hidden = number === 0 && !box.checked;
      refill(count, `(${germanNumber(number)})`);
    }
    const focused = this.focusedDocument(found);
    refill(this.list, this.state.byKind ? byKind(found.hits) : [element("h2", { class: "visually-hidden" }, "Treffer"), listed(found.hits)]);
    this.more.hidden = found.hits.length >= order.length;
    if (focused !== undefined) this.list.querySelector<HTMLElement>(`[data-document="${focused}"]`)?.focus();
    if (!found.results.partial || found.textsMissing) this.announce(countText(found));
  }

  /** The document whose link is to have the focus: the first new one, or the one that has it, since the list is made anew. */
  private focusedDocument(found: Found): string | undefined {
    const first = found.hits[this.focusAt];
    this.focusAt = -1;
    const { activeElement } = document;
    if (first) return String(first.document);
    return activeElement instanceof HTMLElement && this.list.contains(activeElement) ? activeElement.dataset.document : undefined;
  }
}

function byKind(hits: readonly Hit[]): HTMLElement[] {
  return KINDS.flatMap((kind) => {
    const own = hits.filter((hit) => hit.entry.kind === kind);
    return own.length > 0 ? [element("h2", {}, kindGroup(kind)), listed(own)] : [];
  });
}

function listed(hits: readonly Hit[]): HTMLElement {
  return element(
    "ol",
    { class: "plain-list" },
    hits.map((hit) =>
      element(
        "li",
        { class: "hit" },
        element("span", { class: "hit__kind" }, kindName(hit.entry.kind)),
        element("h3", { class: "hit__title", dir: "auto" }, element("a", { href: address(hit.entry.url), "data-document": hit.document }, hitTitle(hit))),
        hitDetails(hit),
      ),
    ),
  );
}
