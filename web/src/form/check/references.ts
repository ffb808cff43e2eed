// SPDX-License-Identifier: MIT
/** What a record names: terms, other records, former ids, origins. Twin of `praxis/checks/relations.py`, `former_ids.py` and `origins.py`. */

import { heldAt } from "../../shared/checks";
import type { Path } from "../data";
import type { Condition, FormKind, Known, Spec } from "../spec";
import { recordPath } from "../../shared/record_file";
import { groups, isSoundGroup } from "./consistency";
import type { Problem } from "./problem";
import type { Sound, SoundGroup } from "./validate";
import { clip, didYouMean, nearest } from "./words";

const LABELS: Readonly<Record<string, string>> = {
  praxis: "Den Fall",
  kommune: "Die Kommune",
  treffen: "Das Treffen",
  standard: "Den Standard",
  thema: "Das Thema",
  uebergang: "Den Übergang",
  bedingung: "Die Bedingung",
};
const FROM_THE_VOCABULARY = "Nehmen Sie eine Kennung aus dem Vokabular.";
const RESERVED = "index";

export interface Place {
  readonly kind: FormKind;
  readonly id: string;
  readonly spec: Spec;
  readonly known: Known;
}

/** Everything that shows only with the rest of the collection at hand. */
export function* checkReferences(record: SoundGroup, place: Place): Generator<Problem> {
  for (const [path, kind, id] of references(record, place.kind)) {
    if (typeof id === "string" && id !== "" && !idsOf(kind, place).includes(id)) yield unknownId(path, kind, id, place);
  }
  yield* contextProblems(record, place.spec.conditions);
  if (place.kind === "luecke") yield* statusProblems(record);
  if (place.kind === "nachnutzung") yield* coreProblems(record, place.known);
  yield* formerProblems(record, place);
  if (place.kind === "praxis") yield* originProblems(record, place);
}

function idsOf(kind: string, { spec, known, kind: own, id }: Place): string[] {
  if (kind === "bedingung") return Object.keys(spec.conditions);
  if (kind === "standard" || kind === "thema" || kind === "uebergang") return Object.keys(spec.terms[kind]);
  const ids = Object.keys(known.entries[kind] ?? {});
  return kind === own && id && !ids.includes(id) ? [...ids, id] : ids;
}

function unknownId(path: Path, kind: string, id: string, place: Place): Problem {
  const isTerm = kind in place.spec.terms || kind === "bedingung";
  const advice = isTerm ? FROM_THE_VOCABULARY : "Prüfen Sie die Kennung (Dateiname ohne „.md“), oder legen Sie den Eintrag an.";
  return {
    path,
    rule: isTerm ? "begriff-unbekannt" : "verweis-unbekannt",
    message: `${LABELS[kind] ?? "Den Eintrag"} „${clip(id)}“ gibt es ${isTerm ? "im Vokabular" : "in der Sammlung"} nicht.`,
    remedy: didYouMean(nearest(id, idsOf(kind, place))) || advice,
  };
}

type Reference = readonly [Path, string, Sound];

function* references(record: SoundGroup, kind: FormKind): Generator<Reference> {
  const all = function* (key: string, named: string): Generator<Reference> {
    const list = record[key];
    if (Array.isArray(list)) for (const [index, id] of (list as Sound[]).entries()) yield [[key, index], named, id];
  };
  if (kind === "praxis") {
    yield [["kommune"], "kommune", record["kommune"]];
    for (const id of Object.keys(isSoundGroup(record["standards"]) ? record["standards"] : {})) yield [["standards", id], "standard", id];
    yield* all("uebergaenge", "uebergang");
    yield* all("herkunft", "praxis");
  } else if (kind === "luecke") {
    yield [["kommune"], "kommune", record["kommune"]];
    yield [["vorgestellt_von"], "kommune", record["vorgestellt_von"]];
    yield [["treffen"], "treffen", record["treffen"]];
    yield* all("standards", "standard");
    yield* all("entscheidend", "bedingung");
    for (const [index, offer] of groups(record["meldungen"])) {
      yield [["meldungen", index, "kommune"], "kommune", offer["kommune"]];
      yield [["meldungen", index, "praxis"], "praxis", offer["praxis"]];
    }
    for (const [index, answer] of groups(record["antworten"])) yield [["antworten", index, "praxis"], "praxis", answer["praxis"]];
  } else if (kind === "nachnutzung") {
    for (const [index, original] of groups(record["praxis"])) yield [["praxis", index], "praxis", original["id"]];
    if (isSoundGroup(record["kommune"])) yield [["kommune"], "kommune", record["kommune"]["id"]];
    yield [["neue_praxis"], "praxis", record["neue_praxis"]];
    for (const [index, { weil: reason }] of groups(record["anpassungen"])) {
      if (isSoundGroup(reason)) yield [["anpassungen", index, "weil", "bedingung"], "bedingung", reason["bedingung"]];
    }
    for (const [index, question] of groups(record["offene_fragen"])) yield [["offene_fragen", index, "bedingung"], "bedingung", question["bedingung"]];
  }
  if (kind === "praxis" || kind === "luecke") yield* all("themen", "thema");
}

function* contextProblems(record: SoundGroup, conditions: Readonly<Record<string, Condition>>): Generator<Problem> {
  for (const [id, value] of Object.entries(isSoundGroup(record["kontext"]) ? record["kontext"] : {})) {
    const condition = Object.hasOwn(conditions, id) ? conditions[id] : undefined;
    if (!condition) {
      const remedy = didYouMean(nearest(id, Object.keys(conditions))) || FROM_THE_VOCABULARY;
      yield { path: ["kontext", id], rule: "begriff-unbekannt", message: `Die Bedingung „${clip(id)}“ gibt es im Vokabular nicht.`, remedy };
      continue;
    }
    const values = isSoundGroup(value) && Array.isArray(value["wert"]) ? (value["wert"] as Sound[]) : [];
    for (const text of values) yield* optionProblem(["kontext", id, "wert"], text, condition);
  }
  for (const key of ["aufwand", "grenzen"]) {
    const effort = record[key];
    if (!isSoundGroup(effort)) continue;
    for (const id of ["personal", "sachkosten", "anlauf"]) {
      const condition = conditions[id];
      if (condition && effort[id]) yield* optionProblem([key, id], effort[id], condition);
    }
  }
}

function* optionProblem(path: Path, value: Sound, condition: Condition): Generator<Problem> {
  const text = String((value as string | undefined) ?? "");
  const options = Object.keys(condition.optionen);
  if (options.includes(text)) return;
  const hint = didYouMean(nearest(text, options, 1));
  yield {
    path,
    rule: "wert-unbekannt",
    message: `„${clip(text)}“ ist kein Wert der Bedingung „${condition.titel}“.`,
    remedy: `${hint} Möglich sind: ${options.join(", ")}.`.trim(),
  };
}

/** Status and entries disagree; what reuse records say to it shows only in `praxis check`. */
function* statusProblems(record: SoundGroup): Generator<Problem> {
  // An entry that cannot be read is a hole in the list.
  const entries = (key: string): SoundGroup[] => [...groups(record[key])].map(([, entry]) => entry);
  const status = String((record["status"] as string | undefined) ?? "");
  const isEntered: Readonly<Record<string, boolean>> = {
    angebote: entries("meldungen").length > 0,
    "im-austausch": entries("meldungen").some((offer) => TALKS.includes(String(offer["stand"]))),
    beantwortet: entries("antworten").length > 0,
  };
  const place = STEPS.indexOf(status);
  if (place < 0) return;
  const furthest = [...STEPS].reverse().find((step) => isEntered[step]);
  if (furthest !== undefined && STEPS.indexOf(furthest) > place) {
    yield statusProblem(status, IS_ENTERED[furthest]!, `Prüfen Sie, ob „${furthest}“ zutrifft.`);
  } else if (isEntered[status] === false) {
    yield statusProblem(status, IS_MISSING[status]!, "Tragen Sie ein, was geschehen ist, oder ändern Sie den Status.");
  }
}

const TALKS = ["vereinbart", "gefuehrt", "nachbereitet"];
const STEPS = ["offen", "angebote", "im-austausch", "in-erprobung", "beantwortet"];
const IS_ENTERED: Readonly<Record<string, string>> = {
  angebote: "eine Meldung eingetragen ist",
  "im-austausch": "ein Gespräch vereinbart oder geführt ist",
  beantwortet: "eine Antwort bestätigt ist",
};
const IS_MISSING: Readonly<Record<string, string>> = {
  angebote: "keine Meldung eingetragen ist",
  "im-austausch": "kein Gespräch vereinbart oder geführt ist",
  beantwortet: "keine Antwort bestätigt ist",
};

function statusProblem(status: string, clause: string, remedy: string): Problem {
  return { path: ["status"], rule: "status-widerspruch", message: `Der Status ist „${status}“, obwohl ${clause}.`, remedy };
}

/** Core elements taken over that the original cases do not name; not checked where an original has no entry. */
function* coreProblems(record: SoundGroup, known: Known): Generator<Problem> {
  const originals = [...groups(record["praxis"])].map(([, original]) => heldAt(known.entries["praxis"], String(original["id"])));
  if (!originals.every((entry) => entry !== undefined)) return;
  const cores = originals.flatMap((entry) => Object.keys(entry.core ?? {}));
  const adopted = Array.isArray(record["uebernommen"]) ? (record["uebernommen"] as Sound[]) : [];
  for (const [index, id] of adopted.entries()) {
    if (typeof id !== "string" || id === "" || cores.includes(id)) continue;
    yield {
      path: ["uebernommen", index],
      rule: "verweis-unbekannt",
      message: `Das Kernelement „${clip(id)}“ gibt es im übernommenen Fall nicht.`,
      remedy: didYouMean(nearest(id, cores)) || "Kernelemente haben ihre Kennung unter „kern“ im Fall.",
    };
  }
}

function* formerProblems(record: SoundGroup, place: Place): Generator<Problem> {
  const list = Array.isArray(record["frueher"]) ? (record["frueher"] as Sound[]) : [];
  const own = new Set<string>();
  for (const [index, former] of list.entries()) {
    if (typeof former !== "string" || former === "") continue;
    const other = heldAt(place.known.former[place.kind], former);
    const path = recordPath(place.kind, place.id);
    let message = "";
    if (idsOf(place.kind, place).includes(former)) message = `Die frühere Kennung „${former}“ gehört zu ${recordPath(place.kind, former)}.`;
    else if (former === RESERVED) message = `Unter der früheren Kennung „${former}“ steht eine erzeugte Seite.`;
    else if (other && other !== path) message = `Die frühere Kennung „${former}“ nennt schon ${other}.`;
    else if (own.has(former)) message = `Die frühere Kennung „${former}“ nennt schon ${path}.`;
    own.add(former);
    if (message) yield { path: ["frueher", index], rule: "kennung-frueher", message, remedy: "Streichen Sie die Kennung hier; unter einer Adresse kann nur eines stehen." };
  }
}

/** A case that is, over others, its own origin: told at this case, whichever case of the circle it is. */
function* originProblems(record: SoundGroup, { id, known }: Place): Generator<Problem> {
  const cases = known.entries["praxis"] ?? {};
  const own = (Array.isArray(record["herkunft"]) ? (record["herkunft"] as Sound[]) : []).filter((origin) => typeof origin === "string");
  const originsOf = (name: string): readonly string[] => (name === id ? own : (heldAt(cases, name)?.origins ?? []));
  const cameFrom = new Map<string, string>();
  const waiting = [id];
  for (let current = waiting.shift(); current !== undefined; current = waiting.shift()) {
    for (const origin of originsOf(current)) {
      if (origin === id) {
        const circle = wayBack(current, cameFrom, id);
        const message = circle.length > 2
          ? `Die Fälle nennen einander im Kreis als Herkunft: ${shortened(circle).join(" → ")}.`
          : "Der Fall nennt sich selbst als Herkunft.";
        const index = (record["herkunft"] as Sound[]).indexOf(circle[1]);
        yield { path: ["herkunft", index], rule: "herkunft-kreis", message, remedy: "Nennen Sie als Herkunft nur ältere Fälle; streichen Sie einen der Verweise." };
        return;
      }
      if (Object.hasOwn(cases, origin) && !cameFrom.has(origin)) {
        cameFrom.set(origin, current);
        waiting.push(origin);
      }
    }
  }
}

function wayBack(last: string, cameFrom: ReadonlyMap<string, string>, id: string): string[] {
  const way = [id];
  for (let step: string | undefined = last; step !== undefined && step !== id; step = cameFrom.get(step)) way.unshift(step);
  return [id, ...way];
}

function shortened(circle: readonly string[], limit = 8): readonly string[] {
  return circle.length > limit ? [...circle.slice(0, limit - 2), "…", ...circle.slice(-2)] : circle;
}
