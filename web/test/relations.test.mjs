// SPDX-License-Identifier: MIT
// Compares comparing and matching in the browser with what Python wrote; started by tests/relations/test_browser_twin.py.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const folder = process.env.PRAXIS_RELATIONS_DATA;
assert.ok(folder, "PRAXIS_RELATIONS_DATA names the folder with the bundle and expected.json");
const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
const relations = await import(pathToFileURL(join(folder, "relations.mjs")).href);

const model = relations.readContextModel(expected.data.kontextmodell);
const places = relations.readPlaces(expected.data.kommunen);
const cases = new Map(expected.data["abgleich-0"].map((each) => [each.id, each]));
const collection = new relations.Collection(model, places, expected.data.abgleich, [...cases.values()]);

/** The search over the index that Python wrote. */
function searcher() {
  const files = new Map();
  globalThis.praxisDaten = (name, content) => files.set(name.slice("suche/".length), content);
  for (const name of readdirSync(folder)) if (name.endsWith(".js")) (0, eval)(readFileSync(join(folder, name), "utf8"));
  const made = relations.finish(relations.Searcher.from(files.get("kern")));
  relations.finish(made.addText(files.get("text")));
  return made;
}

function plainMatch({ known, reasons, conditions }) {
  return {
    case: known.id,
    reasons: reasons.map(({ kind, field, text }) => [kind, field, text]),
    conditions: conditions.map(({ id, result, importance, text }) => [id, result, importance ?? null, text]),
  };
}

function plainFact(fact) {
  return fact ? [fact.values, fact.origin, fact.note ?? null, fact.asOf ?? null] : null;
}

test("comparisons give the same results, importance, sentences and facts", () => {
  assert.ok(expected.comparisons.length >= 300);
  for (const { case: id, place, values, rows } of expected.comparisons) {
    const own = relations.statedContext(model, values, places.get(place)?.context);
    const theirs = relations.caseContext(model, places, cases.get(id));
    const found = relations.compareContexts(model, theirs, own).map((row) => [
      row.id, row.result, row.importance ?? null, row.text, plainFact(row.theirs), plainFact(row.own),
    ]);
    assert.deepEqual(found, rows);
  }
});

test("needs find the same cases in the same order, with the same reasons, conditions, contrast and nearest terms", () => {
  assert.ok(expected.needs.length >= 300);
  const search = searcher();
  for (const { place, values, question, found, ...stated } of expected.needs) {
    const context = relations.statedContext(model, values, places.get(place)?.context);
    const words = relations.finish(relations.questionWords(search, question));
    const { matches, contrast, nearest } = relations.match(collection, { ...stated, question, context }, words);
    const plain = {
      matches: matches.map(plainMatch),
      contrast: contrast ? { ...plainMatch(contrast), why: contrast.why } : null,
      nearest: nearest.map(({ kind, id, title }) => [kind, id, title]),
    };
    assert.deepEqual(plain, found, question);
  }
});

test("the same topics are recognised in words", () => {
  for (const [text, topics] of expected.topics) assert.deepEqual(relations.topicsIn(collection.topics.values(), text), topics);
});

const NO_WORDS = { level: () => 0, words: () => [] };

/** A random order of the same things, from a number. */
function shuffled(items, seed) {
  const keyed = items.map((item, at) => [((at + 1) * 2654435761 * (seed + 1)) % 4294967296, item]);
  return keyed.sort(([one], [other]) => one - other).map(([, item]) => item);
}

test("the order in which cases are loaded and terms are named changes nothing", () => {
  expected.needs.slice(0, 60).forEach(({ place, values, standards, topics, ...stated }, seed) => {
    const context = relations.statedContext(model, values, places.get(place)?.context);
    const other = new relations.Collection(model, places, expected.data.abgleich, shuffled([...cases.values()], seed));
    const found = relations.match(collection, { ...stated, standards, topics, context }, NO_WORDS);
    const again = { ...stated, standards: shuffled(standards, seed), topics: shuffled(topics, seed), context };
    const ids = (matches) => matches.matches.map(({ known }) => known.id);
    assert.deepEqual(ids(relations.match(other, again, NO_WORDS)), ids(found));
  });
});

test("a value that becomes unknown is never a deviation and removes no case", () => {
  const admitted = (need) => relations.match(collection, need, NO_WORDS, 1000).matches;
  for (const { place, values, ...stated } of expected.needs.slice(0, 60)) {
    const full = relations.statedContext(model, values, places.get(place)?.context);
    const known = admitted({ ...stated, context: full });
    const unknown = admitted({ ...stated, context: new Map() });
    assert.deepEqual(unknown.map((each) => each.known.id).sort(), known.map((each) => each.known.id).sort());
    assert.ok(unknown.every((each) => each.conditions.every(({ result }) => result === "nicht-berichtet")));
  }
});
