// SPDX-License-Identifier: MIT
/** Filters understood in the words of a query: places, topics, ages. Twin of `praxis/search/filters.py`. */

import { limited, parse } from "./query";
import { stem } from "./stemming";

const AGE = "alter";
const OLDEST = 27;
const MOST = 6;

/** Facet, value, label and wordings (folded forms with spaces), as Python writes them. */
export type Choice = readonly [facet: string, value: string, label: string, wordings: readonly string[]];

/** A filter that words of a query name; `place` says from where to where. */
export interface Understood {
  readonly facet: string;
  readonly value: string;
  readonly label: string;
  readonly place: readonly [number, number];
}

export class Recogniser {
  private readonly byFirst = new Map<string, [readonly string[], Choice][]>();

  constructor(choices: readonly Choice[]) {
    for (const choice of choices) {
      for (const wording of choice[3]) {
        const stems = wording.split(" ").map(stem);
        const known = this.byFirst.get(stems[0]!);
        if (known) known.push([stems, choice]);
        else this.byFirst.set(stems[0]!, [[stems, choice]]);
      }
    }
  }

  /** Return what the query names, in the order of its words; never throws for any text. */
  understood(query: string): Understood[] {
    const text = limited(query);
    const found = ages(text);
    const { words } = parse(text);
    const stems = words.map((word) => stem(word.form));
    for (let at = 0; at < words.length; ) {
      const [length, chosen] = this.longest(stems, at);
      const last = words[at + Math.max(length, 1) - 1]!;
      const place = [words[at]!.start, last.start + last.text.length] as const;
      const isAge = found.some((each) => each.facet === AGE && overlap(place, each.place));
      if (!isAge) for (const [facet, value, label] of chosen) found.push({ facet, value, label, place });
      at += Math.max(length, 1);
    }
    found.sort((one, other) => one.place[0] - other.place[0] || one.place[1] - other.place[1]);
    const seen = new Set<string>();
    const unique = found.filter(({ facet, value }) => {
      const key = `${facet}=${value}`;
      return !seen.has(key) && seen.add(key);
    });
    return unique.slice(0, MOST);
  }

  private longest(stems: readonly string[], at: number): [number, Choice[]] {
    let length = 0;
    let chosen: Choice[] = [];
    for (const [wording, choice] of this.byFirst.get(stems[at]!) ?? []) {
      if (wording.length < length || !wording.every((text, offset) => stems[at + offset] === text)) continue;
      if (wording.length > length) [length, chosen] = [wording.length, []];
      chosen.push(choice);
    }
    return [length, chosen];
  }
}

/** Return the query without the words that were understood. */
export function restOf(query: string, understood: readonly Understood[]): string {
  let text = limited(query);
  const places = [...new Map(understood.map(({ place }) => [place.join(), place])).values()];
  places.sort((one, other) => other[0] - one[0] || other[1] - one[1]);
  for (const [start, end] of places) text = `${text.slice(0, start)} ${text.slice(end)}`;
  return text.replace(/[ \t\n\r]+/g, " ").replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, "");
}

type Place = readonly [number, number];

function overlap(one: Place, other: Place): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

const NUMBER = "([0-9]{1,2})";
const GAP = "[ \\t\\n\\r\\u00a0\\u202f]";
const YEARS = `${GAP}*-?${GAP}*j(?:ahre?n?|[äÄ]hrige?[nrs]?)`;
const START = "(?<![0-9A-Za-z\\u00c0-\\u024f.,/§-])(?<!§ )";
const END = "(?![0-9A-Za-z\\u00c0-\\u024f])";
const WORDS = [
  "ein", "zwei", "drei", "vier", "f[üÜ]nf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zw[öÖ]lf",
  "dreizehn", "vierzehn", "f[üÜ]nfzehn", "sechzehn", "siebzehn", "achtzehn",
];

type Years = readonly [first: number, last: number];

/** Each way to name an age, with what its groups mean. */
const AGES: readonly (readonly [pattern: RegExp, years: (groups: readonly (string | undefined)[]) => Years])[] = [
  [
    pattern(`(?:von${GAP}+)?${NUMBER}${GAP}*(?:bis|-|–|—)${GAP}*(?:unter${GAP}+)?${NUMBER}(?:${YEARS})?`),
    ([first, last]) => [Number(first), Number(last)],
  ],
  [pattern(`(?:ab|[üÜ]ber|ueber|mindestens)${GAP}+${NUMBER}${YEARS}`), ([first]) => [Number(first), OLDEST]],
  [pattern(`(?:bis(?:${GAP}+zu)?|unter|h[öÖ]chstens)${GAP}+${NUMBER}${YEARS}`), ([last]) => [0, Number(last)]],
  [pattern(`${NUMBER}${YEARS}`), ([first]) => [Number(first), Number(first) + 1]],
  [
    pattern(`(?:${WORDS.map((each) => `(${each})`).join("|")})j(?:[äÄ]|ae)hrige?[nrs]?`),
    (groups) => {
      const number = groups.findIndex((group) => group !== undefined) + 1;
      return [number, number + 1];
    },
  ],
  [pattern("(?:(u)|[üÜ]|ue)3"), ([under]) => (under === undefined ? [3, 6] : [0, 3])],
];

function pattern(inside: string): RegExp {
  return new RegExp(`${START}${inside}${END}`, "gi");
}

function ages(text: string): Understood[] {
  const found: Understood[] = [];
  for (const [expression, years] of AGES) {
    for (const match of text.matchAll(expression)) {
      const place = [match.index, match.index + match[0].length] as const;
      if (found.some((each) => overlap(place, each.place))) continue;
      const [first, last] = years(match.slice(1));
      if (first >= last || last > OLDEST + 1) continue;
      found.push({ facet: AGE, value: `${first}-${last}`, label: `Alter: ${ageLabel(first, last)}`, place });
    }
  }
  return found;
}

function ageLabel(first: number, last: number): string {
  if (last === OLDEST) return `ab ${first} Jahre`;
  return `${first} bis ${last} ${last === 1 ? "Jahr" : "Jahre"}`;
}
