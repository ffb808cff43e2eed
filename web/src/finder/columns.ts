// SPDX-License-Identifier: MIT
/** Reading the columns of a finder: the other side of `praxis/site/finder/columns.py`. */

import { add, none, type Bits } from "./bits";

/** The value of a facet that says that nothing is reported. */
export const UNREPORTED = "nicht-berichtet";
/** Begins the names of facets that say what is reported. */
export const REPORT = "bericht-";
const VERSION = 1;
const FIRST = 0x3f;
const END = 0x2c;

export interface Value {
  readonly id: string;
  readonly title: string;
  /** How deep it stands in a tree; 0 on top. */
  readonly depth: number;
}

/** A facet: its values and, in the same order, the records that have them. */
export interface Facet {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly open: boolean;
  readonly values: readonly Value[];
  readonly sets: readonly Bits[];
  /** Place of a value in `values`, by id. */
  readonly places: ReadonlyMap<string, number>;
}

/** An age span as lists show it; `bounds` in years, half-open, where a span is known. */
export interface Span {
  readonly words: string;
  readonly x?: number;
  readonly width?: number;
  readonly bounds?: readonly [number, number];
}

/** A column of values that records share. */
export interface Shared<Content> {
  readonly values: readonly Content[];
  readonly of: Uint16Array;
}

/** Everything about all records of a finder but their texts; a record is its number, in the order of the lists. */
export interface Collection {
  readonly kind: string;
  readonly folder: string;
  readonly count: number;
  readonly ids: readonly string[];
  readonly facets: readonly Facet[];
  readonly facet: ReadonlyMap<string, Facet>;
  readonly spans: Shared<Span>;
  /** 0 for the newest. */
  readonly newest: Uint16Array;
  readonly words: Readonly<Record<string, Shared<string>>>;
  readonly chunk: number;
  /** Name and address of the files of texts, each for `chunk` records. */
  readonly chunks: readonly (readonly [string, string])[];
}

interface ColumnFile {
  readonly rows: string;
  readonly several?: boolean;
}

interface FacetFile extends ColumnFile {
  readonly id: string;
  readonly title: string;
  readonly group?: string;
  readonly open?: boolean;
  readonly values: readonly (readonly [string, string, number?])[];
}

interface CollectionFile {
  readonly version: number;
  readonly kind: string;
  readonly folder: string;
  readonly count: number;
  readonly ids: string;
  readonly facets: readonly FacetFile[];
  readonly spans: ColumnFile & { readonly values: readonly Span[] };
  readonly newest: ColumnFile;
  readonly words: Readonly<Record<string, ColumnFile & { readonly values: readonly string[] }>>;
  readonly chunk: number;
  readonly chunks: readonly (readonly [string, string])[];
}

/** The collection in a file of columns; throws `Error` where it is of another version or damaged. */
export function readCollection(content: unknown): Collection {
  const file = content as CollectionFile;
  if (file?.version !== VERSION) throw new Error("columns of another version");
  const { count } = file;
  const ids = file.ids === "" ? [] : file.ids.split("\n");
  if (ids.length !== count) throw new Error("damaged columns: ids");
  const facets = file.facets.map((facet) => readFacet(facet, count));
  return {
    kind: file.kind,
    folder: file.folder,
    count,
    ids,
    facets,
    facet: new Map(facets.map((facet) => [facet.id, facet])),
    spans: readShared(file.spans, count),
    newest: numbers(file.newest.rows, count),
    words: Object.fromEntries(Object.entries(file.words).map(([key, column]) => [key, readShared(column, count)])),
    chunk: file.chunk,
    chunks: file.chunks,
  };
}

function readFacet(file: FacetFile, count: number): Facet {
  const values = file.values.map(([id, title, depth = 0]) => ({ id, title, depth }));
  const sets = values.map(() => none(count));
  let record = 0;
  for (let at = 0; at < file.rows.length; at++) {
    const code = file.rows.charCodeAt(at);
    if (file.several && code === END) {
      record++;
      continue;
    }
    const set = sets[code - FIRST];
    if (!set || record >= count) throw new Error(`damaged columns: ${file.id}`);
    add(set, record);
    if (!file.several) record++;
  }
  if (record !== count) throw new Error(`damaged columns: ${file.id}`);
  const { id, title, group = "", open = false } = file;
  return { id, title, group, open, values, sets, places: new Map(values.map((value, place) => [value.id, place])) };
}

function readShared<Content>(file: ColumnFile & { readonly values: readonly Content[] }, count: number): Shared<Content> {
  const of = numbers(file.rows, count);
  if (of.some((number) => number >= file.values.length)) throw new Error("damaged columns: words");
  return { values: file.values, of };
}

function numbers(rows: string, count: number): Uint16Array {
  if (rows.length !== count) throw new Error("damaged columns: length");
  return Uint16Array.from({ length: count }, (_, record) => rows.charCodeAt(record) - FIRST);
}
