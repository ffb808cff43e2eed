// SPDX-License-Identifier: MIT
// Measures our search and lunr on the same documents and queries; started by scripts/bench_search.py.
//
//     node web/bench/search.mjs FOLDER < {"documents": [[id, title, text]], "queries": [text]} > results as JSON
//
// FOLDER holds the files of our index and search.mjs, the bundle of web/src/search.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const require = createRequire(import.meta.url);
const lunr = require("lunr");
require("lunr-languages/lunr.stemmer.support")(lunr);
require("lunr-languages/lunr.de")(lunr);

const DEPTH = 60;
const ROUNDS = 3;
const folder = process.argv[2];
const { documents, queries } = JSON.parse(readFileSync(0, "utf8"));
const search = await import(pathToFileURL(join(folder, "search.mjs")).href);

/** Seconds of CPU so far: unlike the clock it does not count what else the machine does. */
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Ranks every query, and the milliseconds of CPU that each took, the best of a few rounds. */
function ranked(rank) {
  const times = queries.map(() => Infinity);
  let lists = [];
  for (let round = 0; round < ROUNDS; round++) {
    lists = queries.map((query, at) => {
      const start = cpu();
      const list = rank(query);
      times[at] = Math.min(times[at], (cpu() - start) * 1000);
      return list.slice(0, DEPTH);
    });
  }
  return { lists, times };
}

function ours() {
  const contents = new Map();
  globalThis.praxisDaten = (name, content) => contents.set(name.slice("suche/".length), content);
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".js"))) {
    (0, eval)(readFileSync(join(folder, name), "utf8"));
  }
  const began = cpu();
  const searcher = search.finish(search.Searcher.from(contents.get("kern")));
  search.finish(searcher.addText(contents.get("text")));
  const load = (cpu() - began) * 1000;
  const rank = (query) => {
    const { ranked: found } = searcher.search(query);
    return Array.from(found.documents.subarray(0, DEPTH), (document) => searcher.entries[document].id);
  };
  return { load, ...ranked(rank) };
}

/** What Material for MkDocs makes of a query: every word with a wildcard behind it, words in quotation marks required. */
function materialClauses(query) {
  const text = query
    .trim()
    .split(/"([^"]+)"/g)
    .map((terms, index) => (index & 1 ? terms.replace(/^\b|^(?![^\x00-\x7F]|$)|\s+/g, " +") : terms))
    .join("")
    .replace(/"|(?:^|\s+)[*+\-:^~]+(?=\s+|$)/g, "")
    .split(/\s+/g)
    .map((term) => (/([~^]$)/.test(term) ? `${term}1` : term))
    .map((term) => (/(^[+-]|[~^]\d+$)/.test(term) ? term : `${term}*`))
    .join(" ");
  const parsed = new lunr.Query(["title", "text"]);
  new lunr.QueryParser(text, parsed).parse();
  for (const clause of parsed.clauses) {
    clause.usePipeline = true;
    if (clause.term.startsWith("*")) [clause.wildcard, clause.term] = [lunr.Query.wildcard.LEADING, clause.term.slice(1)];
    if (clause.term.endsWith("*")) [clause.wildcard, clause.term] = [lunr.Query.wildcard.TRAILING, clause.term.slice(0, -1)];
  }
  return parsed.clauses;
}

function theirs() {
  const began = cpu();
  const built = lunr(function () {
    this.use(lunr.de);
    this.ref("id");
    // Material's own weights
    this.field("title", { boost: 1000 });
    this.field("text", { boost: 1 });
    for (const [id, title, text] of documents) this.add({ id, title, text });
  });
  const build = cpu() - began;
  const json = JSON.stringify(built);
  const opened = cpu();
  const index = lunr.Index.load(JSON.parse(json));
  const load = (cpu() - opened) * 1000;
  const bytes = Buffer.from(json);
  const safely = (rank) => (query) => {
    try {
      return rank(query).map(({ ref }) => ref);
    } catch {
      return []; // lunr refuses some queries, such as „Kita:“
    }
  };
  const material = safely((query) => index.query((all) => materialClauses(query).forEach((clause) => all.clause(clause))));
  const plain = safely((query) => index.query((all) => all.term(lunr.tokenizer(query.toLowerCase()))));
  const common = { build, load, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
  return { material: { ...common, ...ranked(material) }, plain: { ...common, ...ranked(plain) } };
}

process.stdout.write(JSON.stringify({ ours: ours(), ...theirs() }));
