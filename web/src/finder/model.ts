// SPDX-License-Identifier: MIT
/**
 * What a choice of filters finds: within a facet one of the chosen values is enough (or), every facet must hold (and),
 * and so must the words searched for. All counts follow from sets; nothing here knows the page.
 */

import { all, has, intersect, none, shared, size, unite, type Bits } from "./bits";
import type { Collection, Facet } from "./columns";
import { overlapping, readSpan } from "./spans";

/** The name of the words searched for among the filters. */
export const TEXT = "q";
/** The facet that takes spans of years beside its values. */
export const AGE = "alter";
const NEAREST = 3;

/** Facet → ids of the chosen values; facets without a choice are left out. */
export type Selection = ReadonlyMap<string, readonly string[]>;

/** One filter that holds: a facet with its chosen values, or the words searched for. */
interface Filter {
  readonly name: string;
  readonly bits: Bits;
}

/** A record that misses few filters, with the names of those it misses. */
export interface Near {
  readonly record: number;
  readonly missed: readonly string[];
}

/** The records that have a value; undefined where the facet has no such value. */
export function recordsWith(collection: Collection, facet: Facet, value: string): Bits | undefined {
  const place = facet.places.get(value);
  if (place !== undefined) return facet.sets[place];
  const span = facet.id === AGE ? readSpan(value) : undefined;
  return span && overlapping(collection, span);
}

/** The words of a chosen value. */
export function titleOf(facet: Facet, value: string): string {
  const place = facet.places.get(value);
  return place === undefined ? (readSpan(value)?.words ?? value) : facet.values[place]!.title;
}

/** What a selection finds, and what every other choice would find. */
export class Outcome {
  /** The records found. */
  readonly found: Bits;
  readonly total: number;
  private readonly filters: readonly Filter[];

  /** `text`: the records that the words searched for find, where there are words. */
  constructor(
    private readonly collection: Collection,
    readonly selection: Selection,
    text?: Bits,
  ) {
    const filters = [...selection].flatMap(([name, values]) => {
      const facet = collection.facet.get(name);
      return facet && values.length > 0 ? [{ name, bits: union(collection, facet, values) }] : [];
    });
    this.filters = text ? [...filters, { name: TEXT, bits: text }] : filters;
    this.found = this.without();
    this.total = size(this.found);
  }

  /** How many records each value of a facet would find, with all other facets as they are. */
  counts(facet: Facet): number[] {
    const base = this.selection.has(facet.id) ? this.without(facet.id) : this.found;
    return facet.sets.map((set) => shared(base, set));
  }

  /** Like `counts`, for one value: a value of the facet or a span of years. */
  countOf(facet: Facet, value: string): number {
    const records = recordsWith(this.collection, facet, value);
    return records ? shared(this.without(facet.id), records) : 0;
  }

  /** The filters of which each alone, dropped, gives records again, with how many; the most first. */
  drops(): { name: string; count: number }[] {
    return this.filters
      .map(({ name }) => ({ name, count: size(this.without(name)) }))
      .filter(({ count }) => count > 0)
      .sort((left, right) => right.count - left.count);
  }

  /** The filters that stand against a value: without each of them alone it would find something. */
  against(facet: Facet, value: string): { name: string; count: number }[] {
    const records = recordsWith(this.collection, facet, value);
    if (!records) return [];
    return this.filters
      .filter(({ name }) => name !== facet.id)
      .map(({ name }) => ({ name, count: shared(this.without(name, facet.id), records) }))
      .filter(({ count }) => count > 0);
  }

  /** True if any record has a value, whatever the filters. */
  isHeld(facet: Facet, value: string): boolean {
    return recordsWith(this.collection, facet, value)?.some((word) => word !== 0) ?? false;
  }

  /** The records that miss the fewest filters but at least meet one, in the order of the lists. */
  nearest(limit = NEAREST): Near[] {
    const near: Near[] = [];
    for (let missing = 1; missing < this.filters.length && near.length < limit; missing++) {
      for (let record = 0; record < this.collection.count && near.length < limit; record++) {
        const missed = this.filters.filter(({ bits }) => !has(bits, record));
        if (missed.length === missing) near.push({ record, missed: missed.map(({ name }) => name) });
      }
    }
    return near;
  }

  /** What is found where some filters do not hold. */
  private without(...names: readonly string[]): Bits {
    const bits = all(this.collection.count);
    for (const filter of this.filters) if (!names.includes(filter.name)) intersect(bits, filter.bits);
    return bits;
  }
}

function union(collection: Collection, facet: Facet, values: readonly string[]): Bits {
  const bits = none(collection.count);
  for (const value of values) {
    const records = recordsWith(collection, facet, value);
    if (records) unite(bits, records);
  }
  return bits;
}

/** The selection with one value chosen or no longer chosen. */
export function toggled(selection: Selection, facet: string, value: string, chosen: boolean): Selection {
  const values = (selection.get(facet) ?? []).filter((other) => other !== value);
  const changed = new Map(selection).set(facet, chosen ? [...values, value] : values);
  if (changed.get(facet)!.length === 0) changed.delete(facet);
  return changed;
}

/** The selection without a facet. */
export function dropped(selection: Selection, facet: string): Selection {
  const changed = new Map(selection);
  changed.delete(facet);
  return changed;
}
