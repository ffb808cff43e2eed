// SPDX-License-Identifier: MIT
/** A document as plain data: the same for the screen, for paper and for Word. */

export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  /** Lines of text; empty lines part paragraphs. Without a text there is room to write. */
  | { readonly kind: "text"; readonly text: string; readonly room?: number }
  | { readonly kind: "list"; readonly items: readonly string[]; readonly isNumbered?: boolean }
  /** Rows under a head; `widths` are shares of a hundred. */
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly widths: readonly number[];
    };

export interface Outline {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: "heading", level, text };
}

/** Text, or `room` empty lines for a pen where there is none. */
export function written(text: string, room = 0): Block {
  return { kind: "text", text: text.trim(), room };
}

/** Paragraphs of a text: an empty line parts them, a single end of line stays one. */
export function paragraphs(text: string): string[][] {
  return text
    .split(/\n[ \t]*\n/u)
    .map((part) => part.split("\n").map((line) => line.trimEnd()))
    .filter((lines) => lines.some((line) => line !== ""));
}
