// SPDX-License-Identifier: MIT
// Compares comparing and matching in the browser with what Python wrote; started by tests/relations/test_browser_twin.py.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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
