// SPDX-License-Identifier: MIT
/** Lines of lists: what the columns know of a record, and its title and text from the files of texts. */

import { has } from "./bits";
import { UNREPORTED, type Collection, type Facet, type Span } from "./columns";

/** A record as lists show it. */
export interface Line {
  readonly record: number;
  readonly id: string;
  /** Address of its page, relative to the site. */
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly span: Span;
  readonly state: string;
  readonly standards: string;
  /** What is known of effects (cases) or of answers (gaps); empty where nothing is. */
  readonly known: string;
  readonly unknown: string;
  readonly due: boolean;
}

/** Titles and texts by record, loaded file by file. */
export class Texts {
  private readonly loaded = new Map<number, readonly (readonly [string, string])[]>();
  private readonly loading = new Map<number, Promise<void>>();

  constructor(
    private readonly collection: Collection,
    private readonly load: (name: string, address: string) => Promise<unknown>,
  ) {}

  /** Records whose texts share a file. */
  get chunk(): number {
    return this.collection.chunk;
  }

  /** Load the texts of some records; true at once where they are there. Rejects where a file cannot be read. */
  need(records: Iterable<number>): true | Promise<unknown> {
    const missing = new Set<number>();
    for (const record of records) {
      const chunk = Math.floor(record / this.collection.chunk);
      if (!this.loaded.has(chunk)) missing.add(chunk);
    }
    return missing.size === 0 || Promise.all([...missing].map((chunk) => this.fetch(chunk)));
  }

  /** A record's line; its title and text must have been loaded. */
  line(record: number): Line {
    const { collection } = this;
    const chunk = Math.floor(record / collection.chunk);
    const [title, text] = this.loaded.get(chunk)?.[record - chunk * collection.chunk] ?? ["", ""];
    const word = (key: string): string => {
      const column = collection.words[key]!;
      return column.values[column.of[record]!]!;
    };
    return {
      record,
      id: collection.ids[record]!,
      url: `${collection.folder}/${collection.ids[record]}.html`,
      title,
      text,
      place: titles(collection.facet.get("kommune"), record).join(", "),
      span: collection.spans.values[collection.spans.of[record]!]!,
      state: word("state"),
      standards: titles(collection.facet.get("standard"), record).join(", "),
      known: word("known"),
      unknown: word("unknown"),
      due: hasValue(collection.facet.get("pruefung"), "ueberfaellig", record),
    };
  }

  private fetch(chunk: number): Promise<void> {
    let loading = this.loading.get(chunk);
    if (!loading) {
      loading = this.load(...this.collection.chunks[chunk]!).then((content) => {
        if (!Array.isArray(content)) throw new Error(`texts ${chunk} are damaged`);
        this.loaded.set(chunk, content);
      });
      loading.catch(() => this.loading.delete(chunk));
      this.loading.set(chunk, loading);
    }
    return loading;
  }
}

/** The titles of a record's values of a facet; none where nothing is reported. */
function titles(facet: Facet | undefined, record: number): string[] {
  if (!facet) return [];
  return facet.values.filter(({ id }, place) => id !== UNREPORTED && has(facet.sets[place]!, record)).map(({ title }) => title);
}

function hasValue(facet: Facet | undefined, value: string, record: number): boolean {
  const set = facet?.sets[facet.places.get(value) ?? -1];
  return set !== undefined && has(set, record);
}
