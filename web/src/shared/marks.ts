// SPDX-License-Identifier: MIT
/** Sign and word for *passt – weicht ab – nicht berichtet*; twin of the macro `result` in `theme/parts/marks.html`. */

import type { Result } from "../relations/context";
import { element } from "./dom";

/** The words of each result. */
export const RESULT_WORDS: Readonly<Record<Result, string>> = {
  passt: "passt",
  "weicht-ab": "weicht ab",
  "nicht-berichtet": "nicht berichtet",
};

const SVG = "http://www.w3.org/2000/svg";
const STROKE = { fill: "none", stroke: "currentColor" };
const SHAPES: Readonly<Record<Result, readonly [string, Readonly<Record<string, string>>]>> = {
  passt: ["path", { d: "M2.5 8.5l3.5 3.5 7.5-8", ...STROKE, "stroke-width": "2.2" }],
  "weicht-ab": ["path", { d: "M2 5.5h12M2 10.5h12M11 2L5 14", ...STROKE, "stroke-width": "2" }],
  "nicht-berichtet": ["circle", { cx: "8", cy: "8", r: "6", ...STROKE, "stroke-width": "1.6", "stroke-dasharray": "2.4 2" }],
};

/** The mark of a result; `text` takes the place of its word. */
export function resultMark(result: Result, text = RESULT_WORDS[result]): HTMLSpanElement {
  const [name, attributes] = SHAPES[result];
  const picture = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" });
  picture.append(svg(name, attributes));
  return element("span", { class: `result result--${result}` }, picture, text);
}

function svg(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
