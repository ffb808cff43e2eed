// SPDX-License-Identifier: MIT
/** How a hit looks: title and best passage with marks on what matched, and the reasons in words. */

import type { Hit, Mark } from "../search";
import { element, type Child } from "../shared/dom";

/** A text with its marks as `<mark>` elements. */
export function marked(text: string, marks: readonly Mark[]): Child[] {
  const pieces: Child[] = [];
  let done = 0;
  for (const [start, end] of marks) {
    pieces.push(text.slice(done, start), element("mark", {}, text.slice(start, end)));
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.filter((piece) => piece !== "");
}

/** The title of a hit. */
export function hitTitle(hit: Hit): Child[] {
  return marked(hit.entry.title, hit.titleMarks);
}

/** Passage and reasons of a hit; the passage is missing until its text is loaded, and where nothing in it matches. */
export function hitDetails(hit: Hit): Child[] {
  const { passage } = hit;
  const reasons = hit.why.map((reason) => reason.text).join(" · ");
  return [
    passage &&
      element(
        "span",
        { class: "hit__passage", dir: "auto" },
        passage.cutBefore ? "… " : "",
        marked(passage.text, passage.marks),
        passage.cutAfter ? " …" : "",
      ),
    reasons !== "" && element("span", { class: "hit__why", dir: "auto" }, `Gefunden: ${reasons}`),
  ];
}
