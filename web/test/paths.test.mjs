// SPDX-License-Identifier: MIT
// From gap to practice, without a page: addresses, the comparison with one's own place, open questions, the letter.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

globalThis.window = new EventTarget();
const paths = await import(pathToFileURL(process.env.PRAXIS_BUNDLE).href);
const data = JSON.parse(readFileSync(process.env.PRAXIS_EXPECTED, "utf8"));
const model = paths.readContextModel(data.model);
const places = paths.readPlaces(data.places);
const [visits] = data.cases;

function rowsFor(place) {
  return paths.compareHere(model, places, visits, paths.ownFacts(model, places, place), data.overview.changed);
}

test("an address names cases, a gap and nothing else; what makes no sense is named and left out", () => {
  const asked = paths.asked("?faelle=a,b,a,%3Cb%3E,../x&luecke=c&farbe=rot", ["faelle", "luecke"]);
  assert.deepEqual(asked.cases, ["a", "b"]);
  assert.equal(asked.gap, "c");
  assert.deepEqual(asked.hints, [
    "Die Angabe „farbe“ in der Adresse kennt diese Seite nicht. Sie wurde weggelassen.",
    "„<b>“ ist keine Kennung. Die Angabe wurde weggelassen.",
    "„../x“ ist keine Kennung. Die Angabe wurde weggelassen.",
  ]);
});

test("at most four cases stand side by side; the others are named", () => {
  const asked = paths.asked("?faelle=a,b,c,d,e,f", ["faelle"]);
  assert.deepEqual(asked.cases, ["a", "b", "c", "d"]);
  assert.deepEqual(asked.hints, ["Nebeneinander stehen höchstens 4 Praxisbeispiele. Weggelassen: „e“, „f“."]);
});

test("an empty address asks for nothing, and a query reads back", () => {
  assert.deepEqual(paths.asked("", ["faelle"]), {
    cases: undefined, gap: undefined, question: undefined, practice: undefined, municipality: undefined, core: [], hints: [],
  });
  const query = paths.query({ faelle: ["a", "b"], luecke: "c", praxis: undefined });
  assert.equal(query, "?faelle=a,b&luecke=c");
  assert.deepEqual(paths.asked(query, ["faelle", "luecke"]).cases, ["a", "b"]);
  assert.equal(paths.query({}), "");
});

test("a need in own words stands in the address, is cut where it is too long, and reads back", () => {
  const words = "Wer hilft uns, „früh“ & gut? 100 %";
  assert.equal(paths.asked(paths.query({ faelle: ["a"], frage: words }), ["faelle", "frage"]).question, words);
  const long = paths.asked(paths.query({ frage: "x".repeat(2500) }), ["frage"]);
  assert.equal(long.question.length, 2000);
  assert.deepEqual(long.hints, ["Die Frage in der Adresse ist zu lang. Sie wurde nach 2.000 Zeichen gekürzt."]);
});

test("every condition of the model is compared; own values go before the municipality's", () => {
  const rows = rowsFor({ municipality: "nordstadt", values: {} });
  assert.equal(rows.length, model.conditions.size);
  assert.equal(rows.find(({ id }) => id === "gemeindetyp").result, "weicht-ab");
  const told = rowsFor({ municipality: "nordstadt", values: { gemeindetyp: ["grossstadt"] } });
  assert.equal(told.find(({ id }) => id === "gemeindetyp").result, "passt");
});

test("where a condition deviates the row tells what others changed, first those who took over this very case", () => {
  const row = rowsFor({ municipality: "nordstadt", values: {} }).find(({ id }) => id === "gemeindetyp");
  assert.deepEqual(row.changed, ["Anderswo: Besuche nur auf Wunsch; Grund: weite Wege."]);
  assert.equal(row.isOfThisCase, true);
});

test("where nobody changed this case, an indispensable condition tells what was changed for other cases", () => {
  const rows = rowsFor({ municipality: null, values: { "meldedaten-zugang": ["nein"] } });
  const row = rows.find(({ id }) => id === "meldedaten-zugang");
  assert.deepEqual([row.result, row.importance, row.isOfThisCase], ["weicht-ab", "unverzichtbar", false]);
  assert.deepEqual(row.changed, ["Anderswo: Anschreiben über die Kliniken."]);
});

test("known rows come first what deviates and cannot be missing, last what fits", () => {
  const rows = rowsFor({ municipality: "nordstadt", values: { "meldedaten-zugang": ["nein"], personal: ["1-2"] } });
  assert.deepEqual(paths.knownRows(rows).map(({ id, result }) => [id, result]), [
    ["meldedaten-zugang", "weicht-ab"],
    ["gemeindetyp", "weicht-ab"],
    ["personal", "passt"],
  ]);
});

test("the summary counts in words and knows no percentage", () => {
  const rows = rowsFor({ municipality: "nordstadt", values: { personal: ["1-2"] } });
  const open = model.conditions.size - 2;
  assert.equal(paths.summary(rows), `1\u00a0passt · 1\u00a0weicht\u00a0ab · ${open}\u00a0nicht\u00a0berichtet`);
});

test("what the case cannot do without is asked first, of the side that does not tell it", () => {
  const [first] = paths.openQuestions(model, rowsFor({ municipality: "nordstadt", values: {} }));
  assert.deepEqual([first.row.id, first.whom], ["meldedaten-zugang", "hier"]);
  assert.equal(first.question, "Was gilt zu „Zugang zu Meldedaten“?");
});

test("a decisive condition of the gap is asked as early as an indispensable one, with a question of the catalogue", () => {
  const rows = rowsFor({ municipality: "nordstadt", values: { "meldedaten-zugang": ["ja"] } });
  const [first] = paths.openQuestions(model, rows, ["jugendamt"]);
  assert.deepEqual([first.row.id, first.whom], ["jugendamt", "dort"]);
  assert.equal(first.question, model.questions.find(({ condition }) => condition === "jugendamt").question);
});

test("the heading of what is open speaks of one, of few and of many", () => {
  assert.equal(paths.openHeading(0, 0), "Nichts ist offen: Zu jeder Bedingung ist auf beiden Seiten etwas bekannt.");
  assert.equal(paths.openHeading(1, 1), "1 offen – diese Frage klärt es");
  assert.equal(paths.openHeading(3, 3), "3 offen – diese Fragen klären es");
  assert.equal(paths.openHeading(17, 5), "17 offen – diese fünf Fragen lohnen sich zuerst");
});

test("the letter names the practice, the place, the questions, and the page with its date", () => {
  const text = paths.letter({
    title: "Erstbesuche", place: "Musterstadt", here: "Nordstadt", collection: "Praxis",
    address: "https://praxis.example/praxis/a.html", asOf: "Juni 2025", questions: ["Wer zahlt?", "Wie lange?"],
  });
  assert.equal(text, [
    "Betreff: 2\u00a0Fragen zu „Erstbesuche“ (Musterstadt)",
    "",
    "Guten Tag,",
    "",
    "wir prüfen, ob „Erstbesuche“ (Musterstadt) in Nordstadt gelingen kann. Die Sammlung „Praxis“ beschreibt Ihre Praxis; zu diesen Punkten ist dort noch nichts berichtet:",
    "",
    "1. Wer zahlt?",
    "2. Wie lange?",
    "",
    "Eine kurze Antwort genügt, auch „das wissen wir nicht“. Wenn Sie einverstanden sind, tragen wir Ihre Antworten mit Datum in die Sammlung ein. Dann muss niemand noch einmal fragen.",
    "",
    "Mit freundlichen Grüßen",
    "[Name und Stelle]",
    "",
    "Seite in der Sammlung: https://praxis.example/praxis/a.html (Stand der Angaben: Juni 2025)",
  ].join("\n"));
});

test("side by side every case has a cell in every row, and conditions nobody reports are summed up", () => {
  const own = { name: "Nordstadt", facts: paths.ownFacts(model, places, { municipality: "nordstadt", values: {} }) };
  const found = data.cases.map((each, at) => ({
    details: data.details[at],
    context: paths.caseContext(model, places, each),
    rows: paths.compareHere(model, places, each, own.facts, data.overview.changed),
  }));
  const groups = paths.sideBySide(model, found, own);
  for (const group of groups) for (const row of group.rows) assert.equal(row.cells.length, data.cases.length, row.label);
  const conditions = groups.find(({ title }) => title === "Bedingungen im Vergleich: Nordstadt");
  const kind = conditions.rows.find(({ label }) => label === "Gemeindetyp");
  assert.equal(kind.own, "Hier: Kleinstadt");
  assert.deepEqual(kind.cells.map(({ result, text }) => [result, text]), [["weicht-ab", "Großstadt"], [undefined, ""]]);
  assert.match(conditions.after, /^Zu .*weiteren Bedingungen? ist bei keinem dieser Beispiele etwas berichtet: /u);
  const told = paths.sideBySide(model, found, own, data.gap)[0].rows.find(({ label }) => label === "Warum es zur Lücke passen kann");
  assert.ok(told.cells[0].items.length > 0);
  const chosen = paths.sideBySide(model, found, own, { ...data.gap, reasons: {} })[0].rows[1].cells[0];
  assert.deepEqual(chosen, { text: "Von Ihnen gewählt, nicht aus den Treffern der Lücke." });
  const staff = groups.find(({ title }) => title === "Was es braucht").rows[0];
  assert.deepEqual([staff.label, staff.cells[1].text], ["Personal", undefined]);
});
