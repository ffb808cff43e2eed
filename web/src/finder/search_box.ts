// SPDX-License-Identifier: MIT
/** The field for words: searches while somebody types, and again when the words are done. */

/** Milliseconds without a key after which the words so far are searched for. */
const PAUSE = 150;

export interface SearchBoxEvents {
  /** New words; `isNew` is false while the same words go on growing. */
  text(text: string, typing: boolean, isNew: boolean): void;
  /** The reader is done with typing. */
  done(): void;
}

export function startSearchBox(form: HTMLFormElement, field: HTMLInputElement, events: SearchBoxEvents): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGrowing = false;
  const tell = (typing: boolean): void => {
    clearTimeout(timer);
    events.text(field.value.trim(), typing, !isGrowing);
    isGrowing = typing;
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE, true);
  });
  field.addEventListener("blur", () => (isGrowing = false));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tell(false);
    events.done();
  });
}
