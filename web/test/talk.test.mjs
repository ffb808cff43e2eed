// SPDX-License-Identifier: MIT
// The transfer talk: which questions it picks, what its file holds, and the record that follows from it.

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
const [visits] = data.cases;
const [details] = data.details;
const own = paths.ownFacts(model, places, { municipality: "nordstadt", values: {} });
const rows = paths.compareHere(model, places, visits, own, data.overview.changed);
const here = { id: "nordstadt", name: "Nordstadt" };
const talk = paths.newTalk(model, details, rows, here, [], "1. Juni 2025");

test("questions of indispensable conditions come first, then of deviations, then of what is not reported", () => {
  const asked = { ...model, questions: [
    { id: "a", dimension: "institutionell", question: "A?", condition: "jugendamt" },
    { id: "b", dimension: "sozialraeumlich", question: "B?", condition: "gemeindetyp" },
    { id: "b2", dimension: "sozialraeumlich", question: "B2?", condition: "gemeindetyp" },
    { id: "c", dimension: "projektbezogen", question: "C?", condition: "meldedaten-zugang" },
    { id: "d", dimension: "institutionell", question: "D?" },
  ] };
  assert.deepEqual(paths.talkQuestions(asked, rows).map(({ question, reason }) => [question.question, reason]), [
    ["C?", "indispensable"], ["B?", "deviating"], ["B2?", "deviating"], ["A?", "unreported"],
  ]);
});

test("no more questions are picked than one talk can hold", () => {
  const questions = Array.from({ length: 60 }, (_, at) => ({ id: `q${at}`, dimension: "institutionell", question: `${at}?`, condition: "gemeindetyp" }));
  assert.equal(paths.talkQuestions({ ...model, questions }, rows).length, paths.MOST_PICKED);
});

test("each question says why it is asked", () => {
  assert.deepEqual(talk.questions.map(({ text, reason }) => [text, reason]), [
    ["Wer meldet die Geburten?", "Bedingung ist unverzichtbar: Zugang zu Meldedaten"],
    ["Wer leitet das Jugendamt?", "Bedingung ist nicht berichtet: Jugendamt"],
  ]);
});

test("some core elements can be chosen; unknown ones are left out, and none named means all", () => {
  const chosen = (core) => paths.chosenElements(paths.newTalk(model, details, rows, here, core, "heute")).map(({ id }) => id);
  assert.deepEqual(chosen([]), ["freiwillig", "kostenlos"]);
  assert.deepEqual(chosen(["kostenlos", "gibt-es-nicht"]), ["kostenlos"]);
});

test("the guide has three parts in order, and room to write where nothing is written", () => {
  const { blocks } = paths.talkOutline(model, talk);
  const parts = blocks.filter(({ kind, level }) => kind === "heading" && level === 1).map(({ text }) => text);
  assert.deepEqual(parts, ["Teil 1: Vorbereitung", "Teil 2: Austausch", "Teil 3: Nachbereitung"]);
  assert.ok(blocks.some(({ kind, text, room }) => kind === "text" && text === "" && room > 0));
});

test("a saved talk reads back as it was, and another file is refused", () => {
  assert.deepEqual(paths.readSaved(paths.TALK, paths.savedText(paths.TALK, talk)), { value: talk });
  assert.deepEqual(paths.readSaved(paths.TALK, "{}"), { message: "In der Datei steht kein Transfergespräch. Ihr Entwurf ist unverändert." });
});

const filled = {
  ...talk,
  moderator: "Landeskoordinierungsstelle",
  outcome: "laeuft",
  year: "2025",
  goal: "# Kein Titel\n- kein Punkt\n<script>alert(1)</script> [x](javascript:alert(1)) *** `code`",
  agreed: "1. Besuch im Mai",
  adaptations: [
    { ...paths.EMPTY_ADAPTATION, what: "Nur auf Wunsch: „später“", instead: "alle", kind: "zugeschnitten", condition: "gemeindetyp", because: "yes", planned: "ja", coreKept: "nein" },
    { ...paths.EMPTY_ADAPTATION, because: "ohne Inhalt" },
  ],
  newQuestions: [{ text: "Wer vertritt bei Krankheit?", dimension: "individuell", condition: "" }, paths.EMPTY_QUESTION],
};

test("the record says what was taken over only once it runs, and leaves out what was not told", () => {
  assert.deepEqual(paths.talkValues(talk, "2025-06-01").uebernommen, []);
  const values = paths.talkValues(filled, "2025-06-01");
  assert.deepEqual(values.uebernommen, ["freiwillig", "kostenlos"]);
  assert.equal(values.anpassungen.length, 1);
  assert.equal(values.offene_fragen.length, 1);
  assert.deepEqual(paths.talkValues({ ...talk, here: { id: "", name: "Südstadt" } }, "2025-06-01").kommune, { text: "Südstadt" });
});

test("the records are written for Python's check", () => {
  const write = (file) => writeFileSync(join(dirname(process.env.PRAXIS_EXPECTED), file.name), file.content);
  write(paths.talkFile(filled, "2025-06-01"));
  write(paths.talkFile({ ...talk, here: { id: "", name: "Südstadt" } }, "2025-06-01"));
});
