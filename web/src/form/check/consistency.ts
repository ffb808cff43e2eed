// SPDX-License-Identifier: MIT
/** Rules about several fields of one record, and about dates. Twin of `praxis/checks/consistency.py` and of the dates in `praxis/checks/fields.py`. */

import { type Data, type DataGroup, Day, isGroup, isList, type Path } from "../data";
import { germanDate } from "../../shared/german";
import type { FormKind } from "../spec";
import type { Problem } from "./problem";
import { plain } from "./words";
import type { Sound, SoundGroup } from "./validate";

/** Fields that contradict each other or are nothing without another; `data` tells what was written at all. */
export function* checkConsistency(kind: FormKind, record: SoundGroup, data: DataGroup): Generator<Problem> {
  yield* sources(data["quellen"]);
  if (kind === "praxis") yield* caseProblems(record, data);
  if (kind === "praxis" || kind === "luecke") yield* ages(record["alter"]);
  if (kind === "nachnutzung") yield* pointers(data);
  if (kind === "kommune") {
    for (const [index, programme] of groups(record["programm"])) yield* years(programme, ["programm", index]);
  }
}

function* sources(list: Data | undefined): Generator<Problem> {
  if (!list || !isList(list)) return;
  for (const [index, source] of list.entries()) {
    if (!saysNeither(source, "titel", "url")) continue;
    yield { path: ["quellen", index], rule: "quelle-leer", message: "Die Quelle hat weder Titel noch Adresse.", remedy: "Ergänzen Sie „titel“ oder „url“." };
  }
}

function saysNeither(value: Data | undefined, one: string, other: string): boolean {
  return isGroup(value) && (value[one] ?? null) === null && (value[other] ?? null) === null;
}

function* caseProblems(record: SoundGroup, data: DataGroup): Generator<Problem> {
  const period = record["zeitraum"];
  if (isSoundGroup(period)) yield* years(period, ["zeitraum"]);
  if (record["stufe"] === "geprueft" && (data["pruefvermerk"] ?? null) === null) {
    yield {
      path: ["stufe"],
      rule: "stand-prueft",
      message: "Die Stufe „geprueft“ braucht einen Prüfvermerk.",
      remedy: "Ergänzen Sie „pruefvermerk: {stelle: …, datum: …}“.",
    };
  }
  const status = record["status"];
  if (record["ende_grund"] && status && status !== "beendet" && status !== "abgebrochen") {
    yield {
      path: ["ende_grund"],
      rule: "ende-grund",
      message: `Ein Grund für das Ende passt nicht zum Status „${plain(status as string)}“.`,
      remedy: "Löschen Sie „ende_grund“, oder setzen Sie den Status auf „beendet“ oder „abgebrochen“.",
    };
  }
  const evidence = record["nachweis"];
  const number = isSoundGroup(evidence) ? evidence["quelle"] : undefined;
  const listed = data["quellen"];
  if (typeof number === "number" && listed && isList(listed) && number > listed.length) yield noSource(["nachweis", "quelle"], number);
  yield* coreIds(record["kern"]);
}

export function noSource(path: Path, number: number | string): Problem {
  return { path, rule: "quelle-nummer", message: `Eine Quelle mit der Nummer ${number} gibt es nicht.`, remedy: "Nummern zählen die Liste „quellen“ ab 1." };
}

function* coreIds(core: Sound): Generator<Problem> {
  const seen = new Map<string, number>();
  for (const [index, element] of groups(core)) {
    const id = element["id"];
    if (typeof id !== "string" || id === "") continue;
    seen.set(id, (seen.get(id) ?? 0) + 1);
    if (seen.get(id) !== 2) continue;
    yield {
      path: ["kern", index, "id"],
      rule: "kennung-doppelt",
      message: `Die Kennung „${id}“ hat schon ein anderes Kernelement dieses Falls.`,
      remedy: "Geben Sie jedem Kernelement eine eigene Kennung.",
    };
  }
}

function* ages(span: Sound): Generator<Problem> {
  if (!isSoundGroup(span)) return;
  const [from, to] = [span["von"], span["bis"]];
  if (typeof from !== "number" || typeof to !== "number" || to >= from) return;
  yield { path: ["alter"], rule: "alter-verdreht", message: "Das Alter endet, bevor es beginnt.", remedy: "Tauschen Sie „von“ und „bis“." };
}

function* years(span: SoundGroup, path: Path): Generator<Problem> {
  const [from, to] = [span["von"], span["bis"]];
  if (typeof from !== "number" || typeof to !== "number" || to >= from) return;
  yield { path, rule: "zeit-verdreht", message: "Der Zeitraum endet, bevor er beginnt.", remedy: "Tauschen Sie „von“ und „bis“." };
}

function* pointers(data: DataGroup): Generator<Problem> {
  const originals = data["praxis"];
  const listed = originals && isList(originals) ? originals.map((original, index) => [["praxis", index], original] as const) : [];
  const written: (readonly [Path, Data | undefined])[] = [...listed, [["praxis"], originals], [["kommune"], data["kommune"]]];
  for (const [path, pointer] of written) {
    if (!saysNeither(pointer, "id", "text")) continue;
    yield {
      path,
      rule: "feld-leer",
      message: "Hier steht weder eine Kennung noch ein Text.",
      remedy: "Nennen Sie die Kennung des Eintrags, oder schreiben Sie „text:“, wo es keinen Eintrag gibt.",
    };
  }
}

/** Dates that lie in the future and must not, and a review that is overdue. */
export function* checkDates(kind: FormKind, record: SoundGroup, today: string): Generator<Problem> {
  for (const [path, date] of dates(kind, record)) {
    const earliest = date instanceof Day ? date.iso : typeof date === "string" ? `${date}-01` : typeof date === "number" ? `${date}-01-01` : "";
    if (earliest <= today) continue;
    yield {
      path,
      rule: "jahr-zukunft",
      message: `${germanDate(date instanceof Day ? date.iso : String(date))} liegt in der Zukunft.`,
      remedy: "Tragen Sie das Jahr oder Datum ein, von dem die Angabe wirklich ist.",
    };
  }
  const review = record["pruefung"];
  if (review instanceof Day && review.iso < today) {
    yield {
      path: ["pruefung"],
      rule: "pruefung-faellig",
      message: `Die Prüfung war am ${germanDate(review.iso)} fällig.`,
      remedy: "Prüfen Sie die Angaben, und setzen Sie „stand“ und „pruefung“ neu.",
    };
  }
}

function* dates(kind: FormKind, record: SoundGroup): Generator<readonly [Path, Sound]> {
  for (const [index, source] of groups(record["quellen"])) yield [["quellen", index, "jahr"], source["jahr"]];
  yield [["stand"], record["stand"]];
  if (kind === "praxis") yield* datesOfCase(record);
  else if (kind === "luecke") {
    yield [["gemeldet"], record["gemeldet"]];
    for (const [index, offer] of groups(record["meldungen"])) yield [["meldungen", index, "datum"], offer["datum"]];
  } else if (kind !== "nachnutzung" || record["ergebnis"] !== "vorbereitung") yield [["jahr"], record["jahr"]];
  for (const [condition, value] of Object.entries(isSoundGroup(record["kontext"]) ? record["kontext"] : {})) {
    if (isSoundGroup(value)) yield [["kontext", condition, "stand"], value["stand"]];
  }
}

function* datesOfCase(record: SoundGroup): Generator<readonly [Path, Sound]> {
  const told = (key: string): SoundGroup => (isSoundGroup(record[key]) ? record[key] : {});
  const status = record["status"];
  if (status !== "geplant") yield [["zeitraum", "von"], told("zeitraum")["von"]];
  if (status === "beendet" || status === "abgebrochen") yield [["zeitraum", "bis"], told("zeitraum")["bis"]];
  yield [["aufwand", "stand"], told("aufwand")["stand"]];
  yield [["pruefvermerk", "datum"], told("pruefvermerk")["datum"]];
  yield [["freigabe", "datum"], told("freigabe")["datum"]];
}

export function isSoundGroup(value: Sound): value is SoundGroup {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Day);
}

/** The groups in a list with their places. */
export function* groups(list: Sound): Generator<readonly [number, SoundGroup]> {
  if (!Array.isArray(list)) return;
  for (const [index, item] of list.entries()) if (isSoundGroup(item as Sound)) yield [index, item as SoundGroup];
}
