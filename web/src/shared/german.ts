// SPDX-License-Identifier: MIT
/** German wording: numbers, lists, counts. Twin of `praxis/wording.py`. */

const NUMBER = new Intl.NumberFormat("de-DE");

/** `1234.5` → `1.234,5`. */
export function germanNumber(value: number): string {
  return NUMBER.format(value);
}

/** `counted(3, "Fall", "Fälle")` → `3 Fälle`, with a space that does not break. */
export function counted(count: number, one: string, many: string): string {
  return `${germanNumber(count)}\u00a0${count === 1 ? one : many}`;
}
