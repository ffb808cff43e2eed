// SPDX-License-Identifier: MIT
/** What is still missing or wrong, on top, with a link to each place; it gets the focus when somebody asks for it. */

import { element, refill } from "../../shared/dom";
import { counted } from "../../shared/german";
import { WARNINGS } from "../check";
import type { Placed } from "./board";

export class Summary {
  readonly element = element("section", { class: "notice notice--due form-summary", tabindex: "-1", "aria-labelledby": "formular-maengel", hidden: true });
  #shown = "";

  /** Show what is wrong, in the order of the fields; nothing where all is well. */
  show(placed: readonly Placed[]): void {
    const wrong = placed.filter(({ finding }) => !WARNINGS.has(finding.rule));
    const inOrder = [...wrong].sort((one, other) => order(one, other));
    const texts = inOrder.map(({ finding, view }) => `${named(view?.name ?? "")} ${finding.message}`);
    this.element.hidden = wrong.length === 0;
    if (texts.join("\n") === this.#shown) return;
    this.#shown = texts.join("\n");
    refill(this.element,
      element("h2", { id: "formular-maengel" }, `${counted(wrong.length, "Stelle", "Stellen")} noch offen`),
      element("ul", {}, inOrder.map((each, at) => element("li", {}, line(each, texts[at]!)))));
  }

  focus(): void {
    this.element.focus();
    this.element.scrollIntoView({ block: "start" });
  }
}

/** The label as the beginning of a line: a question ends itself. */
function named(label: string): string {
  return /[?!:]$/u.test(label) ? label : `${label}:`;
}

function line({ view, finding }: Placed, text: string): HTMLElement {
  if (!view) return element("span", {}, finding.message);
  const target = view.target();
  const link = element("a", { href: `#${target.id || view.element.id}` }, text);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(view.target());
  });
  return link;
}

/** Open everything around a control and put the focus on it. */
export function goTo(target: HTMLElement): void {
  for (let around = target.parentElement; around; around = around.parentElement) if (around instanceof HTMLDetailsElement) around.open = true;
  target.focus();
  target.scrollIntoView({ block: "center" });
}

function order(one: Placed, other: Placed): number {
  if (!one.view || !other.view) return one.view ? -1 : other.view ? 1 : 0;
  if (one.view === other.view) return 0;
  return one.view.element.compareDocumentPosition(other.view.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
