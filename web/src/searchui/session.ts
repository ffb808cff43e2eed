// SPDX-License-Identifier: MIT
/**
 * One search after the other while somebody types: titles first, then everything, then the passages of what is shown.
 * A newer search ends the older one.
 */

import type { Hit, Recogniser, Results, SearchClient, Searcher, Understood } from "../search";

export interface Wanted {
  readonly text: string;
  /** The last word may be unfinished. */
  readonly typing: boolean;
  /** Hits that are shown. */
  readonly limit: number;
  /** Only documents of these kinds; all where it is empty. */
  readonly kinds?: readonly string[];
}

/** What there is to show; comes up to three times for one search, each time more complete. */
export interface Found {
  readonly wanted: Wanted;
  readonly results: Results;
  readonly hits: readonly Hit[];
  /** Hits of each kind, whatever kinds are wanted. */
  readonly counts: ReadonlyMap<string, number>;
  /** Filters of the finder that the words name. */
  readonly filters: readonly Understood[];
  /** Only titles could be searched: the file with the texts is missing or damaged. */
  readonly textsMissing: boolean;
}

export class SearchSession {
  private current: AbortController | undefined;

  private recogniser: Recogniser | undefined;

  constructor(
    private readonly client: SearchClient,
    private readonly loadFilters: () => Promise<Recogniser>,
    private readonly show: (found: Found) => void,
    private readonly fail: (error: unknown) => void,
  ) {}

  /** Search; `show` is called with what is found, or `fail` once where the index cannot be read. */
  async run(wanted: Wanted): Promise<void> {
    this.stop();
    const { signal } = (this.current = new AbortController());
    try {
      const searcher = await this.client.start();
      // Without its filters a search is still a search.
      this.recogniser ??= await this.loadFilters().catch(() => undefined);
      let found = await this.search(searcher, wanted, signal, false);
      if (found?.results.partial) {
        const textsMissing = await this.client.ready().then(() => false, () => true);
        found = await this.search(searcher, wanted, signal, textsMissing);
      }
      if (found) await this.withPassages(searcher, found, signal);
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    }
  }

  /** Give up the search that is running, if there is one. */
  stop(): void {
    this.current?.abort();
  }

  private async search(
    searcher: Searcher,
    wanted: Wanted,
    signal: AbortSignal,
    textsMissing: boolean,
  ): Promise<Found | undefined> {
    const all = await this.client.search(wanted.text, { typing: wanted.typing }, signal);
    if (!all || signal.aborted) return undefined;
    const counts = new Map<string, number>();
    for (const document of all.order) {
      const { kind } = searcher.entries[document]!;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const kinds = new Set(wanted.kinds);
    const order = kinds.size > 0 ? all.order.filter((document) => kinds.has(searcher.entries[document]!.kind)) : all.order;
    const results = { ...all, order };
    const filters = this.recogniser?.understood(wanted.text) ?? [];
    const found = { wanted, results, hits: searcher.hits(results, wanted.limit), counts, filters, textsMissing };
    this.show(found);
    return found;
  }

  private async withPassages(searcher: Searcher, found: Found, signal: AbortSignal): Promise<void> {
    if (found.hits.length === 0 || found.hits.every((hit) => hit.hasText)) return;
    // Without its passages a list of hits is still a list of hits.
    await this.client.loadTexts(found.hits.map((hit) => hit.document)).catch(() => undefined);
    if (!signal.aborted) this.show({ ...found, hits: searcher.hits(found.results, found.wanted.limit) });
  }
}
