// SPDX-License-Identifier: MIT
/**
 * The search of this site, for every app that needs it: dialog, results page, finder. Nothing is loaded before the first
 * call of a method; all scripts of a page share one client, so that the index is loaded once.
 *
 *     const search = siteSearch();
 *     const searcher = await search.start();        // titles are searchable; rejects with Error if a file is missing
 *     const results = await search.search(text, { typing: true, allowed }, signal);   // undefined when aborted
 *     results.order                                 // document numbers, best first
 *     results.partial                               // only titles so far: search again after `await search.ready()`
 *     searcher.entries[number]                      // { id: "praxis/x", kind: "praxis", title, url: "praxis/x.html" }
 *     await search.loadTexts(numbers)               // texts of the hits shown, for passages
 *     searcher.hits(results, limit, offset)         // reasons (`why[].text`), marks in the title, passage with marks
 *
 * `allowed(number)` filters documents; scores stay those of all documents. Ids are `<folder>/<id>`, of sections of chapters
 * `handbuch/<id>#<anchor>`; urls are relative to the site (`address(url)` makes a link).
 */

import { address, loadOnce } from "../shared/scripts";
import { Recogniser, type Choice } from "./filters";
import { SearchClient, type Files } from "./loading";

const FOLDER = "daten/suche/";
const MANIFEST = "verzeichnis";
const PASSAGES = "stellen";

/** What `praxis/site/search_files.py` writes: file names by name, those of the passages as a list. */
type Manifest = Readonly<Record<string, string | readonly string[]>>;

declare global {
  // eslint-disable-next-line no-var
  var praxisSuche: SearchClient | undefined;
}

/** The client of this page. */
export function siteSearch(): SearchClient {
  return (globalThis.praxisSuche ??= new SearchClient(SITE_FILES));
}

/** What understands filters in the words of a query. Rejects with `Error` where its file is missing or damaged. */
export async function siteFilters(): Promise<Recogniser> {
  const choices = await SITE_FILES.load("filter");
  if (!Array.isArray(choices)) throw new Error("the filters of the search are damaged");
  return new Recogniser(choices as Choice[]);
}

const SITE_FILES: Files = {
  async load(name) {
    const manifest = (await load(MANIFEST, `${MANIFEST}.js`)) as Manifest;
    const file = fileOf(manifest, name);
    if (file === undefined) throw new Error(`the search index has no file ${name}`);
    return load(name, file);
  },
};

function load(name: string, file: string): Promise<unknown> {
  return loadOnce(`suche/${name}`, address(FOLDER + file));
}

function fileOf(manifest: Manifest, name: string): string | undefined {
  const passages = manifest[PASSAGES];
  const [first, number] = name.split("-");
  const file = first === PASSAGES && Array.isArray(passages) ? (passages as readonly string[])[Number(number)] : manifest[name];
  return typeof file === "string" ? file : undefined;
}
