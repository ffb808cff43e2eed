// SPDX-License-Identifier: MIT
/** Making elements. Texts only ever become text nodes, so no content of a record can become markup. */

export type Child = Node | string | number | null | undefined | false;
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Make an element; an attribute that is false, null or undefined is left out, true is written empty. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? "" : String(value));
  }
  fill(made, children.flat());
  return made;
}

/** Give an element a text; one that it has already is left alone, because even the same text would be laid out again. */
export function rewrite(target: Element, text: string): void {
  const only = target.childNodes.length === 1 ? target.firstChild : undefined;
  if (!(only instanceof Text)) target.textContent = text;
  else if (only.data !== text) only.data = text;
}

/** Put children in place of what an element holds. */
export function refill(target: Element, ...children: readonly (Child | readonly Child[])[]): void {
  target.replaceChildren();
  fill(target, children.flat());
}

function fill(target: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    target.append(typeof child === "object" ? child : String(child));
  }
}

/** The element with this id; throws where the page's template does not have it. */
export function byId<Found extends HTMLElement = HTMLElement>(id: string): Found {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element #${id}`);
  return found as Found;
}

/** Run `draw`, and give the focus back to the element with the same id if the one that had it was replaced. */
export function keepingFocus(draw: () => void): void {
  const id = document.activeElement?.id;
  draw();
  if (id && document.activeElement?.id !== id) document.getElementById(id)?.focus();
}
