// SPDX-License-Identifier: MIT
/** On pages with cases: the shortlist, and the comparison with one's own place. Loaded by `seite.js` where it is needed. */

import { startCaseHere } from "../paths/case_here";
import { startCaseRows } from "../paths/case_rows";
import { startHereLines } from "../paths/here_lines";
import { shortlistButton } from "../paths/shortlist_button";
import { element } from "../shared/dom";

const main = document.querySelector("main") ?? document.body;
const status = element("p", { class: "visually-hidden", role: "status" });
main.append(status);
const say = (text: string): void => {
  status.textContent = text;
};

const page = document.querySelector<HTMLElement>(".record[data-case]");
const id = page?.dataset.case;
if (page && id) {
  const title = page.querySelector("h1")?.textContent ?? "";
  page.querySelector("[data-case-tools]")?.prepend(shortlistButton(id, title, say));
  const here = page.querySelector<HTMLElement>("[data-here]");
  if (here) {
    startCaseHere(here, id).catch(() => {
      here.textContent = "Der Vergleich lässt sich gerade nicht laden. Bitte laden Sie die Seite neu.";
    });
  }
}
startCaseRows([...document.querySelectorAll<HTMLElement>("li[data-case]")], say);
startHereLines(main);
