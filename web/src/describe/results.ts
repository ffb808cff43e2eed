// SPDX-License-Identifier: MIT
/** The live list of candidates: reasons, differences, unknowns, the contrast case, and where to look on if there is none. */

import { query } from "../paths/asked";
import { importanceTag } from "../paths/comparison_list";
import { knownRows, summary } from "../paths/here";
import { shortlistButton } from "../paths/shortlist_button";
import { caseUrl } from "../relations/cases";
import type { Collection } from "../relations/collection";
import type { ComparedCondition } from "../relations/context";
import { type Match, type Matches } from "../relations/matching";
import type { NearestTerm } from "../relations/nearest";
import { element, keepingFocus, refill } from "../shared/dom";
import { counted, numberWord } from "../shared/german";
import { resultMark } from "../shared/marks";
import { address } from "../shared/scripts";

const COMPARED = 3;
const FOLDERS: Readonly<Record<NearestTerm["kind"], string>> = { thema: "themen", standard: "standards" };

/** Whose need it is: the reader's own municipality, and the need in her words. */
interface Asking {
  readonly here: string | undefined;
  readonly question: string;
}

/** Draw what was found for `asking` into `target`. Folds that were open stay open. */
export function drawResults(
  target: HTMLElement,
  collection: Collection,
  found: Matches,
  asking: Asking,
  say: (text: string) => void,
): void {
  const context = { collection, ...asking, say };
  const open = new Set([...target.querySelectorAll<HTMLElement>("details[open]")].map(({ id }) => id));
  keepingFocus(() => refill(target, found.matches.length > 0 ? some(context, found) : none(found.nearest)));
  for (const fold of target.querySelectorAll("details")) fold.open = open.has(fold.id);
}

/** What was found, in one sentence for readers who do not see the list. */
export function told({ matches }: Matches): string {
  const [first] = matches;
  if (!first) return "Dazu ist noch keine Praxis erfasst. Die nächstliegenden Themen sind genannt.";
  return `${counted(matches.length, "Praxisbeispiel kann", "Praxisbeispiele können")} passen. Zuerst: ${first.known.title}.`;
}

interface Context extends Asking {
  readonly collection: Collection;
  readonly say: (text: string) => void;
}

function some(context: Context, { matches, contrast }: Matches): HTMLElement[] {
  const compared = matches.slice(0, COMPARED).map(({ known }) => known.id);
  const shown = [
    element("p", { class: "soft" }, "Berechnet aus Ihren Angaben, mit Gründen; keine Note und keine Rangliste der Güte. „Nicht berichtet“ zählt weder dafür noch dagegen."),
    element("ol", { class: "matches" }, matches.map((match) => item(context, match))),
  ];
  if (compared.length > 1) {
    const href = address(`vergleich/index.html${query({ faelle: compared, frage: context.question })}`);
    shown.push(element("p", { class: "no-print" }, element("a", { class: "button", href }, `Die ersten ${numberWord(compared.length)} nebeneinander vergleichen`)));
  }
  if (!contrast) return shown;
  return [
    ...shown,
    element("h3", {}, "Zum Vergleich: gelungen unter anderen Bedingungen"),
    element("p", {}, contrast.why),
    element("ol", { class: "matches" }, item(context, contrast, "kontrast-")),
  ];
}

function item({ collection, here, say }: Context, { known, reasons, conditions }: Match, prefix = ""): HTMLLIElement {
  const calls = conditions.filter(isCalledOut);
  const others = conditions.filter((row) => !isCalledOut(row));
  const ordered = [...knownRows(others), ...others.filter(({ result }) => result === "nicht-berichtet")];
  const fold = element("details", { id: `bedingungen-${prefix}${known.id}` }, element("summary", {}, `Bedingungen im Vergleich: ${summary(conditions)}`), list(ordered));
  // Whoever goes from heading to heading hears which match it is about.
  const heading = (text: string): HTMLElement => element("h4", {}, text, element("span", { class: "visually-hidden" }, `: ${known.title}`));
  const button = shortlistButton(known.id, known.title, say);
  button.id = `merken-${prefix}${known.id}`;
  return element(
    "li",
    { class: "match" },
    element("h3", {}, element("a", { href: address(caseUrl(known.id)), id: `fall-${prefix}${known.id}` }, known.title), `, ${collection.placeName(known.place)}`),
    known.place === here && element("p", { class: "match__mark" }, element("span", { class: "tag" }, "aus Ihrer Kommune")),
    element("p", {}, known.short),
    heading("Warum das passen kann"),
    element("ul", {}, reasons.map(({ text }) => element("li", {}, text))),
    calls.length > 0 && [heading("Was hier anders ist und dort unverzichtbar war"), list(calls)],
    conditions.length > 0 ? fold : element("p", { class: "soft small" }, "Zu keiner Bedingung ist auf beiden Seiten etwas bekannt. Nennen Sie Ihren Ort, um zu vergleichen."),
    element("p", { class: "tools" }, button),
  );
}

function isCalledOut(row: ComparedCondition): boolean {
  return row.result === "weicht-ab" && row.importance === "unverzichtbar";
}

function list(rows: readonly ComparedCondition[]): HTMLUListElement {
  const line = (row: ComparedCondition): HTMLLIElement => element("li", {}, resultMark(row.result), element("span", {}, row.text, " ", importanceTag(row)));
  return element("ul", { class: "conditions" }, rows.map(line));
}

function none(nearest: readonly NearestTerm[]): HTMLElement[] {
  const link = ({ kind, id, title }: NearestTerm): HTMLLIElement => {
    const name = kind === "standard" ? `${title} (Standard, mit Kapitel im Handbuch)` : title;
    return element("li", {}, element("a", { href: address(`${FOLDERS[kind]}/${id}.html`) }, name));
  };
  return [
    element("p", { class: "empty prose" }, "Dazu ist noch keine Praxis erfasst. Das sagt nur etwas über diese Sammlung. ", element("a", { href: address("mitmachen/index.html") }, "Wissen Sie eine Antwort? So tragen Sie bei.")),
    element("p", {}, "Am nächsten liegen:"),
    element("ul", { class: "entries" }, nearest.map(link)),
  ];
}
