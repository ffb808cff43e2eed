// SPDX-License-Identifier: MIT
/** The plan of a query: what to look for and how much it counts. Twin of `praxis/search/plan.py`. */

import type { Lexicon } from "./lexicon";
import { contentWords, type Query, type QueryWord } from "./query";
import { continuations, guesses, neighbours, type Weighted } from "./similar";
import { stem } from "./stemming";

/** How a wording came into a slot, or how it matched. */
export type Why =
  | "wort" | "beugung" | "zusammensetzung" | "teil" | "aehnlich" | "vermutet" | "anfang" | "synonym";

const SHOWN_NEAR = 0.1;

/** One thing a slot accepts: a term, or several that must all occur (a synonym of several words). */
export interface Wording {
  readonly terms: readonly number[];
  readonly weight: number;
  readonly why: Why;
}

/** Whether readers are shown that a wording matched. */
export function isShown(wording: Wording): boolean {
  return wording.why !== "aehnlich" || wording.weight >= SHOWN_NEAR;
}

/** One thing a reader looks for; see the Python twin. */
export interface Slot {
  readonly text: string;
  readonly form: string;
  readonly stem: string;
  readonly weight: number;
  readonly wordings: Wording[];
  counted: readonly number[];
  readonly isPart: boolean;
  inParts: boolean;
}

export interface Plan {
  readonly query: Query;
  slots: Slot[];
  /** Unknown words, each with the term that was searched instead. */
  readonly unknown: [QueryWord, number | undefined][];
  guessed: number;
}

/** Return what to look for; yields after every word. */
export function* makePlan(lexicon: Lexicon, query: Query): Generator<void, Plan> {
  const plan: Plan = { query, slots: [], unknown: [], guessed: 0 };
  const slots = new Map<string, Slot>();
  const parts = new Map<string, Slot>();
  for (const word of contentWords(query).slice(0, lexicon.data.settings.max_words)) {
    const key = stem(word.form);
    if (slots.has(key)) continue;
    const slot = wordSlot(lexicon, word, plan);
    slots.set(key, slot);
    yield;
    for (const part of yield* partSlots(lexicon, word, slot, plan)) {
      slot.inParts = true;
      if (!parts.has(part.stem)) parts.set(part.stem, part);
    }
  }
  plan.slots = [...slots.values()];
  for (const [key, slot] of parts) if (!slots.has(key)) plan.slots.push(slot);
  addSynonyms(lexicon, plan);
  plan.slots = plan.slots.filter((slot) => slot.wordings.length > 0);
  return plan;
}

function wordSlot(lexicon: Lexicon, word: QueryWord, plan: Plan): Slot {
  const text = stem(word.form);
  const slot = newSlot(word, text, 1, false);
  const term = lexicon.termNumber.get(text);
  if (term !== undefined) {
    add(slot, [[term, 1]], "wort");
    slot.counted = [term];
  }
  if (word.unfinished && addContinuations(lexicon, word, slot)) return slot;
  if (term !== undefined) {
    add(slot, neighbours(lexicon, term), "aehnlich");
    return slot;
  }
  if (lexicon.knownBySynonyms.has(text)) return slot;
  const candidates = guessesFor(lexicon, word.form, plan);
  add(slot, candidates, "vermutet");
  slot.counted = candidates.slice(0, 1).map(([candidate]) => candidate);
  plan.unknown.push([word, slot.counted[0]]);
  return slot;
}

/** Return what an unknown word may have meant; nothing once the query has had its share of guesses. */
function guessesFor(lexicon: Lexicon, form: string, plan: Plan): Weighted[] {
  if (plan.guessed >= lexicon.data.settings.max_guesses) return [];
  plan.guessed += 1;
  return guesses(lexicon, form);
}

function newSlot(word: QueryWord, text: string, weight: number, isPart: boolean): Slot {
  return { text: word.text, form: word.form, stem: text, weight, wordings: [], counted: [], isPart, inParts: false };
}

function addContinuations(lexicon: Lexicon, word: QueryWord, slot: Slot): boolean {
  const found = continuations(lexicon, word.form);
  add(slot, found, "anfang");
  slot.counted = [...new Set([...slot.counted, ...found.map(([term]) => term)])];
  return found.length > 0;
}

function add(slot: Slot, weighted: readonly Weighted[], why: Why): void {
  for (const [term, weight] of weighted) addWording(slot, { terms: [term], weight, why });
}

function addWording(slot: Slot, wording: Wording): void {
  const key = wording.terms.join();
  if (slot.wordings.every((known) => known.terms.join() !== key)) slot.wordings.push(wording);
}

function* partSlots(lexicon: Lexicon, word: QueryWord, slot: Slot, plan: Plan): Generator<void, Slot[]> {
  const result: Slot[] = [];
  for (const key of partStems(lexicon, word, slot)) {
    if (key === slot.stem) continue;
    const term = lexicon.termNumber.get(key);
    const weighted: Weighted[] =
      term === undefined ? guessesFor(lexicon, key, plan) : [[term, 1], ...neighbours(lexicon, term)];
    const part = newSlot(word, key, lexicon.data.settings.part_slot, true);
    add(part, weighted.slice(0, 1), "teil");
    add(part, weighted.slice(1), "aehnlich");
    part.counted = weighted.slice(0, 1).map(([each]) => each);
    result.push(part);
    yield;
  }
  return result;
}

function partStems(lexicon: Lexicon, word: QueryWord, slot: Slot): string[] {
  const stemsOf = (term: number): string[] => Array.from(lexicon.partsOf(term), (part) => lexicon.terms[part]!);
  const term = lexicon.termNumber.get(slot.stem);
  if (term !== undefined) return stemsOf(term);
  if (slot.wordings.some(({ why }) => why === "anfang")) return [];
  const { splitter } = lexicon;
  const spans = word.pieces.length > 0 ? splitter.joined(word.pieces) : splitter.split(word.form);
  if (spans.length === 0) return slot.counted.flatMap(stemsOf);
  return [...new Set(spans.map(([start, size]) => stemOf(lexicon, word.form.slice(start, start + size))))];
}

function stemOf(lexicon: Lexicon, text: string): string {
  const term = lexicon.termOfText(text);
  return term === undefined ? stem(text) : lexicon.terms[term]!;
}

function addSynonyms(lexicon: Lexicon, plan: Plan): void {
  const heads = new Map<string, Slot>();
  for (const slot of plan.slots) if (!slot.isPart) heads.set(slot.stem, slot);
  const own = plan.query.words.map((word) => stem(word.form));
  const stems = own.map((text) => searched(lexicon, heads.get(text), text));
  stems.forEach((first, at) => {
    for (const [wording, group] of lexicon.synonymsByStart.get(first) ?? []) {
      if (!wording.every((text, offset) => stems[at + offset] === text)) continue;
      for (const text of own.slice(at, at + wording.length)) {
        const slot = heads.get(text);
        if (slot) addGroup(lexicon, slot, group, wording);
      }
    }
  });
  for (const slot of plan.slots) {
    if (!slot.isPart) continue;
    for (const [wording, group] of lexicon.synonymsByStart.get(slot.stem) ?? []) {
      if (wording.length === 1) addGroup(lexicon, slot, group, wording);
    }
  }
}

function searched(lexicon: Lexicon, slot: Slot | undefined, text: string): string {
  const instead = slot?.counted[0];
  return instead === undefined || lexicon.termNumber.has(text) ? text : lexicon.terms[instead]!;
}

function addGroup(lexicon: Lexicon, slot: Slot, group: number, wording: readonly string[]): void {
  const { synonym_alone, synonym_weight } = lexicon.data.settings;
  const weight = slot.wordings.every((known) => known.why === "synonym") ? synonym_alone : synonym_weight;
  const own = wording.join(" ");
  for (const { stems, terms } of lexicon.synonymGroups[group]!) {
    if (terms.length === 0 || stems.join(" ") === own) continue;
    addWording(slot, { terms, weight, why: "synonym" });
  }
}
