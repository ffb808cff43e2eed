// SPDX-License-Identifier: MIT
/**
 * Folding: the spelling under which a German word is indexed and looked up. The twin of
 * `praxis/search/folding.py`, where the rules are explained; shared vectors hold both equal.
 */

export const MAX_FORM = 64;

export const LETTERS =
  "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af" +
  "\u0370-\u0373\u0376\u0377\u037b-\u037d\u0386\u0388-\u03ff" +
  "\u0400-\u0481\u048a-\u052f\u0531-\u0556\u0561-\u0587" +
  "\u05d0-\u05ea\u0620-\u064a\u0660-\u0669\u066e\u066f\u0671-\u06d3\u06f0-\u06fc" +
  "\u0904-\u0939\u0966-\u096f\u0e01-\u0e30\u10d0-\u10f0" +
  "\u1200-\u1248\u1e00-\u1f15\u1f18-\u1fbc" +
  "\u3041-\u3096\u30a1-\u30fa\u3400-\u4db5\u4e00-\u9fa5\uac00-\ud7a3\ufb00-\ufb06";

export const MARKS =
  "\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff\u1ab0-\u1abe\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f";

const MARK = new RegExp(`[${MARKS}]`, "g");
const PLAIN = /^[0-9a-z]*$/;
const UMLAUT = /(a|o)e|(?<![qae])ue/g;
const SPECIAL = /[ßæœøđðłþıςﬀﬁﬂﬃﬄﬅﬆ]/g;
const SPELLED: Readonly<Record<string, string>> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i", ς: "σ",
  ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st",
};

/** Return the folded spelling of one word (or piece of one), at most `MAX_FORM` characters long. */
export function fold(text: string): string {
  let word = text.toLowerCase();
  if (!PLAIN.test(word)) {
    const decomposed = word.replace(SPECIAL, (sign) => SPELLED[sign] ?? sign).normalize("NFD");
    word = decomposed.replace(MARK, "").normalize("NFC");
  }
  return word.replace(UMLAUT, (digraph) => digraph.charAt(0)).slice(0, MAX_FORM);
}
