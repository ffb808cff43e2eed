// SPDX-License-Identifier: MIT
/** Showing the grid of one choice in the table that the page has, and as lists by age for narrow screens. */

import { element, refill } from "../shared/dom";
import { counted } from "../shared/german";
import { address } from "../shared/scripts";
import { stateOf, type Choice, type ChosenGrid, type Counts } from "./model";

const EMPTY = "hier noch nichts erfasst";

/** The table as the page was built; `restore` brings every cell back. */
export class GridTable {
  private readonly cells = new Map<HTMLTableCellElement, ChildNode[]>();

  constructor(readonly table: HTMLTableElement) {
    for (const cell of table.querySelectorAll<HTMLTableCellElement>("td[data-alter]")) this.cells.set(cell, [...cell.childNodes]);
  }

  show(grid: ChosenGrid): void {
    for (const [cell] of this.cells) {
      const [standard, age] = [cell.parentElement!.dataset.standard!, cell.dataset.alter!];
      refill(cell, filled(grid.counts(standard, age), `${this.standardTitle(cell)}, ${this.ageTitle(cell)}`, grid.choice, standard, age));
    }
  }

  restore(): void {
    for (const [cell, children] of this.cells) cell.replaceChildren(...children);
  }

  /** The same as lists, one for each age. */
  lists(grid: ChosenGrid): HTMLElement[] {
    const ages = [...this.table.querySelectorAll<HTMLElement>("thead th")].slice(1);
    return ages.map((head, column) => {
      const cells = [...this.cells.keys()].filter((cell) => cell.cellIndex === column + 1);
      return this.list(grid, head.textContent!.trim(), cells);
    });
  }

  private list(grid: ChosenGrid, title: string, cells: readonly HTMLTableCellElement[]): HTMLElement {
    const lines = cells.flatMap((cell) => {
      const [standard, age] = [cell.parentElement!.dataset.standard!, cell.dataset.alter!];
      const counts = grid.counts(standard, age);
      return stateOf(counts) === "leer" ? [] : [element("li", {}, `${this.standardTitle(cell)}: `, links(counts, `${this.standardTitle(cell)}, ${title}`, grid.choice, standard, age))];
    });
    const body = lines.length > 0 ? element("ul", {}, lines) : element("p", { class: "soft" }, "Für dieses Alter ist hier noch nichts erfasst.");
    return element("section", {}, element("h2", {}, title), body);
  }

  private standardTitle(cell: HTMLTableCellElement): string {
    return cell.parentElement!.querySelector("th")!.textContent!.trim();
  }

  private ageTitle(cell: HTMLTableCellElement): string {
    return this.table.querySelectorAll("thead th")[cell.cellIndex]!.textContent!.trim();
  }
}

function filled(counts: Counts, name: string, choice: Choice, standard: string, age: string): HTMLElement {
  const state = stateOf(counts);
  if (state === "leer") {
    return element("span", { class: "cell cell--leer" }, element("span", { "aria-hidden": "true" }, "·"), element("span", { class: "visually-hidden" }, EMPTY));
  }
  return element("span", { class: `cell cell--${state}` }, links(counts, name, choice, standard, age));
}

/** Links to the lists behind the counts: practice and gaps each in their finder. */
function links(counts: Counts, name: string, choice: Choice, standard: string, age: string): (Node | string)[] {
  const query = new URLSearchParams({ standard, alter: age, [choice.facet]: choice.value }).toString();
  const hidden = (): HTMLElement => element("span", { class: "visually-hidden" }, ` – ${name}`);
  const cases = element("a", { href: address(`praxis/index.html?${query}`) }, counted(counts.cases, "Praxis", "Praxis"), hidden());
  const gaps = element("a", { href: address(`luecken/index.html?${query}`) }, counted(counts.gaps, "Lücke", "Lücken"), hidden());
  if (counts.cases > 0 && counts.gaps > 0) return [cases, ", ", gaps];
  return [counts.cases > 0 ? cases : gaps];
}
