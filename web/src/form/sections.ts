// SPDX-License-Identifier: MIT
/**
 * The text below the front matter as parts: one for each second-level heading. Parts that nobody touches stay as they
 * are, sign by sign; headings that are usual and not there yet stand as empty parts, and are written once filled.
 */

import { withoutCode } from "./check/prose";
import type { Section } from "./spec";

export interface Part {
  /** The heading's words; empty for what stands before the first heading. */
  title: string;
  text: string;
  /** The part as it stood in the file. */
  readonly raw?: string;
}

const HEADING = /^## +([^\n]*?)[ #]*$/gmu;

/** The parts of a text, in its order, with the usual ones that it does not have in their places. */
export function partsOf(text: string, usual: readonly Section[]): Part[] {
  const found = [...withoutCode(text).matchAll(HEADING)];
  const starts = found.map((heading) => heading.index);
  const lead = text.slice(0, starts[0] ?? text.length);
  const parts: Part[] = found.map((heading, number) => {
    const raw = text.slice(heading.index, starts[number + 1] ?? text.length);
    return { title: heading[1]!, text: raw.slice(heading[0].length).trim(), raw };
  });
  if (lead || usual.some(({ title }) => title === "")) parts.unshift({ title: "", text: lead.trim(), raw: lead });
  for (const [place, { title }] of usual.entries()) {
    if (parts.some((part) => part.title === title)) continue;
    const before = usual.slice(0, place).map((section) => section.title);
    const behind = parts.reduce((last, part, at) => (before.includes(part.title) || part.title === "" ? at : last), -1);
    parts.splice(behind + 1, 0, { title, text: "" });
  }
  return parts;
}

/** The text of the parts. Where nothing was touched it is the text they were made from, sign by sign. */
export function textOf(parts: readonly Part[]): string {
  return assembled(parts).text;
}

/** Number of the part in which a character of the text stands. */
export function partAt(parts: readonly Part[], at: number): number {
  const { starts } = assembled(parts);
  return starts.reduce((found, start, number) => (start <= at && (number === 0 || start > (starts[found] ?? -1)) ? number : found), 0);
}

function assembled(parts: readonly Part[]): { text: string; starts: number[] } {
  const isWhole = parts.every((part) => (part.raw === undefined ? !part.text.trim() : isUntouched(part)));
  const starts: number[] = [];
  let text = "";
  for (const part of parts) {
    const piece = pieceOf(part);
    text += piece && !isWhole ? between(text, piece) : "";
    starts.push(text.length);
    text += piece;
  }
  return { text: isWhole ? text : text.trim() ? `${text.trimEnd()}\n` : "", starts };
}

function pieceOf(part: Part): string {
  if (part.raw !== undefined && isUntouched(part)) return part.raw;
  const body = part.text.replace(/\r\n?/gu, "\n").trim();
  if (!body) return "";
  const before = part.title ? "" : /^\n*/u.exec(part.raw ?? "")![0];
  return part.title ? `## ${part.title}\n\n${body}\n\n` : `${before}${body}\n\n`;
}

/** What separates two parts, so that a blank line stands before each heading. */
function between(before: string, piece: string): string {
  if (!before.trim() || before.endsWith("\n\n") || /^\s*\n/u.test(piece)) return "";
  return before.endsWith("\n") ? "\n" : "\n\n";
}

function isUntouched({ raw = "", text, title }: Part): boolean {
  const told = title ? raw.slice(raw.indexOf("\n") + 1) : raw;
  return text.trim() === (title && !raw.includes("\n") ? "" : told.trim());
}
