// SPDX-License-Identifier: MIT
/** Values and paths as words of messages. Twin of `praxis/places.py`, `praxis/suggestions.py` and `praxis/lookalikes.py`. */

import { asId } from "../../shared/record_file";
import { type Data, Day, isGroup, type Path } from "../data";

const CUTOFF = 60;
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;
const WHITE = /[\s\u001c-\u001f\u0085]+/gu;

/** A value as Python writes it out. */
export function plain(value: Data): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value instanceof Day) return value.iso;
  if (Array.isArray(value)) return `[${value.map(quoted).join(", ")}]`;
  if (isGroup(value)) return `{${Object.entries(value).map(([key, item]) => `${quoted(key)}: ${quoted(item)}`).join(", ")}}`;
  return String(value);
}

function quoted(value: Data): string {
  if (value instanceof Day) return `datetime.date(${value.iso.split("-").map(Number).join(", ")})`;
  if (typeof value !== "string") return plain(value);
  const mark = value.includes("'") && !value.includes('"') ? '"' : "'";
  return `${mark}${value.replace(/\\/gu, "\\\\").replaceAll(mark, `\\${mark}`).replace(/\n/gu, "\\n").replace(/\t/gu, "\\t")}${mark}`;
}

/** A value as one short line. */
export function clip(value: Data, limit = 60): string {
  const start = [...plain(value)].slice(0, 4 * limit).join("");
  const text = start.split(WHITE).filter(Boolean).join(" ").replace(UNPRINTABLE, "\ufffd");
  const signs = [...text];
  return signs.length <= limit ? text : `${signs.slice(0, limit - 1).join("")}…`;
}

/** `["quellen", 0, "url"]` as `quellen[0].url`. */
export function pathText(path: Path): string {
  let text = "";
  for (const part of path) text += typeof part === "number" ? `[${part}]` : text ? `.${clip(part)}` : clip(part);
  return clip(text, 120);
}

/** A word as it would stand in an id. */
export function fold(word: string): string {
  return word.replace(/[äöüßÄÖÜ_ ]/gu, (sign) => FOLDED[sign] ?? sign).toLowerCase();
}

const FOLDED: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", Ä: "ae", Ö: "oe", Ü: "ue", _: "-", " ": "-" };

/** Up to `limit` known words that resemble `word`, most similar first, ties by name. */
export function nearest(word: string, known: readonly string[], limit = 3): string[] {
  const asked = [...fold([...word].slice(0, 80).join(""))];
  const rated = known.map((name, at) => ({ name, at, score: ratio(asked, [...fold(name)]) }));
  const found = rated.filter(({ score }) => score >= CUTOFF).sort((one, other) => other.score - one.score || one.at - other.at);
  return found.slice(0, limit).sort((one, other) => other.score - one.score || (one.name < other.name ? -1 : 1)).map(({ name }) => name);
}

/** Likeness in percent: twice the longest common subsequence by the sum of the lengths, as `rapidfuzz.fuzz.ratio`. */
function ratio(one: readonly string[], other: readonly string[]): number {
  const total = one.length + other.length;
  if (total === 0) return 100;
  let row = new Uint16Array(other.length + 1);
  for (const sign of one) {
    const next = new Uint16Array(other.length + 1);
    for (let at = 1; at <= other.length; at += 1) {
      next[at] = sign === other[at - 1] ? row[at - 1]! + 1 : Math.max(row[at]!, next[at - 1]!);
    }
    row = next;
  }
  return 100 * (1 - (total - 2 * row[other.length]!) / total);
}

/** `Meinten Sie „a“ oder „b“?` or nothing. */
export function didYouMean(words: readonly string[]): string {
  const marked = words.map((word) => `„${word}“`);
  const last = marked.pop();
  if (last === undefined) return "";
  return `Meinten Sie ${marked.length > 0 ? `${marked.join(", ")} oder ${last}` : last}?`;
}

/** What is wrong with the letters of an id, or what may be meant. */
export function idHint(value: string): string {
  const meant = value.includes("/") ? "" : asId(value);
  return foreignLetter(value) || (meant ? `Gemeint ist wohl „${meant}“.` : "");
}

/** A sentence about the first letter of another script, or nothing. */
export function foreignLetter(text: string): string {
  for (const sign of text) {
    if (sign.codePointAt(0)! > 127 && /\p{L}/u.test(sign) && !/[\p{Script=Latin}ªº]/u.test(sign)) {
      const code = sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
      return `„${sign}“ (U+${code}) ist kein lateinischer Buchstabe, auch wenn er so aussieht.`;
    }
  }
  return "";
}
