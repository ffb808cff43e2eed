// SPDX-License-Identifier: MIT
/** The finder's model against a model that only loops, and against what Python wrote. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";

const DATA = process.env.PRAXIS_FINDER_DATA;
const { asTable, bits, exported, Outcome, overlapping, readCollection, readSpan, readState, Sorter, Texts, writeState } =
  await import(join(DATA, "finder.mjs"));
const written = JSON.parse(readFileSync(join(DATA, "written.json"), "utf8"));
const collection = readCollection(written.columns);

/** Records as lists of values by facet: what the sets must agree with. */
const AGES = [[-0.75, 3], [0, 1], [2, 6], [3, 10], [16, 27], undefined];
const record = fc.record({
  standard: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }),
  status: fc.uniqueArray(fc.constantFrom("laeuft", "beendet", "nicht-berichtet"), { minLength: 1, maxLength: 1 }),
  alter: fc.uniqueArray(fc.constantFrom("0-3", "3-6", "nicht-berichtet"), { minLength: 1 }),
  span: fc.nat(AGES.length - 1),
});
const VALUES = { standard: ["a", "b", "c", "leer"], status: ["laeuft", "beendet", "nicht-berichtet"], alter: ["0-3", "3-6", "nicht-berichtet"] };
const SPANS = ["2-5", "schwangerschaft-1", "12", "20-27"];
const selections = fc.record({
  standard: fc.uniqueArray(fc.constantFrom(...VALUES.standard)),
  status: fc.uniqueArray(fc.constantFrom(...VALUES.status)),
  alter: fc.uniqueArray(fc.constantFrom(...VALUES.alter, ...SPANS)),
});

function made(records) {
  const sign = (number) => String.fromCharCode(0x3f + number);
  const facets = Object.entries(VALUES).map(([id, values]) => ({
    id,
    title: id,
    several: true,
    values: values.map((value) => [value, value]),
    rows: records.map((each) => `${each[id].map((value) => sign(values.indexOf(value))).join("")},`).join(""),
  }));
  const zeros = records.map(() => sign(0)).join("");
  return readCollection({
    version: 1, kind: "praxis", folder: "praxis", count: records.length, ids: records.map((_, number) => `r${number}`).join("\n"), facets,
    spans: { values: AGES.map((bounds) => ({ words: "", bounds })), rows: records.map(({ span }) => sign(span)).join("") },
    newest: { rows: zeros }, words: {}, chunk: 400, chunks: [],
  });
}

function holds(each, facet, values) {
  return values.some((value) => {
    if (VALUES[facet].includes(value)) return each[facet].includes(value);
    const [start, end] = readSpan(value).bounds;
    const own = AGES[each.span];
    return own !== undefined && own[0] < end && start < own[1];
  });
}

const meets = (each, chosen, text, number, except) =>
  Object.entries(chosen).every(([facet, values]) => facet === except || values.length === 0 || holds(each, facet, values)) &&
  (!text || text[number]);

test("every count of every combination is what a loop over all records gives", () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 70 }), selections, fc.option(fc.infiniteStream(fc.boolean()), { nil: undefined }), (records, chosen, stream) => {
      const text = stream && records.map(() => stream.next().value);
      const all = made(records);
      const selection = new Map(Object.entries(chosen).filter(([, values]) => values.length > 0));
      const hits = text && bits.none(records.length);
      text?.forEach((hit, number) => hit && bits.add(hits, number));
      const outcome = new Outcome(all, selection, hits);
      const expected = records.filter((each, number) => meets(each, chosen, text, number));
      assert.equal(outcome.total, expected.length);
      assert.deepEqual(new Sorter(all).sorted(outcome.found, "ort"), records.flatMap((each, number) => (meets(each, chosen, text, number) ? [number] : [])));
      for (const facet of all.facets) {
        const counts = VALUES[facet.id].map(
          (value) => records.filter((each, number) => meets(each, chosen, text, number, facet.id) && holds(each, facet.id, [value])).length,
        );
        assert.deepEqual(outcome.counts(facet), counts);
      }
    }),
    { numRuns: 400 },
  );
});

for (const { columns, held, ages } of written.whole) {
  test(`every count of the real finder „${columns.kind}“ is what a loop over its records gives, over all facets, spans of years and words`, () => {
    const all = readCollection(columns);
    const names = all.facets.map(({ id }) => id);
    const values = new Map(all.facets.map(({ id, values }) => [id, values.map((value) => value.id)]));
    const own = (id, name, value) => {
      if (values.get(name).includes(value)) return (held[id][name] ?? []).includes(value);
      const [start, end] = /^schwangerschaft-/.test(value) ? [-0.75, Number(value.split("-")[1])] : value.split("-").map(Number);
      return ages[id] !== undefined && ages[id][0] < end && start < ages[id][1];
    };
    const years = fc.tuple(fc.nat(26), fc.integer({ min: 1, max: 12 })).map(([start, length]) => `${start}-${Math.min(start + length, 27)}`);
    const choices = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 }).chain((chosen) =>
      fc.tuple(
        ...chosen.map((name) => {
          const usual = fc.constantFrom(...values.get(name));
          const value = name === "alter" ? fc.oneof(usual, years, fc.constant("schwangerschaft-2")) : usual;
          return fc.tuple(fc.constant(name), fc.uniqueArray(value, { minLength: 1, maxLength: 3 }));
        }),
      ),
    );
    const words = fc.option(fc.array(fc.boolean(), { minLength: all.count, maxLength: all.count }), { nil: undefined });
    const met = new Set();
    fc.assert(
      fc.property(choices, words, (chosen, text) => {
        const hits = text && bits.none(all.count);
        text?.forEach((hit, number) => hit && bits.add(hits, number));
        const outcome = new Outcome(all, new Map(chosen), hits);
        const found = (except) =>
          all.ids.filter((id, number) =>
            (!text || text[number]) && chosen.every(([name, wanted]) => name === except || wanted.some((value) => own(id, name, value))));
        assert.equal(outcome.total, found().length);
        for (const facet of all.facets) {
          const base = found(facet.id);
          const counts = values.get(facet.id).map((value) => base.filter((id) => own(id, facet.id, value)).length);
          assert.deepEqual(outcome.counts(facet), counts, facet.id);
        }
        for (const [name] of chosen) met.add(name);
      }),
      { numRuns: 300 },
    );
    assert.deepEqual(names.filter((name) => !met.has(name)), [], "facets that no combination has met");
  });
}

test("of an empty result the filters named are those that alone stand in the way", () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), selections, (records, chosen) => {
      const selection = new Map(Object.entries(chosen).filter(([, values]) => values.length > 0));
      const outcome = new Outcome(made(records), selection);
      const expected = [...selection.keys()]
        .map((name) => ({ name, count: records.filter((each) => meets(each, chosen, undefined, 0, name)).length }))
        .filter(({ count }) => count > 0)
        .sort((left, right) => right.count - left.count);
      assert.deepEqual(outcome.drops(), expected);
      for (const { record: number, missed } of outcome.nearest()) {
        assert.deepEqual(missed, [...selection.keys()].filter((name) => !holds(records[number], name, chosen[name])));
        assert.ok(missed.length < selection.size);
      }
    }),
  );
});

test("a state comes back from its address as it was, whatever was typed", () => {
  const values = collection.facets.map((facet) => fc.subarray(facet.values.map(({ id }) => id)).map((ids) => [facet.id, ids]));
  const states = fc.record({
    text: fc.string({ unit: "binary" }),
    selection: fc.tuple(...values).map((pairs) => new Map(pairs.filter(([, ids]) => ids.length > 0))),
    order: fc.constantFrom(undefined, "neu", "ort"),
    view: fc.constantFrom("liste", "tabelle", "raster"),
  }, { noNullPrototype: true });
  fc.assert(
    fc.property(states, (state) => {
      const text = state.text.toWellFormed();
      assert.deepEqual(readState(writeState(state, collection), collection), { state: { ...state, text }, unknown: [] });
    }),
  );
});

test("no address makes reading fail, and nothing unknown gets into the state", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webQueryParameters(), fc.constantFrom("standard=%E0%A4%A", "alter=99-3", "__proto__=1")), (query) => {
      const { state } = readState(query, collection);
      for (const [facet, values] of state.selection) {
        for (const value of values) assert.ok(collection.facet.get(facet).places.has(value) || readSpan(value));
      }
    }),
  );
});

test("what an address says and nobody knows is named", () => {
  const { state, unknown } = readState("?standard=zugaenge,falsch&farbe=rot&ordnung=schnell&ansicht=karte&alter=7-5", collection);
  assert.deepEqual([...state.selection], [["standard", ["zugaenge"]]]);
  assert.deepEqual(unknown, [
    "Den Wert „falsch“ gibt es beim Filter „Standard“ nicht.",
    "Einen Filter „farbe“ gibt es nicht.",
    "Die Ordnung „schnell“ gibt es nicht.",
    "Die Ansicht „karte“ gibt es nicht.",
    "Den Wert „7-5“ gibt es beim Filter „Alter“ nicht.",
  ]);
});

test("spans of years are read as people write them", () => {
  assert.deepEqual(
    ["2-5", "12", "schwangerschaft-3", "schwangerschaft", "3-3", "5-2", "x", "-1"].map((text) => readSpan(text)?.words),
    ["2 bis 5\u00a0Jahre", "12 bis 13\u00a0Jahre", "Schwangerschaft bis 3\u00a0Jahre", "Schwangerschaft", "3 bis 4\u00a0Jahre", undefined, undefined, undefined],
  );
});

test("Python's columns are read as Python meant them", () => {
  for (const [facet, lists] of Object.entries(written.lists)) {
    const { values, sets } = collection.facet.get(facet);
    const found = Object.fromEntries(values.map(({ id }, place) => [id, collection.ids.filter((_, number) => bits.has(sets[place], number))]));
    assert.deepEqual(found, lists, facet);
  }
  for (const [span, ids] of Object.entries(written.spans)) {
    const found = overlapping(collection, readSpan(span));
    assert.deepEqual(collection.ids.filter((_, number) => bits.has(found, number)), ids, span);
  }
  const all = new Outcome(collection, new Map()).found;
  for (const [order, ids] of Object.entries(written.orders)) {
    assert.deepEqual(new Sorter(collection).sorted(all, order).map((number) => collection.ids[number]), ids, order);
  }
});

test("damaged columns are refused", () => {
  const { columns } = written;
  const cut = (facet) => ({ ...facet, rows: facet.rows.slice(0, -1) });
  for (const damaged of [
    undefined, [], "x", { ...columns, version: 2 }, { ...columns, ids: "a" }, { ...columns, facets: columns.facets.map(cut) },
    { ...columns, spans: { ...columns.spans, values: [] } }, { ...columns, newest: { rows: "" } },
  ]) {
    assert.throws(() => readCollection(damaged), Error);
  }
});

test("a table for spreadsheets has no formulas, and every line has every column", async () => {
  const texts = new Texts(collection, async () => written.texts);
  await texts.need([0, 1, 2]);
  const rows = [0, 1, 2].map((number) => exported(collection, { ...texts.line(number), title: '=1+1; "x"' }, "https://praxis.example/"));
  const table = asTable(rows);
  assert.ok(table.startsWith("\ufeffKennung;Titel;Kurz;Altersspanne;Standard;"));
  assert.ok(table.includes('"\'=1+1; ""x"""'));
  assert.equal(table.split("\r\n").length, 5);
  assert.equal(new Set(rows.map((row) => Object.keys(row).length)).size, 1);
});
