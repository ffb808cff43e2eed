// SPDX-License-Identifier: MIT
// Compares the search in the browser with what Python wrote; started by tests/search/test_browser_twin.py.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";

const data = process.env.PRAXIS_SEARCH_DATA;
assert.ok(data, "PRAXIS_SEARCH_DATA names the folder with the index, the bundle and expected.json");
const expected = JSON.parse(readFileSync(join(data, "expected.json"), "utf8"));
const search = await import(pathToFileURL(join(data, "search.mjs")).href);

/** Run the scripts of an index like a browser and return what they register. */
function contents() {
  const found = new Map();
  globalThis.praxisDaten = (name, content) => found.set(name.slice("suche/".length), content);
  for (const name of readdirSync(data)) if (name.endsWith(".js")) (0, eval)(readFileSync(join(data, name), "utf8"));
  return found;
}

function plainResult(searcher, text, typing) {
  const results = searcher.search(text, { typing });
  const scores = new Map(Array.from(results.ranked.documents, (document, at) => [document, results.ranked.scores[at]]));
  const [first] = searcher.hits(results, 1);
  return {
    text,
    typing,
    total: results.order.length,
    suggestion: results.suggestion ?? null,
    hits: results.order.slice(0, 20).map((document) => [document, scores.get(document)]),
    why: first ? first.why.map((reason) => reason.text) : [],
    title_marks: first ? first.titleMarks : [],
    passage: first?.passage ? [first.passage.text, first.passage.marks] : null,
  };
}

let files;
let searcher;

before(() => {
  files = contents();
  searcher = search.finish(search.Searcher.from(files.get("kern")));
  search.finish(searcher.addText(files.get("text")));
  for (const [name, content] of files) {
    if (name.startsWith("stellen-")) searcher.addPassages(Number(name.slice(8)), content);
  }
});

test("stop words are the same", () => {
  assert.deepEqual([...search.STOP_WORDS].sort(), [...expected.stop_words].sort());
});

test("2,000 words have the same form, pieces and stem", () => {
  for (const { token, form, pieces, stem } of expected.analysis) {
    const analysed = search.word(token);
    assert.deepEqual([token, analysed.form, analysed.pieces, search.stem(analysed.form)], [token, form, pieces, stem]);
  }
});

test("random strings have the same tokens", () => {
  for (const [text, tokens] of expected.random_tokens) {
    const found = search.spans(text).map(([start, end]) => text.slice(start, end));
    assert.deepEqual(found.map((each) => [each, search.word(each).form, search.stem(search.word(each).form)]), tokens);
  }
});

test("300 queries give the same order, scores, reasons, marks and suggestions", () => {
  assert.equal(expected.ranking.length, 300);
  for (const row of expected.ranking) assert.deepEqual(plainResult(searcher, row.text, row.typing), row);
});

test("random strings give the same results", () => {
  for (const row of expected.random_ranking) assert.deepEqual(plainResult(searcher, row.text, row.typing), row);
});

test("the same filters are understood, and the same words are left", () => {
  const recogniser = new search.Recogniser(expected.choices);
  for (const { text, found, rest } of [...expected.filters, ...expected.random_filters]) {
    const understood = recogniser.understood(text);
    const units = (at) => Array.from(text).slice(0, at).join("").length;
    const listed = found.map(([facet, value, label, [start, end]]) => [facet, value, label, [units(start), units(end)]]);
    assert.deepEqual(understood.map(({ facet, value, label, place }) => [facet, value, label, [...place]]), listed);
    assert.equal(search.restOf(text, understood), rest);
  }
});

test("titles can be searched before the texts are there", () => {
  const early = search.finish(search.Searcher.from(files.get("kern")));
  const { title } = early.entries[0];
  const results = early.search(title);
  assert.equal(results.partial, true);
  assert.equal(early.entries[results.order[0]].title, title);
  search.finish(early.addText(files.get("text")));
  assert.deepEqual(early.search(title).order, searcher.search(title).order);
});

test("phrases name the files they need, and a client loads them", async () => {
  const asked = [];
  const client = new search.SearchClient({
    load: (name) => {
      asked.push(name);
      return Promise.resolve(files.get(name));
    },
  });
  await client.ready();
  const phrase = expected.ranking.find((row) => row.text.startsWith('"') && row.text.endsWith('"') && row.total > 0 && row.total < 9);
  const results = await client.search(phrase.text);
  assert.equal(results.order.length, phrase.total);
  assert.ok(asked.some((name) => name.startsWith("stellen-")));
});

test("an aborted search gives nothing", async () => {
  const client = new search.SearchClient({ load: (name) => Promise.resolve(files.get(name)) });
  assert.equal(await client.search("Familie", {}, AbortSignal.abort()), undefined);
});

test("a damaged index is an error, and a later start tries again", async () => {
  const broken = { ...files.get("kern"), prefixes: "~~~" };
  let first = true;
  const client = new search.SearchClient({
    load: (name) => {
      if (name !== "kern" || !first) return Promise.resolve(files.get(name));
      first = false;
      return Promise.resolve(broken);
    },
  });
  await assert.rejects(client.start());
  assert.ok((await client.start()).entries.length > 0);
});
