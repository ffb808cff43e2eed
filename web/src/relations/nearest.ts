// SPDX-License-Identifier: MIT
/** Where to look on when nothing matches, and topics recognised in words. Twins of `nearest_terms.py`, `topics_in_words.py`. */

import { stem } from "../search/stemming";
import { forms } from "../search/tokens";
import type { Collection, Topic } from "./collection";
import type { Need } from "./need";

export interface NearestTerm {
  readonly kind: "thema" | "standard";
  readonly id: string;
  readonly title: string;
}

/** Topics named at most. */
const MOST = 8;
/** Topics named where the need says nothing that the vocabulary knows. */
const POPULAR = 3;

/** The need's topics and their neighbours that have practice, then its standards; never empty. */
export function nearestTerms(collection: Collection, need: Need): NearestTerm[] {
  let near = [...new Set(around(collection, need))].slice(0, MOST);
  const named = [...new Set(need.standards)].filter((id) => collection.standards.has(id));
  if (near.length === 0 && named.length === 0) near = popular(collection);
  return [
    ...near.map((id): NearestTerm => ({ kind: "thema", id, title: collection.topics.get(id)!.title })),
    ...named.map((id): NearestTerm => ({ kind: "standard", id, title: collection.standards.get(id)! })),
  ];
}

function* around(collection: Collection, need: Need): Generator<string> {
  const known = need.topics.filter((id) => collection.topics.has(id));
  yield* known;
  for (const id of known) {
    const [broader] = collection.broaderTopics(id);
    if (broader !== undefined) yield broader;
    const siblings = [...collection.topics.values()].filter((each) => broader !== undefined && each.broader === broader);
    const neighbours = [...collection.narrowerTopics(id), ...siblings.map((each) => each.id)];
    yield* neighbours.filter((each) => collection.countWithNarrower(each) > 0);
  }
}

function popular(collection: Collection): string[] {
  const count = (id: string): number => collection.countWithNarrower(id);
  return [...collection.topics.keys()]
    .sort((one, other) => count(other) - count(one) || (one < other ? -1 : 1))
    .slice(0, POPULAR);
}

/** Ids of the topics one of whose names stands in the text with all its words, in the vocabulary's order. */
export function topicsIn(topics: Iterable<Topic>, text: string): string[] {
  const said = stems(text);
  const isSaid = (name: string): boolean => {
    const wanted = stems(name);
    return wanted.size > 0 && [...wanted].every((each) => said.has(each));
  };
  return [...topics].filter(({ title, synonyms = [] }) => [title, ...synonyms].some(isSaid)).map(({ id }) => id);
}

function stems(text: string): Set<string> {
  return new Set(forms(text).map(stem));
}
