// SPDX-License-Identifier: MIT
/** When nothing is found: which single filter to drop, and what is nearest. */

import { element } from "../shared/dom";
import { counted } from "../shared/german";
import { address } from "../shared/scripts";
import type { Line } from "./lines";
import type { Wording } from "./wording";

export interface Drop {
  /** The filter with its words: `Alter: 3 bis 6 Jahre`. */
  readonly words: string;
  readonly count: number;
  readonly act: () => void;
}

export interface NearLine {
  readonly line: Line;
  /** The filters it misses, by name: `Alter und Thema`. */
  readonly missed: string;
}

/** The message in place of the list. */
export function emptyResult(wording: Wording, drops: readonly Drop[], near: readonly NearLine[]): HTMLElement {
  const [help, target] = wording.help;
  return element(
    "div",
    { class: "finder-empty" },
    element("p", {}, element("strong", {}, `Zu dieser Auswahl ist noch nichts erfasst.`), " Das heißt nicht, dass es nichts gibt."),
    drops.length > 0
      ? [element("p", {}, "Mit einem Filter weniger gibt es Treffer:"), element("ul", {}, drops.map((drop) => dropItem(wording, drop)))]
      : element("p", {}, "Es liegt nicht an einem Filter allein: Auch mit einem weniger gäbe es keine Treffer."),
    near.length > 0 && [element("p", {}, "Am nächsten liegen:"), element("ul", {}, near.map(nearItem))],
    element("p", {}, element("a", { href: address(target) }, help)),
  );
}

function dropItem(wording: Wording, { words, count, act }: Drop): HTMLElement {
  const button = element("button", { type: "button", class: "button button--quiet button--small" }, `Ohne „${words}“`);
  button.addEventListener("click", act);
  return element("li", {}, button, ` ${counted(count, wording.one, wording.many)}`);
}

function nearItem({ line, missed }: NearLine): HTMLElement {
  const place = line.place && `, ${line.place}`;
  return element("li", {}, element("a", { href: address(line.url) }, line.title), place, element("span", { class: "entries__note" }, `Passt nicht zu: ${missed}.`));
}
