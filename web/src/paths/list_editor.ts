// SPDX-License-Identifier: MIT
/** A list that the reader lengthens and shortens: one group of fields an entry. */

import { element } from "../shared/dom";

export interface ListEditor<Item> {
  readonly items: readonly Item[];
  /** Fields of an entry; `set` takes its new value. */
  readonly fields: (item: Item, set: (item: Item) => void) => readonly (HTMLElement | undefined)[];
  readonly onChange: (items: readonly Item[]) => void;
  readonly empty: Item;
  /** Name of one entry, such as `Anpassung`. */
  readonly noun: string;
  readonly add: string;
}

/** The editor; a new entry gets the focus, and after a removal the button that adds. */
export function listEditor<Item extends object>({ items, fields, onChange, empty, noun, add }: ListEditor<Item>): HTMLElement {
  let current = [...items];
  const list = element("div");
  const addButton = element("button", { type: "button", class: "button button--quiet" }, add);
  const number = (): void => {
    [...list.querySelectorAll<HTMLElement>(":scope > fieldset > legend")].forEach((legend, at) => (legend.textContent = `${noun} ${at + 1}`));
  };
  const append = (start: Item): HTMLElement => {
    let item = start;
    const set = (changed: Item): void => {
      current = current.map((each) => (each === item ? changed : each));
      item = changed;
      onChange(current);
    };
    const remove = element("button", { type: "button", class: "button button--quiet button--small" }, `${noun} entfernen`);
    const group = element("fieldset", { class: "entry" }, element("legend", {}), fields(start, set).filter((field) => field !== undefined), remove);
    remove.addEventListener("click", () => {
      current = current.filter((each) => each !== item);
      group.remove();
      number();
      onChange(current);
      addButton.focus();
    });
    list.append(group);
    number();
    return group;
  };
  for (const item of current) append(item);
  addButton.addEventListener("click", () => {
    const item = { ...empty };
    current = [...current, item];
    append(item).querySelector<HTMLElement>("textarea, input, select")?.focus();
    onChange(current);
  });
  return element("div", {}, list, addButton);
}
