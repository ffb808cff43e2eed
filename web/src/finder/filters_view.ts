// SPDX-License-Identifier: MIT
/** All facets: those that people use most by themselves, the others in folded groups. */

import { element } from "../shared/dom";
import type { Collection } from "./columns";
import { FacetView, NOTHING_LEGEND, type FacetEvents } from "./facet_view";
import type { Outcome } from "./model";

/** Choices drawn in the frame that shows the results. */
const AT_ONCE = 100;

export class FiltersView {
  readonly element: HTMLElement;
  private readonly views: readonly FacetView[];
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly groups = new Map<string, { fold: HTMLDetailsElement; chosen: HTMLElement }>();

  constructor(collection: Collection, prefix: string, events: FacetEvents) {
    this.views = collection.facets.map((facet) => new FacetView(facet, prefix, events));
    this.element = element("div", { class: "filters" }, element("p", { class: "filters__legend" }, NOTHING_LEGEND));
    for (const view of this.views) this.home(view.facet.group).append(view.element);
  }

  /** Show all counts. */
  update(outcome: Outcome): void {
    for (const [title, { chosen }] of this.groups) {
      const facets = this.views.filter(({ facet }) => facet.group === title);
      const count = facets.reduce((sum, { facet }) => sum + (outcome.selection.get(facet.id)?.length ?? 0), 0);
      chosen.textContent = count > 0 ? `${count} gewählt` : "";
    }
    for (const view of this.views) view.update(outcome);
    clearTimeout(this.waiting);
    this.drawFrom(0);
  }

  /** Draw as many choices as a frame has time for, and the others after it. */
  private drawFrom(first: number): void {
    let drawn = 0;
    for (let at = first; at < this.views.length; at++) {
      drawn += this.views[at]!.draw();
      if (drawn < AT_ONCE) continue;
      this.waiting = setTimeout(() => this.drawFrom(at + 1));
      return;
    }
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
