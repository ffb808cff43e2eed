// SPDX-License-Identifier: MIT
/** Searching words among a finder's records, with the search of the whole site. */

import type { Hit, Results, SearchClient } from "../search";
import { add, none, type Bits } from "./bits";
import type { Collection } from "./columns";

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
  /** Only titles were searched, because the texts are not there. */
  readonly textsMissing: boolean;
}

export class WordSearch {
  private readonly recordOf = new Map<number, number>();
  private readonly documentOf = new Map<number, number>();

  constructor(
    private readonly client: SearchClient,
    private readonly collection: Collection,
  ) {}

  /** Search; undefined when aborted. Rejects with `Error` where the index cannot be read. */
  async find(text: string, typing: boolean, signal: AbortSignal): Promise<Words | undefined> {
    const searcher = await this.client.start();
    if (this.documentOf.size === 0) this.connect(searcher.entries);
    const textsMissing = await this.client.ready().then(() => false, () => true);
    const results = await this.client.search(text, { typing, allowed: (document) => this.recordOf.has(document) }, signal);
    return results && this.words(results, textsMissing);
  }

  /** Why records were found, once their texts are there; without them the words alone. */
  async hits(words: Words, records: readonly number[]): Promise<ReadonlyMap<number, Hit>> {
    const documents = records.flatMap((record) => this.documentOf.get(record) ?? []);
    await this.client.loadTexts(documents).catch(() => undefined);
    const searcher = await this.client.start();
    const hits = searcher.hits({ ...words.results, order: documents }, documents.length);
    return new Map(hits.map((hit) => [this.recordOf.get(hit.document)!, hit]));
  }

  private words(results: Results, textsMissing: boolean): Words {
    const scores = new Map<number, number>();
    results.ranked.documents.forEach((document, at) => scores.set(document, results.ranked.scores[at]!));
    const score = (document: number): number => scores.get(document) ?? 0;
    const least = results.order.reduce((best, document) => Math.max(best, score(document)), 0) * LEAST_SHARE;
    const strong = results.order.filter((document) => score(document) >= least);
    const ranked = strong.map((document) => this.recordOf.get(document)!);
    const bits = none(this.collection.count);
    for (const record of ranked) add(bits, record);
    return { ranked, bits, results, weak: results.order.length - strong.length, textsMissing };
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
