// SPDX-License-Identifier: MIT
/**
 * Snowball's German stemmer (as of Snowball 3) on folded forms; written after the algorithm's description on
 * snowballstem.org and tested on form–stem pairs exported from the Python package `snowballstemmer`.
 */

const VOWELS = "aeiouyäöü";
const S_ENDING = "bdfghklmnrt";
const ST_ENDING = "bdfghklmnt";
const ET_ENDING = "Udfgklmnrstzä";

const FIRST = ["erinnen", "erin", "ern", "lns", "em", "en", "er", "es", "ln", "e", "s"];
const SECOND = ["est", "en", "er", "et", "st"];
const THIRD = ["isch", "lich", "heit", "keit", "end", "ung", "ig", "ik"];
const NO_ET = ["geordn", "intern", "tick", "plan", "tr"];

const REMEMBERED = 20_000;
const known = new Map<string, string>();

/** Return the stem of a folded form: always its beginning. */
export function stem(form: string): string {
  let result = known.get(form);
  if (result === undefined) {
    const raw = snowball(form);
    result = raw !== "" && form.startsWith(raw) ? raw : form;
    if (known.size >= REMEMBERED) known.clear();
    known.set(form, result);
  }
  return result;
}

function snowball(form: string): string {
  const marked = markVowels(form).replace(/qu|ae|oe|ue|ß/g, spelled);
  const [first, second] = regions(marked);
  const inflected = withoutSecond(withoutFirst(marked, first), first);
  return withoutDerivation(inflected, first, second).replace(/[UYäöü]/g, plain);
}

/** Write u and y between vowels as capitals: there they are consonants. */
function markVowels(form: string): string {
  const letters = form.split("");
  for (let at = 0; at + 2 < letters.length; at++) {
    const middle = letters[at + 1]!;
    if ((middle === "u" || middle === "y") && isVowel(letters[at]!) && isVowel(letters[at + 2]!)) {
      letters[at + 1] = middle.toUpperCase();
    }
  }
  return letters.join("");
}

function spelled(sign: string): string {
  switch (sign) {
    case "ae": return "ä";
    case "oe": return "ö";
    case "ue": return "ü";
    case "ß": return "ss";
    default: return sign;
  }
}

function plain(sign: string): string {
  switch (sign) {
    case "U": return "u";
    case "Y": return "y";
    case "ä": return "a";
    case "ö": return "o";
    default: return "u";
  }
}

function isVowel(letter: string): boolean {
  return letter !== "" && VOWELS.includes(letter);
}

/** Return where the regions R1 (at least three letters in) and R2 begin. */
function regions(text: string): [number, number] {
  const end = text.length;
  if (end < 3) return [end, end];
  const first = afterSyllable(text, 0);
  if (first === undefined) return [end, end];
  return [Math.max(first, 3), afterSyllable(text, first) ?? end];
}

/** Return the place after the first consonant that follows a vowel, from `start` on. */
function afterSyllable(text: string, start: number): number | undefined {
  let at = start;
  while (at < text.length && !isVowel(text.charAt(at))) at++;
  if (at === text.length) return undefined;
  at++;
  while (at < text.length && isVowel(text.charAt(at))) at++;
  return at === text.length ? undefined : at + 1;
}

function ending(text: string, endings: readonly string[]): string | undefined {
  return endings.find((each) => text.endsWith(each));
}

function cut(text: string, letters: number): string {
  return text.slice(0, text.length - letters);
}

function withoutFirst(text: string, region: number): string {
  const found = ending(text, FIRST);
  if (found === undefined || text.length - found.length < region) return text;
  const rest = cut(text, found.length);
  switch (found) {
    case "em":
      return rest.endsWith("syst") ? text : rest;
    case "e":
    case "en":
    case "es":
      return rest.endsWith("niss") ? cut(rest, 1) : rest;
    case "s":
      return rest !== "" && S_ENDING.includes(rest.slice(-1)) ? rest : text;
    case "ln":
    case "lns":
      return `${rest}l`;
    default:
      return rest;
  }
}

function withoutSecond(text: string, region: number): string {
  const found = ending(text, SECOND);
  if (found === undefined || text.length - found.length < region) return text;
  const rest = cut(text, found.length);
  const before = rest.slice(-1);
  if (found === "st") {
    return before !== "" && ST_ENDING.includes(before) && rest.length >= 4 ? rest : text;
  }
  if (found === "et") {
    return before !== "" && ET_ENDING.includes(before) && ending(rest, NO_ET) === undefined ? rest : text;
  }
  return rest;
}

function withoutDerivation(text: string, first: number, second: number): string {
  const found = ending(text, THIRD);
  if (found === undefined || text.length - found.length < second) return text;
  const rest = cut(text, found.length);
  switch (found) {
    case "end":
    case "ung":
      return rest.endsWith("ig") && !rest.endsWith("eig") && rest.length - 2 >= second ? cut(rest, 2) : rest;
    case "lich":
    case "heit":
      return /e[rn]$/.test(rest) && rest.length - 2 >= first ? cut(rest, 2) : rest;
    case "keit": {
      const inner = ending(rest, ["lich", "ig"]);
      return inner !== undefined && rest.length - inner.length >= second ? cut(rest, inner.length) : rest;
    }
    default:
      return rest.endsWith("e") ? text : rest;
  }
}
