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

const NUMBER_WORDS = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];

/** Numbers up to twelve as words, larger ones in figures. */
export function numberWord(value: number): string {
  return NUMBER_WORDS[value] ?? germanNumber(value);
}

/** `a, b und c`. */
export function enumeration(items: readonly string[], last = "und"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

const MONTHS = [
  "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
];

/** `2025-06-01` → `1. Juni 2025`, `2025-06` → `Juni 2025`, `2025` → `2025`, with spaces that do not break. */
export function germanDate(iso: string): string {
  const [year = 0, month, day] = iso.split("-").map(Number);
  if (month === undefined) return String(year);
  const named = `${MONTHS[month - 1]}\u00a0${year}`;
  return day === undefined ? named : `${day}.\u00a0${named}`;
}

/** The text in German quotation marks; inner double ones become single. */
export function quoted(text: string): string {
  return `„${text.replaceAll("„", "‚").replaceAll("“", "‘")}“`;
}

const LONGEST_NAMED = 60;

/** A text of an address or a file in quotation marks, not longer than a hint can be. */
export function named(text: string): string {
  return quoted(text.length > LONGEST_NAMED ? `${text.slice(0, LONGEST_NAMED)}…` : text);
}
