// SPDX-License-Identifier: MIT
/** `beschlussvorlage/index.html?faelle=a,b&luecke=c`: a draft for the committee, made and kept on the device. */

import { asked, query } from "../paths/asked";
import { candidates, type Desk, loadDesk, ownSide } from "../paths/candidates";
import { placeFold } from "../paths/case_rows";
import { button, documentTools, openButton } from "../paths/document_tools";
import { draftList } from "../paths/draft_list";
import { Drafts } from "../paths/drafts";
import { FEWEST_OPTIONS, MOST_OPTIONS, newPaper, PAPER, type Paper } from "../paths/paper";
import { paperForm } from "../paths/paper_form";
import { paperOutline } from "../paths/paper_outline";
import { hintBox, startTool } from "../paths/tool_page";
import { announcer } from "../shared/announce";
import { element, refill } from "../shared/dom";
import { germanDate } from "../shared/german";
import { onOwnPlaceChange } from "../shared/own_place";
import { asId } from "../shared/record_file";
import { address } from "../shared/scripts";
import { shortlist } from "../shared/shortlist";

const drafts = new Drafts("beschlussvorlagen", PAPER.shape);

startTool(async (target) => {
  const { cases, gap, question, hints } = asked(location.search, ["faelle", "luecke", "frage"]);
  if (!cases) return begin(target, hints);
  const desk = await loadDesk(cases, gap);
  const key = query({ faelle: desk.cases.map(({ details }) => details.id), luecke: desk.gap?.id, frage: question });
  const notes = [...hints, ...desk.hints];
  if (desk.cases.length === 0) return begin(target, notes);
  if (desk.cases.length < FEWEST_OPTIONS) notes.push(`Bisher steht eine Möglichkeit in der Vorlage. Mit zwei bis vier lässt sich abwägen.`);
  const kept = drafts.get(key);
  const begun = (): Paper => made(desk, question);
  work(target, key, kept?.value ?? begun(), notes, begun, Boolean(kept));
});

function made(desk: Desk, question: string | undefined): Paper {
  const own = ownSide(desk);
  return newPaper(desk.model, desk.gap ?? question, candidates(desk, own), own, germanDate(new Date().toISOString().slice(0, 10)));
}

/** Without cases: go on with a draft, open a file, or choose cases first. */
function begin(target: HTMLElement, hints: readonly string[]): void {
  const status = element("p", { role: "status" });
  const listed = shortlist().slice(0, MOST_OPTIONS);
  refill(
    target,
    hintBox(hints),
    element("p", { class: "prose" }, "Die Vorlage stellt zwei bis vier Praxisbeispiele zu einer Lücke zusammen. Beginnen Sie bei einer Lücke oder mit Ihrer Merkliste."),
    element(
      "div",
      { class: "place__row" },
      element("a", { class: "button", href: address("luecken/index.html") }, "Lücke wählen"),
      listed.length > 0 && element("a", { class: "button", href: query({ faelle: listed }) }, "Mit der Merkliste beginnen"),
      openButton(PAPER, (paper) => openFile(target, paper), (text) => (status.textContent = text)),
    ),
    status,
    draftList(drafts, (draft) => work(target, draft.key, draft.value, [], undefined, true)),
  );
}

function openFile(target: HTMLElement, paper: Paper): void {
  const key = drafts.newKey(query({ faelle: paper.options.map(({ id }) => id), luecke: paper.gap.id || undefined }));
  drafts.put(key, paper.title, paper);
  work(target, key, paper, [], undefined, true);
}

/** The paper at work; `begun` makes it anew from the collection, where its cases are at hand. */
function work(target: HTMLElement, key: string, start: Paper, hints: readonly string[], begun: (() => Paper) | undefined, isKept: boolean): void {
  let paper = start;
  let isTouched = isKept;
  const status = element("p", { role: "status", class: "small soft no-print" }, isKept ? "Ihr Entwurf von diesem Gerät ist geladen." : "");
  const say = announcer(status);
  const { tools, paper: preview, refresh } = documentTools({
    format: PAPER,
    fileName: ({ title }) => asId(title).slice(0, 60) || "beschlussvorlage",
    outline: paperOutline,
    value: () => paper,
    opened: (opened) => openFile(target, opened),
    hasWord: true,
    more: [button("Entwurf verwerfen", () => discard(target, key, begun), true)],
  });
  const change = (changed: Paper): void => {
    paper = changed;
    isTouched = true;
    say(drafts.put(key, paper.title, paper) ? "Der Entwurf ist auf diesem Gerät gesichert." : "Auf diesem Gerät ist kein Platz. Sichern Sie den Entwurf als Datei.");
    refresh();
  };
  const form = element("div", {}, paperForm(paper, change));
  const stop = onOwnPlaceChange(() => {
    if (!target.contains(form)) stop();
    else if (!begun) return;
    else if (isTouched) say("Die Vorlage behält den Vergleich, mit dem sie begonnen wurde. Für einen neuen verwerfen Sie den Entwurf.");
    else {
      paper = begun();
      refill(form, paperForm(paper, change));
      refresh();
    }
  });
  refill(
    target,
    hintBox(hints),
    begun && placeFold(),
    tools,
    status,
    form,
    preview,
  );
}

function discard(target: HTMLElement, key: string, begun: (() => Paper) | undefined): void {
  if (!window.confirm("Den Entwurf von diesem Gerät entfernen? Was Sie geschrieben haben, ist dann weg.")) return;
  drafts.remove(key);
  if (begun) work(target, key, begun(), [], begun, false);
  else begin(target, []);
  target.querySelector<HTMLElement>("button, a")?.focus();
}
