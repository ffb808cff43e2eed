// SPDX-License-Identifier: MIT
/**
 * The search dialog: a combobox with a list of hits grouped by kind, after the patterns of the ARIA Authoring Practices.
 * Focus stays in the field; the arrow keys move through the hits, Enter opens the chosen one or all results.
 */

import type { Hit } from "../search";
import { siteFilters, siteSearch } from "../search/site";
import { announcer } from "../shared/announce";
import { element, refill } from "../shared/dom";
import { resultsAddress } from "../shared/results_address";
import { address } from "../shared/scripts";
import type { SearchShell } from "../shared/search_shell";
import { filterLinks } from "./filters";
import { hitDetails, hitTitle } from "./hits";
import { kindGroup } from "./kinds";
import { countText, failure, nothingFound, notes, onlyTitles } from "./messages";
import { SearchSession, type Found } from "./session";

const SHOWN = 12;
const ID = "suchdialog";

export class SearchDialog {
  private readonly field: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly dialog: HTMLDialogElement;
  private readonly count = element("p", { class: "search__count" });
  private readonly hints = element("div", { class: "search__hints" });
  private readonly all = element("p", { class: "search__all" });
  private readonly region = element("p", { class: "visually-hidden", role: "status" });
  private readonly announce = announcer(this.region);
  private readonly session = new SearchSession(siteSearch(), siteFilters, (found) => this.show(found), () => this.failed());
  private options: HTMLElement[] = [];
  private active = -1;

  /** Take over the frame that stands already, with what was typed into it meanwhile. */
  constructor(shell: SearchShell) {
    ({ field: this.field, list: this.list, dialog: this.dialog } = shell);
    refill(shell.body, this.count, this.hints, this.list, this.all);
    this.dialog.append(this.region);
    shell.submit = () => this.openChosen();
    this.field.addEventListener("input", () => this.search());
    this.field.addEventListener("keydown", (event) => this.onKey(event));
    this.dialog.addEventListener("close", () => this.session.stop());
  }

  /** Search for what stands in the field of the open dialog; the index begins to load. */
  opened(): void {
    siteSearch().start().catch(() => this.failed());
    this.search();
  }

  private search(): void {
    const text = this.field.value;
    if (text.trim() === "") {
      this.session.stop();
      this.clear();
      refill(this.count, "Zum Beispiel „Hausbesuch nach der Geburt“, „Kita Dortmund“ oder „Sozialarbeit an Schulen“.");
      return;
    }
    if (this.options.length === 0) refill(this.count, "Es wird gesucht …");
    void this.session.run({ text, typing: true, limit: SHOWN });
  }

  private clear(): void {
    this.options = [];
    this.choose(-1);
    for (const place of [this.count, this.hints, this.list, this.all]) place.replaceChildren();
    this.field.setAttribute("aria-expanded", "false");
  }

  private failed(): void {
    this.clear();
    refill(this.hints, element("p", { class: "notice" }, failure()));
    this.announce(this.hints.textContent ?? "");
  }

  private show(found: Found): void {
    const chosen = this.options[this.active]?.dataset.document;
    const { text } = found.wanted;
    this.options = [];
    refill(this.list, groups(found.hits).map(([kind, hits]) => this.group(kind, hits)));
    this.choose(chosen === undefined ? -1 : this.options.findIndex((option) => option.dataset.document === chosen));
    this.field.setAttribute("aria-expanded", String(this.options.length > 0));
    refill(this.count, countText(found));
    refill(
      this.hints,
      found.textsMissing && element("p", { class: "notice" }, onlyTitles()),
      this.suggestion(found.results.suggestion),
      notes(found).map((note) => element("p", { dir: "auto" }, note)),
      filterLinks(found.wanted.text, found.filters),
      found.hits.length === 0 && element("p", {}, nothingFound()),
    );
    const total = found.results.order.length;
    refill(this.all, total > 0 && element("a", { href: resultsAddress(text) }, total > SHOWN ? `Alle ${countText(found)} zeigen` : "Auf der Ergebnisseite zeigen"));
    const how = total > 0 ? ", mit den Pfeiltasten zu wählen" : "";
    const instead = found.results.suggestion === undefined ? "" : `. Meinten Sie „${found.results.suggestion}“?`;
    if (!found.results.partial || found.textsMissing) this.announce(`${countText(found)}${how}${instead}`);
  }

  private suggestion(text: string | undefined): HTMLElement | undefined {
    if (text === undefined) return undefined;
    const button = element("button", { type: "button", class: "link-button", dir: "auto" }, text);
    button.addEventListener("click", () => {
      this.field.value = text;
      this.field.focus();
      this.search();
    });
    return element("p", {}, "Meinten Sie ", button, "?");
  }

  private group(kind: string, hits: readonly Hit[]): HTMLElement {
    const label = `${ID}-art-${kind}`;
    return element(
      "div",
      { role: "group", "aria-labelledby": label },
      element("div", { id: label, class: "search__kind", role: "presentation" }, kindGroup(kind)),
      hits.map((hit) => this.option(hit)),
    );
  }

  private option(hit: Hit): HTMLElement {
    const number = this.options.length;
    const option = element(
      "a",
      {
        id: `${ID}-treffer-${number}`,
        class: "hit",
        role: "option",
        "aria-selected": "false",
        tabindex: -1,
        href: address(hit.entry.url),
        "data-document": hit.document,
      },
      element("span", { class: "hit__title", dir: "auto" }, hitTitle(hit)),
      hitDetails(hit),
    );
    // Opening another place of the same page loads nothing: the dialog must make way itself.
    option.addEventListener("click", () => this.dialog.close());
    this.options.push(option);
    return option;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey) return;
    const last = this.options.length - 1;
    if (event.key === "ArrowDown") this.choose(this.active < last ? this.active + 1 : -1);
    else if (event.key === "ArrowUp") this.choose(this.active < 0 ? last : this.active - 1);
    else if (event.key === "PageDown") this.choose(Math.min(last, this.active + 5));
    else if (event.key === "PageUp") this.choose(Math.max(Math.min(last, 0), this.active - 5));
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && this.active >= 0) {
      window.open((this.options[this.active] as HTMLAnchorElement).href, "_blank", "noopener");
    } else return;
    event.preventDefault();
  }

  private choose(number: number): void {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = number;
    const option = this.options[number];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.field.setAttribute("aria-activedescendant", option.id);
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  private openChosen(): void {
    const option = this.options[this.active];
    if (option) option.click();
    else if (this.field.value.trim() !== "") location.assign(resultsAddress(this.field.value));
  }
}

/** Hits by kind; the kind of the best hit comes first. */
function groups(hits: readonly Hit[]): [string, Hit[]][] {
  const byKind = new Map<string, Hit[]>();
  for (const hit of hits) {
    const known = byKind.get(hit.entry.kind);
    if (known) known.push(hit);
    else byKind.set(hit.entry.kind, [hit]);
  }
  return [...byKind];
}
