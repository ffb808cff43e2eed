// SPDX-License-Identifier: MIT
/** `transfergespraech/index.html?praxis=a&kommune=b&kern=c,d`: a guide in three parts, made and kept on the device. */

import { asked, query, unknownRecord } from "../paths/asked";
import { candidates, loadDesk } from "../paths/candidates";
import { button, documentTools, openButton } from "../paths/document_tools";
import { draftList } from "../paths/draft_list";
import { Drafts } from "../paths/drafts";
import { ownFacts } from "../paths/here";
import { newTalk, TALK, type Talk, talkTitle } from "../paths/talk";
import { talkForm, type Terms } from "../paths/talk_form";
import { talkOutline } from "../paths/talk_outline";
import { talkRecordView } from "../paths/talk_record_view";
import { hintBox, startTool } from "../paths/tool_page";
import { loadContextModel, loadPlaces } from "../relations/loading";
import { announcer } from "../shared/announce";
import { element, refill } from "../shared/dom";
import { germanDate } from "../shared/german";
import { ownPlace } from "../shared/own_place";
import { asId } from "../shared/record_file";
import { address } from "../shared/scripts";

const drafts = new Drafts("transfergespraeche", TALK.shape);

startTool(async (target) => {
  const { practice, municipality, core, hints } = asked(location.search, ["praxis", "kommune", "kern"]);
  const [model, places] = await Promise.all([loadContextModel(), loadPlaces()]);
  const terms = { model, places };
  if (!practice) return begin(target, terms, hints);
  const desk = await loadDesk([practice], undefined);
  const [found] = desk.cases;
  if (!found) return begin(target, terms, [...hints, ...desk.hints]);
  const place = municipality ? { municipality, values: ownPlace()?.municipality === municipality ? (ownPlace()?.values ?? {}) : {} } : ownPlace();
  const here = desk.places.get(place?.municipality ?? "");
  const notes = [...hints];
  if (municipality && !here) notes.push(unknownRecord("Die Kommune", municipality));
  const key = query({ praxis: practice, kommune: here?.id, kern: core });
  const kept = drafts.get(key);
  const made = (): Talk => {
    const own = { name: here?.name, facts: ownFacts(desk.model, desk.places, place ?? { municipality: null, values: {} }) };
    const [candidate] = candidates(desk, own);
    const date = germanDate(new Date().toISOString().slice(0, 10));
    return newTalk(desk.model, found.details, candidate?.rows ?? [], { id: here?.id ?? "", name: here?.name ?? "" }, core, date);
  };
  work(target, terms, key, kept?.value ?? made(), notes, Boolean(kept), made);
});

/** Without a case: go on with a draft, open a file, or choose a case first. */
function begin(target: HTMLElement, terms: Terms, hints: readonly string[]): void {
  const status = element("p", { role: "status" });
  refill(
    target,
    hintBox(hints),
    element("p", { class: "prose" }, "Der Leitfaden beginnt bei einem Praxisbeispiel: Auf seiner Seite steht „Transfergespräch vorbereiten“."),
    element(
      "div",
      { class: "place__row" },
      element("a", { class: "button", href: address("praxis/index.html") }, "Praxisbeispiel wählen"),
      openButton(TALK, (talk) => openFile(target, terms, talk), (text) => (status.textContent = text)),
    ),
    status,
    draftList(drafts, (draft) => work(target, terms, draft.key, draft.value, [], true)),
  );
}

function openFile(target: HTMLElement, terms: Terms, talk: Talk): void {
  const key = drafts.newKey(query({ praxis: talk.practice.id, kommune: talk.here.id || undefined }));
  drafts.put(key, talkTitle(talk), talk);
  work(target, terms, key, talk, [], true);
}

/** The talk at work; `made` makes it anew from the collection, where its case is at hand. */
function work(target: HTMLElement, terms: Terms, key: string, start: Talk, hints: readonly string[], isKept: boolean, made?: () => Talk): void {
  let talk = start;
  const status = element("p", { role: "status", class: "small soft no-print" }, isKept ? "Ihr Entwurf von diesem Gerät ist geladen." : "");
  const say = announcer(status);
  const record = talkRecordView(() => talk);
  const { tools, paper, refresh } = documentTools({
    format: TALK,
    fileName: (current) => `transfergespraech-${asId(talkTitle(current)).slice(0, 50)}`,
    outline: (current) => talkOutline(terms.model, current),
    value: () => talk,
    opened: (opened) => openFile(target, terms, opened),
    hasWord: true,
    more: [button("Entwurf verwerfen", () => discard(target, terms, key, made), true)],
  });
  const form = talkForm(terms, talk, (changed) => {
    talk = changed;
    say(drafts.put(key, talkTitle(talk), talk) ? "Der Entwurf ist auf diesem Gerät gesichert." : "Auf diesem Gerät ist kein Platz. Sichern Sie den Entwurf als Datei.");
    refresh();
    record.refresh();
  }, record.view);
  const about = element("p", { class: "prose no-print" }, "Gespräch über ", element("a", { href: address(`praxis/${encodeURIComponent(talk.practice.id)}.html`) }, `${talk.practice.title}, ${talk.practice.place}`), `. Auskunft gibt: ${talk.practice.office}.`);
  refill(target, hintBox(hints), about, tools, status, form, paper);
}

function discard(target: HTMLElement, terms: Terms, key: string, made?: () => Talk): void {
  if (!window.confirm("Den Entwurf von diesem Gerät entfernen? Was Sie geschrieben haben, ist dann weg.")) return;
  drafts.remove(key);
  if (made) work(target, terms, key, made(), [], false, made);
  else begin(target, terms, []);
  target.querySelector<HTMLElement>("button, a")?.focus();
}
