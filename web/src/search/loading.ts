// SPDX-License-Identifier: MIT
/**
 * Loading: an index whose files come one after the other, and a search that never blocks. Ordinary workers fail under
 * `file://`, so long work is done in slices.
 */

import type { CoreFile } from "./data";
import { Searcher, type Results, type SearchOptions } from "./searching";

/** Milliseconds of work at a stretch. */
const BUDGET = 10;

/** What a client needs of files: content by name. */
export interface Files {
  load(name: string): Promise<unknown>;
}

/** A search over files that loads what it needs: titles first, then texts, and passages for the hits shown. */
export class SearchClient {
  private starting: Promise<Searcher> | undefined;
  private completing: Promise<void> | undefined;
  private readonly chunks = new Map<number, Promise<void>>();

  constructor(private readonly files: Files) {}

  /** Load titles and dictionary (first hits are possible then) and begin to load the rest. Rejects with `Error`. */
  start(): Promise<Searcher> {
    this.starting ??= this.loadCore().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  /** Wait until everything but the passages is there. */
  async ready(): Promise<Searcher> {
    const searcher = await this.start();
    await this.completing;
    return searcher;
  }

  /**
   * Search in slices; resolves to undefined when `signal` is aborted meanwhile. Waits for the files that phrases need.
   * Before the text postings are there the result is `partial`: search again after `ready()`.
   */
  async search(text: string, options: SearchOptions = {}, signal?: AbortSignal): Promise<Results | undefined> {
    const searcher = await this.start();
    const results = await inSlices(searcher.searchSteps(text, options), signal);
    if (!results || results.missingChunks.length === 0) return results;
    await Promise.all(results.missingChunks.map((chunk) => this.loadChunk(chunk)));
    return inSlices(searcher.searchSteps(text, options), signal);
  }

  /** Load the texts of the documents, for their passages. */
  async loadTexts(documents: Iterable<number>): Promise<void> {
    const searcher = await this.start();
    const chunks = new Set(Array.from(documents, (document) => searcher.chunkOf(document)));
    await Promise.all([...chunks].map((chunk) => this.loadChunk(chunk)));
  }

  private async loadCore(): Promise<Searcher> {
    const [core, text] = [this.files.load("kern"), this.files.load("text")];
    text.catch(() => undefined);
    const searcher = await uninterrupted(Searcher.from((await core) as CoreFile));
    this.completing = text.then((content) => uninterrupted(searcher.addText(String(content))));
    this.completing.catch(() => undefined);
    return searcher;
  }

  private loadChunk(chunk: number): Promise<void> {
    let loading = this.chunks.get(chunk);
    if (!loading) {
      loading = this.files.load(`stellen-${chunk}`).then(async (texts) => {
        (await this.start()).addPassages(chunk, texts as string[]);
      });
      loading.catch(() => this.chunks.delete(chunk));
      this.chunks.set(chunk, loading);
    }
    return loading;
  }
}

/** Run a generator in slices of `BUDGET` milliseconds; undefined when aborted. */
export async function inSlices<Value>(steps: Generator<void, Value>, signal?: AbortSignal): Promise<Value | undefined> {
  let end = performance.now() + BUDGET;
  for (;;) {
    if (signal?.aborted) return undefined;
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() > end) {
      await pause();
      end = performance.now() + BUDGET;
    }
  }
}

async function uninterrupted<Value>(steps: Generator<void, Value>): Promise<Value> {
  return (await inSlices(steps))!;
}

/** Let the browser handle what waits: a message comes back sooner than a timer. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(0);
  });
}
