// SPDX-License-Identifier: MIT
/** Choosing topics: those chosen with a way to remove them, those recognised in one's own words, and a list of all. */

import type { Collection, Topic } from "../relations/collection";
import { topicsIn } from "../relations/nearest";
import { element, keepingFocus, refill } from "../shared/dom";

export interface TopicPicker {
  readonly view: HTMLElement;
  /** Show what is chosen, and what is recognised in the question. */
  draw(chosen: readonly string[], question: string): void;
}

const RECOGNISED = 6;

/** The picker; `choose` gets the ids of all chosen topics. */
export function topicPicker(collection: Collection, choose: (topics: readonly string[]) => void): TopicPicker {
  let current: readonly string[] = [];
  const list = element("select", { id: "thema" }, element("option", { value: "" }, "Bitte wählen"), options(collection));
  const add = element("button", { type: "button", class: "button button--quiet button--small" }, "Thema hinzufügen");
  const chosen = element("ul", { class: "chosen", "aria-label": "Gewählte Themen" });
  const recognised = element("div");
  add.addEventListener("click", () => {
    if (list.value && !current.includes(list.value)) choose([...current, list.value]);
    list.value = "";
  });
  const title = (id: string): string => collection.topics.get(id)?.title ?? id;

  const removal = (id: string): HTMLLIElement => {
    const button = element("button", { type: "button", id: `thema-weg-${id}`, class: "button button--quiet button--small" }, "Entfernen", hidden(title(id)));
    button.addEventListener("click", () => {
      choose(current.filter((each) => each !== id));
      list.focus();
    });
    return element("li", {}, element("span", {}, title(id)), button);
  };
  const suggestion = (id: string): HTMLButtonElement => {
    const button = element("button", { type: "button", class: "button button--quiet button--small" }, `${title(id)} hinzufügen`);
    button.addEventListener("click", () => {
      choose([...current, id]);
      document.getElementById(`thema-weg-${id}`)?.focus();
    });
    return button;
  };

  const view = element(
    "fieldset",
    { class: "field" },
    element("legend", {}, "Themen"),
    chosen,
    recognised,
    element("label", { for: list.id, class: "visually-hidden" }, "Thema"),
    element("div", { class: "place__row" }, list, add),
  );
  const draw = (topics: readonly string[], question: string): void => {
    current = topics;
    const found = topicsIn(collection.topics.values(), question).filter((id) => !topics.includes(id)).slice(0, RECOGNISED);
    keepingFocus(() => {
      refill(chosen, topics.map(removal));
      chosen.hidden = topics.length === 0;
      const shown = found.length > 0 && [element("p", { class: "field__hint" }, "In Ihren Worten erkannt:"), element("div", { class: "place__row" }, found.map(suggestion))];
      refill(recognised, shown || []);
    });
  };
  return { view, draw };
}

function hidden(text: string): HTMLElement {
  return element("span", { class: "visually-hidden" }, ` ${text}`);
}

/** All topics, below their broadest one, in the order of the vocabulary. */
function options(collection: Collection): HTMLElement[] {
  const groups = new Map<string, Topic[]>();
  for (const topic of collection.topics.values()) {
    const root = collection.broaderTopics(topic.id).at(-1) ?? topic.id;
    groups.set(root, [...(groups.get(root) ?? []), topic]);
  }
  const option = ({ id, title }: Topic): HTMLElement => element("option", { value: id }, title);
  return [...groups].map(([root, topics]) =>
    topics.length === 1 ? option(topics[0]!) : element("optgroup", { label: collection.topics.get(root)!.title }, topics.map(option)),
  );
}
