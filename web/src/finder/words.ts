// SPDX-License-Identifier: MIT
/** Searching words among a finder's records, with the search of the whole site. */

import type { Hit, Recogniser, Results, SearchClient, Understood } from "../search";
import { add, none, type Bits } from "./bits";
import type { Collection } from "./columns";
import { recordsWith } from "./model";

/** Hits below this share of the best one only resemble the words a little; as a filter they would be noise. */
const LEAST_SHARE = 0.05;

/** What the words find. */
export interface Words {
  /** Records, best first. */
  readonly ranked: readonly number[];
  readonly bits: Bits;
  readonly results: Results;
  /** Records that only resemble the words a little and were left out. */
  readonly weak: number;
  /** Filters that the words name, as far as this finder has them. */
  readonly filters: readonly Understood[];
  /** Only titles were searched, because the texts are not there. */
  readonly textsMissing: boolean;
}

export class WordSearch {
  private readonly recordOf = new Map<number, number>();
  private readonly documentOf = new Map<number, number>();
  private recogniser: Recogniser | undefined;

  constructor(
    private readonly client: SearchClient,
    private readonly loadFilters: () => Promise<Recogniser>,
    private readonly collection: Collection,
  ) {}

  /** Search; undefined when aborted. Rejects with `Error` where the index cannot be read. */
  async find(text: string, typing: boolean, signal: AbortSignal): Promise<Words | undefined> {
    const searcher = await this.client.start();
    if (this.documentOf.size === 0) this.connect(searcher.entries);
    // Without its filters a search is still a search.
    this.recogniser ??= await this.loadFilters().catch(() => undefined);
    const textsMissing = await this.client.ready().then(() => false, () => true);
    const results = await this.client.search(text, { typing, allowed: (document) => this.recordOf.has(document) }, signal);
    return results && { ...this.words(results), filters: this.understood(text), textsMissing };
  }

  /** Why records were found, once their texts are there; without them the words alone. */
  async hits(words: Words, records: readonly number[]): Promise<ReadonlyMap<number, Hit>> {
    const documents = records.flatMap((record) => this.documentOf.get(record) ?? []);
    await this.client.loadTexts(documents).catch(() => undefined);
    const searcher = await this.client.start();
    const hits = searcher.hits({ ...words.results, order: documents }, documents.length);
    return new Map(hits.map((hit) => [this.recordOf.get(hit.document)!, hit]));
  }

  private understood(text: string): Understood[] {
    const found = this.recogniser?.understood(text) ?? [];
    return found.filter(({ facet, value }) => {
      const known = this.collection.facet.get(facet);
      return known !== undefined && recordsWith(this.collection, known, value) !== undefined;
    });
  }

  private words(results: Results): Omit<Words, "filters" | "textsMissing"> {
    const scores = new Map<number, number>();
    results.ranked.documents.forEach((document, at) => scores.set(document, results.ranked.scores[at]!));
    const score = (document: number): number => scores.get(document) ?? 0;
    const least = results.order.reduce((best, document) => Math.max(best, score(document)), 0) * LEAST_SHARE;
    const strong = results.order.filter((document) => score(document) >= least);
    const ranked = strong.map((document) => this.recordOf.get(document)!);
    const bits = none(this.collection.count);
    for (const record of ranked) add(bits, record);
    return { ranked, bits, results, weak: results.order.length - strong.length };
  }

  /** Records and documents of the index are numbered differently. */
  private connect(entries: readonly { readonly id: string }[]): void {
    const { folder, ids } = this.collection;
    const records = new Map(ids.map((id, record) => [`${folder}/${id}`, record]));
    entries.forEach(({ id }, document) => {
      const record = records.get(id);
      if (record === undefined) return;
      this.recordOf.set(document, record);
      this.documentOf.set(record, document);
    });
  }
}
