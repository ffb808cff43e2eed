// SPDX-License-Identifier: MIT
/** All facets: those that people use most by themselves, the others in folded groups. */

import { element, rewrite } from "../shared/dom";
import { whenIdle } from "../shared/idle";
import type { Collection } from "./columns";
import { chosenWords, FacetView, NOTHING_LEGEND, type FacetEvents } from "./facet_view";
import type { Outcome } from "./model";

/** Choices drawn in one go out of sight: what a frame has time for. */
const AT_ONCE = 100;

export class FiltersView {
  readonly element: HTMLElement;
  private readonly views: readonly FacetView[];
  /** Counts the updates, so that what waits for a frame knows whether it is still wanted. */
  private run = 0;
  private readonly groups = new Map<string, { fold: HTMLDetailsElement; chosen: HTMLElement }>();

  constructor(collection: Collection, prefix: string, events: FacetEvents) {
    this.views = collection.facets.map((facet) => new FacetView(facet, prefix, events));
    this.element = element("div", { class: "filters" }, element("p", { class: "filters__legend" }, NOTHING_LEGEND));
    for (const view of this.views) this.home(view.facet.group).append(view.element);
    this.watch();
  }

  /** Show all counts. */
  update(outcome: Outcome): void {
    for (const [title, { chosen }] of this.groups) {
      const facets = this.views.filter(({ facet }) => facet.group === title);
      const count = facets.reduce((sum, { facet }) => sum + (outcome.selection.get(facet.id)?.length ?? 0), 0);
      rewrite(chosen, chosenWords(count));
    }
    for (const view of this.views) view.update(outcome);
    for (const view of this.views) if (view.isInSight) view.draw();
    const run = ++this.run;
    // The frame that shows the results comes first.
    requestAnimationFrame(() => whenIdle(() => this.drawFrom(0, run)));
  }

  /** Draw what nobody sees yet, as many choices at a time as a frame has time for. */
  private drawFrom(first: number, run: number): void {
    if (run !== this.run) return;
    let drawn = 0;
    for (let at = first; at < this.views.length; at++) {
      drawn += this.views[at]!.draw();
      if (drawn < AT_ONCE) continue;
      whenIdle(() => this.drawFrom(at + 1, run));
      return;
    }
  }

  /** Keep in mind which facets are in sight, and draw those that come into it. */
  private watch(): void {
    const views = new Map<Element, FacetView>(this.views.map((view) => [view.element, view]));
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const view = views.get(target)!;
        view.isInSight = isIntersecting;
        if (isIntersecting) view.draw();
      }
    });
    for (const target of views.keys()) observer.observe(target);
  }

  private home(title: string): HTMLElement {
    if (!title) return this.element;
    let group = this.groups.get(title);
    if (!group) {
      const chosen = element("span", { class: "facet__chosen" });
      const summary = element("summary", {}, element("span", { class: "filters__group" }, title), " ", chosen);
      group = { fold: element("details", { class: "filters__fold" }, summary), chosen };
      this.groups.set(title, group);
      this.element.append(group.fold);
      group.fold.addEventListener("toggle", () => {
        for (const view of this.views) if (view.facet.group === title) view.draw();
      });
    }
    return group.fold;
  }
}
