// SPDX-License-Identifier: MIT
/** Choosing a span of years beside the age groups. */

import { element } from "../shared/dom";
import { readSpan } from "./spans";

const OLDEST = 27;
const PREGNANCY = "schwangerschaft";

/** Two lists of years and a button that hands over the span as it stands in the address. */
export function spanForm(prefix: string, choose: (span: string) => void): HTMLElement {
  const years = Array.from({ length: OLDEST + 1 }, (_, year) => String(year));
  const from = list(`${prefix}-von`, [[PREGNANCY, "Schwangerschaft"], ...years.slice(0, -1).map((year) => [year, year] as const)], "0");
  const to = list(`${prefix}-bis`, years.map((year) => [year, year] as const), "3");
  const title = element("span", { id: `${prefix}-spanne`, class: "span-form__title" }, "Eigene Altersspanne");
  const fault = element("p", { class: "facet__note", hidden: true, role: "alert" }, "„bis“ muss größer sein als „von“.");
  const apply = element("button", { type: "button", class: "button button--quiet button--small" }, "Spanne wählen");
  apply.addEventListener("click", () => {
    const isWrong = from.value !== PREGNANCY && Number(to.value) <= Number(from.value);
    const span = isWrong ? undefined : readSpan(`${from.value}-${to.value}`);
    fault.hidden = span !== undefined;
    if (span) choose(span.id);
  });
  return element(
    "div",
    { class: "span-form", role: "group", "aria-labelledby": title.id },
    title,
    element("label", {}, "von ", from),
    element("label", {}, "bis ", to, " Jahre"),
    apply,
    fault,
  );
}

function list(id: string, options: readonly (readonly [string, string])[], chosen: string): HTMLSelectElement {
  return element("select", { id }, options.map(([value, words]) => element("option", { value, selected: value === chosen }, words)));
}
