// SPDX-License-Identifier: MIT
/** „Wie wäre es hier?“ on a case's page: the comparison with one's own place, what is open, and a letter to ask. */

import { type CaseData, type Places } from "../relations/cases";
import { loadCase, loadContextModel, loadOverview, loadPlaces } from "../relations/loading";
import type { Overview } from "../relations/collection";
import type { ContextModel } from "../relations/model";
import { copyButton } from "../shared/copying";
import { element, keepingFocus, refill } from "../shared/dom";
import { onOwnPlaceChange, ownPlace } from "../shared/own_place";
import { comparisonList, importanceTag } from "./comparison_list";
import { conditionField } from "./condition_field";
import { type CaseDetails, loadCaseDetails } from "./details";
import { compareHere, type HereRow, knownRows, letter, openHeading, openQuestions, type OpenQuestion, ownFacts, summary } from "./here";
import { ownPlaceName, placePanel, tellOwnValue } from "./place_panel";

const QUESTIONS = 5;

interface Loaded {
  readonly model: ContextModel;
  readonly places: Places;
  readonly overview: Overview;
  readonly data: CaseData;
  readonly details: CaseDetails;
}

/** Fill the section of a case's page. */
export async function startCaseHere(target: HTMLElement, id: string): Promise<void> {
  const [model, places, overview, data, details] = await Promise.all([
    loadContextModel(),
    loadPlaces(),
    loadOverview(),
    loadCase(id),
    loadCaseDetails(id),
  ]);
  if (!data || !details) throw new Error(`no data about ${id}`);
  const loaded = { model, places, overview, data, details };
  const result = element("div", { class: "here" });
  const status = element("p", { class: "visually-hidden", role: "status" });
  refill(target, placePanel(model, places), status, result);
  const draw = (): void => {
    const rows = ownPlace() && rowsOf(loaded);
    keepingFocus(() => refill(result, rows ? comparison(loaded, rows) : []));
    status.textContent = rows ? `Vergleich: ${summary(rows)}` : "";
  };
  onOwnPlaceChange(draw);
  draw();
}

function rowsOf({ model, places, overview, data }: Loaded): HereRow[] {
  const place = ownPlace() ?? { municipality: null, values: {} };
  return compareHere(model, places, data, ownFacts(model, places, place), overview.changed);
}

function comparison(loaded: Loaded, rows: readonly HereRow[]): HTMLElement[] {
  const name = ownPlaceName(loaded.places);
  const known = knownRows(rows);
  const nothing = "Zu keiner Bedingung ist bisher auf beiden Seiten etwas bekannt. Das sagt nichts darüber, ob es hier gelingt.";
  return [
    element("h3", {}, name ? `So wäre es in ${name}` : "So wäre es bei Ihnen"),
    element("p", { class: "here__summary" }, summary(rows)),
    known.length > 0 ? comparisonList(known) : element("p", { class: "empty prose" }, nothing),
    ...openPart(loaded, rows),
  ];
}

function openPart(loaded: Loaded, rows: readonly HereRow[]): HTMLElement[] {
  const questions = openQuestions(loaded.model, rows);
  const first = questions.slice(0, QUESTIONS);
  if (first.length === 0) return [element("p", {}, openHeading(0, 0))];
  const others = questions.slice(QUESTIONS);
  const own = others.filter(({ whom }) => whom === "hier");
  const rest = others.filter(({ whom }) => whom === "dort");
  const line = (open: OpenQuestion): HTMLLIElement => questionLine(loaded.model, open);
  return [
    element("h3", {}, openHeading(questions.length, first.length)),
    element("ol", { class: "questions" }, first.map(line)),
    ...fold("eigene-offen", `Was nur für Ihren Ort fehlt (${own.length})`, own, line),
    ...fold("weitere-offen", `Was sonst offen ist (${rest.length})`, rest, ({ row }) => element("li", {}, row.text, " ", importanceTag(row))),
    ...letterPart(loaded, questions),
  ];
}

/** A folded list that stays open when the page is drawn anew. */
function fold(id: string, title: string, questions: readonly OpenQuestion[], line: (open: OpenQuestion) => HTMLElement): HTMLElement[] {
  if (questions.length === 0) return [];
  const open = document.querySelector<HTMLDetailsElement>(`details#${id}`)?.open;
  return [element("details", { id, open }, element("summary", {}, title), element("ul", { class: "questions" }, questions.map(line)))];
}

function questionLine(model: ContextModel, { row, question, purpose, whom }: OpenQuestion): HTMLLIElement {
  const condition = model.conditions.get(row.id);
  if (whom === "hier" && condition) {
    const field = conditionField({ condition, prefix: "offen", values: [], onChange: (values) => tellOwnValue(row.id, values) });
    return element("li", {}, field, element("span", { class: "defs__note" }, `${row.text} `, importanceTag(row)));
  }
  const note = [`Fehlt für die Praxis: ${row.title}.`, purpose].filter(Boolean).join(" ");
  return element("li", {}, question, " ", importanceTag(row), element("span", { class: "defs__note" }, note));
}

function letterPart({ details, places }: Loaded, questions: readonly OpenQuestion[]): HTMLElement[] {
  const asked = questions.filter(({ whom }) => whom === "dort").slice(0, QUESTIONS);
  if (asked.length === 0) return [];
  const text = letter({
    title: details.title,
    place: details.place,
    here: ownPlaceName(places),
    collection: document.querySelector(".site-name")?.textContent ?? "",
    address: details.address,
    asOf: details.asOf,
    questions: asked.map(({ question }) => question),
  });
  const field = element("textarea", { id: "brief", rows: 16 }, text);
  const status = element("p", { class: "small", role: "status" });
  const { office, email } = details.contact;
  const body = [
    element("label", { for: field.id }, "Der Text, den Sie ändern und kopieren können"),
    field,
    element("div", { class: "place__row" }, copyButton(field, status), email && mailLink(email, text)),
    status,
  ];
  return [element("details", { class: "letter", id: "brief-falten", open: document.querySelector<HTMLDetailsElement>("#brief-falten")?.open }, element("summary", {}, `Brief mit den Fragen an: ${office}`), ...body)];
}

function mailLink(email: string, text: string): HTMLAnchorElement {
  const [subject = "", ...lines] = text.split("\n");
  const query = `subject=${encodeURIComponent(subject.replace(/^Betreff: /u, ""))}&body=${encodeURIComponent(lines.join("\r\n").trim())}`;
  return element("a", { href: `mailto:${encodeURIComponent(email).replace("%40", "@")}?${query}` }, `E-Mail an ${email} öffnen`);
}
