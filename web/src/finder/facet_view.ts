// SPDX-License-Identifier: MIT
/** One facet as a fold with its choices; built when it is first opened, afterwards only its counts change. */

import { fold } from "../search/folding";
import { element, refill, rewrite, type Child } from "../shared/dom";
import { germanNumber } from "../shared/german";
import type { Facet } from "./columns";
import { AGE, type Outcome } from "./model";
import { spanForm } from "./span_form";

/** What the signs beside choices that would give nothing mean. */
export const NOTHING_LEGEND = "0: nichts mit den anderen Filtern. –: noch nichts erfasst.";
/** From so many choices on, a field narrows their list. */
const MANY = 20;
/** Letters of a title that surely fit on a line, also on a narrow phone. */
const LINE = 22;
const MOST_LINES = 3;

export interface FacetEvents {
  /** The reader chose a value, or no longer chooses it. */
  choose(facet: Facet, value: string, chosen: boolean): void;
  /** The reader tried a choice that would give nothing. */
  refuse(facet: Facet, value: string, say: (text: string) => void): void;
}

interface Choice {
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
  readonly item: HTMLElement;
  /** The count beside it; undefined before the first. */
  shown: number | undefined;
  isRefused: boolean;
}

/** How many values are chosen, in the fold's own line. */
export function chosenWords(count: number): string {
  return count > 0 ? `${count} gewählt` : "";
}

export class FacetView {
  readonly element: HTMLDetailsElement;
  private readonly chosen = element("span", { class: "facet__chosen" });
  private readonly note = element("p", { class: "facet__note", hidden: true });
  private choices: readonly Choice[] = [];
  private outcome: Outcome | undefined;
  private isDrawn = false;
  /** The choices are where the reader sees them; kept by the view of all filters. */
  isInSight = true;

  constructor(
    readonly facet: Facet,
    private readonly prefix: string,
    private readonly events: FacetEvents,
  ) {
    const summary = element("summary", {}, element("span", { class: "facet__title" }, facet.title), " ", this.chosen);
    this.element = element("details", { class: "facet", open: facet.open }, summary);
    this.element.addEventListener("toggle", () => this.draw());
  }

  /** Take over what was found; `draw` then shows what the other filters leave of each choice. */
  update(outcome: Outcome): void {
    this.outcome = outcome;
    rewrite(this.chosen, chosenWords(outcome.selection.get(this.facet.id)?.length ?? 0));
    if (!this.note.hidden) this.note.hidden = true;
    this.isDrawn = false;
  }

  /** Show the counts, unless they are shown or folded away; returns how many were looked at. */
  draw(): number {
    const { outcome } = this;
    if (!outcome || this.isDrawn || !this.isVisible()) return 0;
    this.isDrawn = true;
    if (this.choices.length === 0) this.build();
    const selected = outcome.selection.get(this.facet.id) ?? [];
    const counts = outcome.counts(this.facet);
    this.choices.forEach((choice, place) => this.show(choice, place, counts[place]!, selected.includes(this.facet.values[place]!.id)));
    return this.choices.length;
  }

  /** Show a choice as it is now; what has not changed is left alone. */
  private show(choice: Choice, place: number, count: number, isChosen: boolean): void {
    if (choice.box.checked !== isChosen) choice.box.checked = isChosen;
    if (choice.shown !== count) {
      choice.shown = count;
      if (count > 0) rewrite(choice.count, germanNumber(count));
      else refill(choice.count, ...this.nothing(place));
    }
    // What is chosen can be taken back, whatever it finds.
    const isRefused = count === 0 && !isChosen;
    if (choice.isRefused === isRefused) return;
    choice.isRefused = isRefused;
    choice.item.classList.toggle("choice--none", isRefused);
    if (isRefused) choice.box.setAttribute("aria-disabled", "true");
    else choice.box.removeAttribute("aria-disabled");
  }

  /** Folds inside closed folds are not drawn. */
  private isVisible(): boolean {
    const group = this.element.parentElement?.closest("details");
    return this.element.open && (!group || group.open);
  }

  /** Why a choice would give nothing: a sign (see `NOTHING_LEGEND`) with its words. */
  private nothing(place: number): Child[] {
    const isHeld = this.facet.sets[place]!.some((word) => word !== 0);
    const [sign, words] = isHeld ? ["0", "nichts mit den anderen Filtern"] : ["–", "noch nichts erfasst"];
    return [element("span", { "aria-hidden": "true" }, sign), element("span", { class: "visually-hidden" }, words)];
  }

  private build(): void {
    const { facet } = this;
    this.choices = facet.values.map(({ id, title, depth }) => this.choice(id, title, depth));
    const narrow = facet.values.length > MANY ? this.narrowing() : undefined;
    const list = element("ul", { class: narrow ? "choices choices--many" : "choices" }, this.choices.map(({ item }) => item));
    const legend = element("legend", { class: "visually-hidden" }, facet.title);
    const span = facet.id === AGE ? spanForm(this.prefix, (id) => this.events.choose(facet, id, true)) : undefined;
    this.element.append(element("fieldset", { class: "facet__choices" }, legend, narrow, list, span, this.note));
  }

  private choice(id: string, title: string, depth: number): Choice {
    // Its state is the address: a browser that kept it too would put it back wrongly, and would gather all of it at each change.
    const box = element("input", { type: "checkbox", name: this.facet.id, value: id, autocomplete: "off" });
    const count = element("span", { class: "choice__count" });
    const words = element("span", { class: "choice__title" }, title);
    // Out of sight a choice is as high as its title may need, or choices would lie over each other.
    const lines = Math.min(Math.ceil(title.length / LINE), MOST_LINES);
    const level = depth > 0 ? ` choice--${Math.min(depth, 3)}` : "";
    const item = element("li", { class: `choice choice--lines-${lines}${level}` }, element("label", {}, box, words, " ", count));
    box.addEventListener("click", (event) => {
      if (box.checked && box.getAttribute("aria-disabled") === "true") {
        event.preventDefault();
        this.events.refuse(this.facet, id, (text) => this.say(text));
      }
    });
    box.addEventListener("change", () => this.events.choose(this.facet, id, box.checked));
    return { box, count, item, shown: undefined, isRefused: false };
  }

  private say(text: string): void {
    this.note.textContent = text;
    this.note.hidden = false;
  }

  /** A field that hides the choices without its letters. */
  private narrowing(): HTMLElement {
    const id = `${this.prefix}-${this.facet.id}-eingrenzen`;
    const field = element("input", { type: "text", id, autocomplete: "off", spellcheck: "false" });
    const names = this.facet.values.map(({ title }) => fold(title));
    field.addEventListener("input", () => {
      const wanted = fold(field.value.trim());
      this.choices.forEach(({ item }, place) => (item.hidden = !names[place]!.includes(wanted)));
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
    return element("p", { class: "facet__narrow" }, element("label", { for: id }, `In „${this.facet.title}“ suchen`), field);
  }
}
