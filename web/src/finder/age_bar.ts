// SPDX-License-Identifier: MIT
/** The age bar of lists: twin of `age_bar` in `praxis/theme/parts/marks.html`. */

import { element } from "../shared/dom";
import type { Span } from "./columns";

const SVG = "http://www.w3.org/2000/svg";

export function ageBar(span: Span): HTMLElement {
  const picture = shape("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" });
  picture.append(shape("rect", { class: "age-bar__track", x: 0, y: 3, width: 100, height: 4 }));
  if (span.width) picture.append(shape("rect", { class: "age-bar__span", x: span.x ?? 0, y: 1, width: span.width, height: 8 }));
  return element("span", { class: "age-bar" }, picture, " ", element("span", { class: "age-bar__words" }, span.words));
}

function shape(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
