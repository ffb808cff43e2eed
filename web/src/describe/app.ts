// SPDX-License-Identifier: MIT
/** The page as a whole: state in the address, fields, own place, live list, file. */

import { hintBox } from "../paths/tool_page";
import type { Collection } from "../relations/collection";
import { loadCollection } from "../relations/loading";
import { match, type Matches } from "../relations/matching";
import { NO_WORDS, type QuestionWords } from "../relations/need";
import { questionWords } from "../relations/question";
import { inSlices } from "../search/loading";
import { siteSearch } from "../search/site";
import { announcer } from "../shared/announce";
import { element, refill } from "../shared/dom";
import { address } from "../shared/scripts";
import { chooseOwnPlace, onOwnPlaceChange, ownPlace, type OwnPlace } from "../shared/own_place";
import { statedForm } from "./form";
import { placePart } from "./place_part";
import { drawResults, told } from "./results";
import { inWords, isBlank, needOf, NOTHING, readPlace, readStated, type Stated, writePlace, writeStated } from "./stated";
import { submitPart } from "./submit";

const PAUSE = 120;

/** Fill the page. */
export async function startDescribing(target: HTMLElement): Promise<void> {
  const collection = await loadCollection();
  const page = new DescribePage(collection, target);
  page.start();
}

class DescribePage {
  private stated: Stated = NOTHING;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private matching: AbortController | undefined;
  private shown = "";
  private readonly hints = element("div");
  private readonly asked = element("p", { class: "print-only" });
  private readonly note = element("p", { class: "small soft" });
  private readonly list = element("div");
  private readonly jump = element("p", { class: "describe__jump no-print", hidden: true }, element("a", { href: "#treffer" }));
  private readonly status = element("p", { class: "visually-hidden", role: "status" });
  private readonly say = announcer(this.status);
  private readonly form;
  private readonly place;
  private readonly submit;

  constructor(
    private readonly collection: Collection,
    private readonly target: HTMLElement,
  ) {
    this.form = statedForm(collection, (changed, isTyping) => this.change(changed, isTyping));
    this.place = placePart(collection);
    this.submit = submitPart(collection, target.dataset.repository ?? "");
  }

  start(): void {
    const heading = element("h2", { id: "treffer", tabindex: -1 }, "Praxis, die passen kann");
    const share = element("p", { class: "small soft no-print" }, "Die Adresse dieser Seite enthält Ihre Angaben: Wer sie bekommt, sieht dieselben Treffer. Was Sie zu den Menschen und zum Umgang an Ihrem Ort sagen, steht nicht darin.");
    const results = element("section", { class: "describe__results", "aria-labelledby": heading.id }, heading, this.asked, this.note, this.list, share);
    refill(
      this.target,
      this.hints,
      element("div", { class: "describe" }, element("div", { class: "describe__stated" }, this.form.view, this.place.view, this.jump), results),
      this.submit.view,
      this.status,
    );
    this.read(true);
    window.addEventListener("popstate", () => this.read(false));
    onOwnPlaceChange(() => {
      this.write("replace");
      this.find();
    });
  }

  /**
   * Take over what the address says; a place of its own counts where none is chosen yet. What a jump within the page
   * (`#treffer`) or a step back took from behind `#` is put back.
   */
  private read(isFirst: boolean): void {
    const { stated, hints } = readStated(location.search, this.collection);
    const told = readPlace(location.hash, this.collection);
    this.stated = stated;
    if (isFirst) {
      const offer = told.place && this.offer(told.place);
      refill(this.hints, hintBox([...hints, ...told.hints]), offer);
    }
    this.write("replace");
    this.form.show(this.stated);
    this.find();
  }

  /** A link may tell a place: it is taken over where none is chosen, else offered. */
  private offer(place: OwnPlace): HTMLElement | undefined {
    const own = ownPlace();
    if (own && writePlace(this.collection.model, own) === writePlace(this.collection.model, place)) return undefined;
    if (!own) {
      chooseOwnPlace(place);
      return undefined;
    }
    const name = this.collection.places.get(place.municipality ?? "")?.name ?? "einem anderen Ort";
    const button = element("button", { type: "button", class: "button button--quiet" }, "Diesen Ort übernehmen");
    const box = element("div", { class: "notice" }, element("p", {}, `Dieser Link wurde mit ${name} geteilt. Verglichen wird mit Ihrem eigenen Ort.`), button);
    button.addEventListener("click", () => {
      chooseOwnPlace(place);
      box.remove();
      this.target.querySelector<HTMLElement>("#frage")?.focus();
    });
    return box;
  }

  private change(changed: Partial<Stated>, isTyping = false): void {
    this.stated = { ...this.stated, ...changed };
    this.write(isTyping ? "replace" : "push");
    this.form.show(this.stated);
    this.find();
  }

  private write(how: "push" | "replace"): void {
    const next = `${location.pathname}${writeStated(this.stated)}${writePlace(this.collection.model, ownPlace())}`;
    if (next === `${location.pathname}${location.search}${location.hash}`) return;
    if (how === "push") history.pushState(null, "", next);
    else history.replaceState(null, "", next);
  }

  /** Look for practice once the reader pauses; what is not yet needed any more is given up. */
  private find(): void {
    clearTimeout(this.timer);
    this.matching?.abort();
    this.timer = setTimeout(() => void this.findNow(), PAUSE);
  }

  private async findNow(): Promise<void> {
    const { signal } = (this.matching = new AbortController());
    const { question } = this.stated;
    this.note.textContent = "";
    if (isBlank(this.stated)) {
      this.draw(undefined);
      return;
    }
    if (question.trim() === "") {
      this.draw(NO_WORDS);
      return;
    }
    // Without the index there is a list already; the words of the question come in when it is there.
    const ready = siteSearch().ready().catch(() => undefined);
    const early = await Promise.race([ready, pause(PAUSE)]);
    if (!early && !signal.aborted) {
      this.note.textContent = "Die Wörter Ihrer Frage zählen noch nicht mit: Der Suchindex wird geladen.";
      this.draw(NO_WORDS);
    }
    const searcher = early ?? (await ready);
    if (signal.aborted) return;
    if (!searcher) {
      this.note.textContent = "Die Wörter Ihrer Frage zählen nicht mit: Der Suchindex lässt sich nicht lesen.";
      return;
    }
    const words = await inSlices(questionWords(searcher, question), signal);
    if (!words || signal.aborted) return;
    this.note.textContent = "";
    this.draw(words);
  }

  private draw(words: QuestionWords | undefined): void {
    const need = needOf(this.collection, this.stated, ownPlace());
    const isKnown = need.topics.length > 0 || need.standards.length > 0;
    const found = words && isKnown ? match(this.collection, need, words) : undefined;
    this.drawList(found);
    this.asked.textContent = inWords(this.collection, this.stated);
    this.place.draw(found?.matches ?? [], need.context);
    this.submit.draw(this.stated, ownPlace());
  }

  private drawList(found: Matches | undefined): void {
    this.jump.hidden = !found;
    this.jump.firstElementChild!.textContent = found?.matches.length ? `Zu den Treffern (${found.matches.length})` : "Dazu ist noch keine Praxis erfasst";
    if (!found) {
      this.shown = "";
      refill(this.list, element("p", { class: "empty prose" }, startText(this.stated.question.trim())));
      return;
    }
    // The list is drawn anew only where it changed, so that nothing is lost below the reader's hands.
    const key = JSON.stringify([this.stated.question, found.nearest, [...found.matches, found.contrast].map((each) => each && [each.known.id, each.reasons, each.conditions.map(({ text }) => text)])]);
    if (key === this.shown) return;
    this.shown = key;
    drawResults(this.list, this.collection, found, { here: ownPlace()?.municipality ?? undefined, question: this.stated.question.trim() }, this.say);
    this.say(told(found));
  }
}

/** What to do next where nothing can be looked for yet. */
function startText(question: string): (Node | string)[] {
  if (!question) return ["Schreiben Sie einen Satz, oder wählen Sie ein Thema oder einen Standard. Die Treffer erscheinen hier sofort."];
  const search = element("a", { href: address(`suche/index.html?q=${encodeURIComponent(question)}`) }, "Diese Wörter in allen Seiten suchen");
  return ["In Ihren Worten ist noch kein Thema erkannt. Wählen Sie ein Thema oder einen Standard, dann erscheinen die Treffer hier. ", search];
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
