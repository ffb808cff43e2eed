// SPDX-License-Identifier: MIT
// The committee paper: what it begins with, its document, its Word file, and saved files that are not what they should be.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

globalThis.window = new EventTarget();
const paths = await import(pathToFileURL(process.env.PRAXIS_BUNDLE).href);
const data = JSON.parse(readFileSync(process.env.PRAXIS_EXPECTED, "utf8"));
const model = paths.readContextModel(data.model);
const places = paths.readPlaces(data.places);
const own = { name: "Nordstadt", facts: paths.ownFacts(model, places, { municipality: "nordstadt", values: { "meldedaten-zugang": ["nein"] } }) };
const found = data.cases.map((each, at) => ({
  details: data.details[at],
  context: paths.caseContext(model, places, each),
  rows: paths.compareHere(model, places, each, own.facts, data.overview.changed),
}));
const paper = paths.newPaper(model, data.gap, found, own, "1. Juni 2025");
const outline = paths.paperOutline(paper);

test("a paper begins with the gap in its own words and an option for each case", () => {
  assert.match(paper.need, /^Wie gelingt erreichen\?\n/u);
  assert.deepEqual(paper.options.map(({ title, place }) => [title, place]), [["Erstbesuche", "Musterstadt"], ["Praxis cafe", "Musterstadt"]]);
  assert.equal(paper.here, "Nordstadt");
});

test("a paper for a need in own words begins with these words and cites no gap", () => {
  const own_words = paths.newPaper(model, "Wie erreichen wir alle?", found, own, "1. Juni 2025");
  assert.deepEqual([own_words.need, own_words.gap.cited], ["Wie erreichen wir alle?", ""]);
});

test("differences stand with importance, what cannot be missing first; what is not reported says so", () => {
  const [visits, cafe] = paper.options;
  assert.deepEqual(visits.differences.map(({ result, condition, importance }) => [result, condition, importance]), [
    ["weicht-ab", "Zugang zu Meldedaten", "unverzichtbar"],
    ["weicht-ab", "Gemeindetyp", "hilfreich"],
  ]);
  assert.deepEqual(cafe.facts.find(({ label }) => label === "Personal"), { label: "Personal", text: "nicht berichtet" });
  assert.match(paper.finances, /^Erstbesuche \(Musterstadt\): Sachkosten nicht berichtet; Personal 1 bis 2 Stellen; Finanzierung nicht berichtet\n/u);
});

test("the document has its parts in order, six fields, and every source with its date", () => {
  const parts = outline.blocks.filter(({ kind, level }) => kind === "heading" && level === 1).map(({ text }) => text);
  assert.deepEqual(parts, ["Bedarf", "Möglichkeiten", "Offene Fragen", "Abwägung", "Beschlussvorschlag", "Finanzielle Auswirkungen", "Zuständigkeiten", "Quellen"]);
  const sheet = outline.blocks.find(({ caption }) => caption === "Gesprächsblatt mit sechs Feldern");
  assert.deepEqual(sheet.rows.map(([field]) => field.split("\n")[0]), ["Bedarf", "Passung", "Kapazität", "Belege", "Unterstützung", "Handhabbarkeit"]);
  const { items } = outline.blocks.find(({ isNumbered }) => isNumbered);
  assert.equal(items.length, 3);
  for (const item of items.slice(1)) assert.match(item, /Stand der Angaben: /u);
});

test("no part of the document has a percentage, a score or a star of its own", () => {
  assert.doesNotMatch(JSON.stringify(outline), /\d ?%|Punkte\b|★/u);
});

test("a saved paper reads back as it was", () => {
  assert.deepEqual(paths.readSaved(paths.PAPER, paths.savedText(paths.PAPER, paper)), { value: paper });
});

test("a file that is no paper gives one clear message", () => {
  const read = (content) => paths.readSaved(paths.PAPER, typeof content === "string" ? content : JSON.stringify(content)).message;
  const format = paths.PAPER.format;
  assert.equal(read("{"), "Die Datei ist beschädigt oder keine gespeicherte Arbeit: Sie enthält kein JSON. Ihr Entwurf ist unverändert.");
  assert.equal(read("[]"), "In der Datei steht keine Beschlussvorlage. Ihr Entwurf ist unverändert.");
  assert.equal(read({ format: "praxis-transfergespraech", version: 1 }), "In der Datei steht keine Beschlussvorlage. Ihr Entwurf ist unverändert.");
  assert.equal(read({ format, version: "1" }), "Die Datei ist beschädigt: Die Angabe „version“ fehlt oder ist keine Zahl. Ihr Entwurf ist unverändert.");
  assert.equal(read({ format, version: 3 }), "Die Datei stammt aus einer neueren Fassung dieser Website (Version 3, hier ist es Version 1). Bitte laden Sie die Seite neu oder öffnen Sie die Datei dort, wo sie gespeichert wurde. Ihr Entwurf ist unverändert.");
  assert.equal(read({ format, version: 1, ...paper, options: [{ ...paper.options[0], title: 7 }] }), "Die Datei ist beschädigt: Die Angabe „options[0].title“ fehlt oder hat eine falsche Form. Ihr Entwurf ist unverändert.");
  assert.equal(read({ format, version: 1, ...paper, options: Array.from({ length: 5 }, () => paper.options[0]) }), "Die Datei ist beschädigt: Die Angabe „options“ fehlt oder hat eine falsche Form. Ihr Entwurf ist unverändert.");
  assert.equal(read({ format, version: 1, ...paper, need: "x".repeat(20_001) }), "Die Datei ist beschädigt: Die Angabe „need“ fehlt oder hat eine falsche Form. Ihr Entwurf ist unverändert.");
});

test("a file that is too large is not even read", async () => {
  const file = { size: 3_400_000, text: () => assert.fail("read") };
  assert.deepEqual(await paths.openSaved(paths.PAPER, file), {
    message: "Die Datei ist mit 3,4\u00a0MB zu groß; höchstens 2\u00a0MB sind möglich. Ihr Entwurf ist unverändert.",
  });
});

test("keys that no paper has are left behind, those of an object's own making too", () => {
  const content = `{"format":"praxis-beschlussvorlage","version":1,"__proto__":{"evil":1},"onload":"x",${JSON.stringify(paper).slice(1)}`;
  const { value } = paths.readSaved(paths.PAPER, content);
  assert.deepEqual(value, paper);
  assert.equal(value.evil, undefined);
});

test("the Word file is written, also with characters that no XML file may hold", async () => {
  const hostile = { ...paper, title: "Titel \u0000\u000b\ud800 <w:b> & „Ende“", decision: "Erste Zeile\nZweite Zeile\n\nZweiter Absatz" };
  const file = await paths.wordFile(paths.paperOutline(hostile));
  writeFileSync(join(dirname(process.env.PRAXIS_EXPECTED), "vorlage.docx"), Buffer.from(await file.arrayBuffer()));
});
