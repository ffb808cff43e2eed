// SPDX-License-Identifier: MIT
/**
 * Validating front matter against a record type, with the complaints told in German. Twin of `praxis/schema.py` and of
 * the types in `praxis/records/values.py`; what comes back is the record in its long form, without what is wrong, as
 * `praxis/salvage.py` gives it.
 */

import { type Data, type DataGroup, Day, isDay, isGroup, isList, type Path } from "../data";
import type { ChoiceType, Field, GroupType, IntType, ListType, MapType, TextType, Type, WordsType } from "../spec";
import type { Problem } from "./problem";
import { clip, didYouMean, idHint, nearest, pathText, plain } from "./words";

export const PREGNANCY = "schwangerschaft";
/** What is sound of a value: the long form, with nothing where something is wrong. */
export type Sound = string | number | Day | null | undefined | readonly Sound[] | SoundGroup;
export interface SoundGroup {
  readonly [key: string]: Sound;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ADDRESS = /^https?:\/\/[^\s<>"'\\/?#@]+(?:[/?#][^\s<>"\\]*)?$/u;
const AROUND = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/gu;
const MONTHS = ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];
const GERMAN_WORDS = new RegExp(`^(?:([0-9]{1,2})\\.\\s*)?(${MONTHS.join("|")})[a-z]*\\.?\\s+([0-9]{4})$`, "iu");
const GERMAN_FIGURES = /^([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4}|[0-9]{2})$/u;

/** What is sound of the data, and every problem of form. */
export function validate(fields: readonly Field[], data: DataGroup): { record: SoundGroup; problems: Problem[] } {
  const run = new Validation();
  const left = new Map(Object.entries(data).filter(([, value]) => value !== null));
  run.emptyFields(fields, data);
  const known: Record<string, Data> = Object.create(null) as Record<string, Data>;
  for (const [key, value] of left) known[key] = value;
  const record = run.group({ t: "group", fields }, known, []) as SoundGroup;
  return { record, problems: run.problems };
}

class Validation {
  readonly problems: Problem[] = [];
  readonly #leftEmpty = new Set<string>();

  /** Fields without a value that must have one, or that there are not. */
  emptyFields(fields: readonly Field[], data: DataGroup): void {
    for (const [key, value] of Object.entries(data)) {
      if (value !== null) continue;
      const field = fields.find((each) => each.key === key);
      if (!field) this.#unknownKey(fields, [key]);
      else if (field.required) {
        this.#add([key], "feld-leer", `Das Pflichtfeld „${key}“ ist leer.`, `Tragen Sie einen Wert ein. ${field.help}`.trim());
      }
      this.#leftEmpty.add(key);
    }
  }

  value(type: Type, given: Data, path: Path): Sound {
    const value = before(type, given);
    if (value === null && (type.none || type.unless)) return null;
    switch (type.t) {
      case "text":
      case "url":
        return this.#text(type, value, path);
      case "plain":
        return typeof value === "string" ? value.replace(AROUND, "") : this.#wrong(path, value, "ein Text", QUOTE);
      case "id":
        return this.#id(value, path);
      case "date":
        return this.#date(value, path);
      case "day":
        return value instanceof Day ? this.#inRange(value, value.year, path) : this.#noDate(value, path);
      case "year":
        return this.#year(value, path);
      case "age":
        return this.#age(value, path);
      case "int":
        return this.#int(type, value, path);
      case "choice":
        return this.#choice(type, value, path);
      case "list":
        return this.#list(type, value, path);
      case "map":
        return this.#map(type, value, path);
      case "words":
        return this.#words(type, value, path);
      case "group":
        return this.group(type, value, path);
    }
  }

  group(type: GroupType, value: Data, path: Path): Sound {
    if (!isGroup(value)) return this.#wrong(path, value, "eine Gruppe von Feldern", `Schreiben Sie ${braces(type)}, oder je Zeile eingerückt ein Feld.`);
    const sound: Record<string, Sound> = Object.create(null) as Record<string, Sound>;
    for (const field of type.fields) {
      if (Object.hasOwn(value, field.key)) sound[field.key] = this.value(field.type, value[field.key]!, [...path, field.key]);
      else if (field.required && !(path.length === 0 && this.#leftEmpty.has(field.key))) this.#missing(field, path);
    }
    for (const key of Object.keys(value)) {
      if (!type.fields.some((field) => field.key === key)) this.#unknownKey(type.fields, [...path, key]);
    }
    return sound;
  }

  #text(type: TextType, value: Data, path: Path): Sound {
    if (typeof value !== "string") return this.#wrong(path, value, "ein Text", QUOTE);
    const text = value.replace(AROUND, "");
    if (text === "") return this.#empty(path);
    if ([...text].length > type.max) {
      const length = [...value].length;
      const remedy = `Kürzen Sie ihn um mindestens ${length - type.max} Zeichen; Ausführliches gehört in den Text unter dem Kopf.`;
      return this.#add(path, "text-zu-lang", `Der Text hat ${length} Zeichen; erlaubt sind ${type.max}.`, remedy);
    }
    if (type.t === "url" && !ADDRESS.test(text)) {
      const remedy = "Adressen beginnen mit https:// oder http:// und haben keine Leerzeichen.";
      return this.#add(path, "adresse-form", `„${clip(text)}“ ist keine vollständige Adresse.`, remedy);
    }
    return text;
  }

  #id(value: Data, path: Path): Sound {
    if (typeof value !== "string") return this.#wrong(path, value, "ein Text", QUOTE);
    const text = value.replace(AROUND, "");
    if (ID.test(text)) return text;
    const hint = clip(idHint([...text].slice(0, 200).join("")), 200);
    const remedy = `Kennungen haben nur Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche. ${hint}`.trim();
    return this.#add(path, "kennung-form", `„${clip(text)}“ ist keine Kennung.`, remedy);
  }

  #date(value: Data, path: Path): Sound {
    if (value instanceof Day) return this.#inRange(value, value.year, path);
    if (Number.isInteger(value)) return this.#inRange(value as number, value as number, path);
    if (typeof value !== "string") return this.#noDate(value, path);
    if (/^[0-9]{4}$/.test(value)) return this.#inRange(Number(value), Number(value), path);
    const [, year, month] = /^([0-9]{4})-([0-9]{2})$/.exec(value) ?? [];
    if (year && Number(month) >= 1 && Number(month) <= 12) return this.#inRange(value, Number(year), path);
    return this.#noDate(value, path);
  }

  #noDate(value: Data, path: Path): Sound {
    const text = typeof value === "string" ? value.trim() : "";
    const proposal = fromGerman([...text].slice(0, 40).join(""));
    if (proposal) {
      return this.#add(path, "datum-deutsch", "Das Datum steht in deutscher Schreibweise.", `Schreiben Sie ${proposal} (Jahr-Monat-Tag).`);
    }
    const remedy = "Schreiben Sie Jahr-Monat-Tag, zum Beispiel 2025-06-01; prüfen Sie, ob es den Tag gibt.";
    return this.#add(path, "datum-form", `„${clip(plain(value))}“ ist kein Datum.`, remedy);
  }

  #inRange<Told extends Sound>(told: Told, year: number, path: Path): Told | undefined {
    return year >= 1800 && year <= 2200 ? told : this.#noYear(String(year), path);
  }

  #year(value: Data, path: Path): Sound {
    if (value instanceof Day) return this.#inRange(value.year, value.year, path);
    if (typeof value === "string" && /^[0-9]{4}$/.test(value)) return this.#inRange(Number(value), Number(value), path);
    if (!Number.isInteger(value)) return this.#noYear(plain(value), path);
    return this.#inRange(value as number, value as number, path);
  }

  #noYear(text: string, path: Path): undefined {
    const remedy = "Schreiben Sie das Jahr mit vier Ziffern, zum Beispiel 2015.";
    return this.#add(path, "jahr-form", `„${clip(text)}“ ist keine Jahreszahl.`, remedy);
  }

  #age(value: Data, path: Path): Sound {
    if (value === PREGNANCY) return -0.75;
    if (typeof value === "number" && value >= 0 && value <= 120) return value;
    return this.#add(path, "feld-typ", "Hier muss eine Zahl in Jahren oder „schwangerschaft“ stehen.", "Schreiben Sie zum Beispiel 3 oder schwangerschaft.");
  }

  #int(type: IntType, value: Data, path: Path): Sound {
    if (!Number.isInteger(value)) return this.#wrong(path, value, "eine ganze Zahl", "Schreiben Sie die Zahl ohne Anführungszeichen.");
    if ((value as number) < (type.min ?? -Infinity)) return this.#wrong(path, value, "eine Zahl ab 1", "Quellen werden ab 1 gezählt.");
    return value as number;
  }

  #choice(type: ChoiceType, value: Data, path: Path): Sound {
    const options = Object.keys(type.values);
    if (typeof value === "string" && options.includes(value)) return value;
    const hint = didYouMean(nearest(plain(value), options, 1));
    const shown = typeof value === "boolean" ? String(value) : value;
    const remedy = `${hint} Möglich sind: ${options.join(", ")}.`.trim();
    return this.#add(path, "wert-unbekannt", `„${clip(shown)}“ ist hier kein vorgesehener Wert.`, remedy);
  }

  #list(type: ListType, value: Data, path: Path): Sound {
    if (!isList(value)) return this.#wrong(path, value, "eine Liste", "Schreiben Sie [a, b] oder je Zeile „- a“.");
    if (value.length < (type.min ?? 0)) return this.#empty(path);
    return value.map((item, index) => this.value(type.of, item, [...path, index]));
  }

  #map(type: MapType, value: Data, path: Path): Sound {
    if (!isGroup(value)) {
      const inner = type.of.t === "group" ? type.of : { t: "group" as const, fields: [] };
      return this.#wrong(path, value, "eine Gruppe von Feldern", `Schreiben Sie ${braces(inner)}, oder je Zeile eingerückt ein Feld.`);
    }
    if (Object.keys(value).length < (type.min ?? 0)) return this.#empty(path);
    const sound: Record<string, Sound> = Object.create(null) as Record<string, Sound>;
    for (const [key, item] of Object.entries(value)) {
      const id = this.#id(key, [...path, key]);
      const told = this.value(type.of, item, [...path, key]);
      if (id !== undefined && told !== undefined) sound[key] = told;
    }
    return sound;
  }

  #words(type: WordsType, value: Data, path: Path): Sound {
    if (typeof value !== "string") return this.group(type.group, value, path);
    const before = this.problems.length;
    const sound = this.#choice(type.of, value, path);
    const [problem] = this.problems.splice(before);
    if (problem) this.problems.push({ ...problem, remedy: `${problem.remedy} Oder schreiben Sie ${braces(type.group)}.` });
    return sound;
  }

  #unknownKey(fields: readonly Field[], path: Path): void {
    const key = String(path.at(-1));
    const known = fields.map((field) => field.key);
    const sorted = [...known].sort((one, other) => (one < other ? -1 : 1));
    const remedy = didYouMean(nearest(key, known)) || `Löschen Sie das Feld, oder benutzen Sie eines von: ${sorted.join(", ")}.`;
    this.#add(path, "feld-unbekannt", `Das Feld „${clip(key)}“ gibt es${within(path)} nicht.`, remedy);
  }

  #missing(field: Field, above: Path): void {
    const path = [...above, field.key];
    const kind = above.length === 0 ? "Das Pflichtfeld" : "Das Feld";
    this.#add(path, "feld-fehlt", `${kind} „${field.key}“ fehlt${within(path)}.`, `Ergänzen Sie „${field.key}:“. ${field.help}`.trim());
  }

  #empty(path: Path): undefined {
    return this.#add(path, "feld-leer", "Das Feld ist leer.", "Tragen Sie einen Wert ein, oder löschen Sie das Feld, wenn nichts bekannt ist.");
  }

  #wrong(path: Path, value: Data, expected: string, remedy: string): undefined {
    if (value === null) return this.#empty(path);
    return this.#add(path, "feld-typ", `Hier muss ${expected} stehen, nicht ${kindOf(value)}.`, remedy);
  }

  #add(path: Path, rule: string, message: string, remedy: string): undefined {
    this.problems.push({ path, rule, message, remedy });
    return undefined;
  }
}

const QUOTE = "Setzen Sie den Wert in Anführungszeichen, wenn er ein Text sein soll.";

/** Short forms in their long form, and the word for unknown as nothing. */
function before(type: Type, value: Data): Data {
  if (type.unless !== undefined && value === type.unless) return null;
  if (type.t === "list" && type.single && (typeof value === "string" || isGroup(value))) return [value];
  if (type.t === "map" && type.list) return texts(value);
  if (type.short === undefined || isGroup(value)) return value;
  const isBare = ["string", "number", "boolean"].includes(typeof value);
  return isBare || type.any ? { [type.short]: value } : value;
}

function texts(value: Data): Data {
  const found: Record<string, Data> = Object.create(null) as Record<string, Data>;
  if (isList(value) && value.every((item) => typeof item === "string")) for (const item of value) found[item as string] = "";
  else if (isGroup(value)) for (const [key, text] of Object.entries(value)) found[key] = text ?? "";
  else return value;
  return found;
}

function within(path: Path): string {
  return path.length > 1 ? ` in „${pathText(path.slice(0, -1))}“` : "";
}

/** How a group of fields is written. */
function braces(type: GroupType): string {
  const needed = type.fields.filter((field) => field.required).map((field) => field.key);
  const named = type.fields.slice(0, 2).map((field) => field.key);
  const keys = needed.length > 0 ? needed : named.length > 0 ? named : ["kennung"];
  return `{${keys.map((key) => `${key}: …`).join(", ")}}`;
}

function kindOf(value: Data): string {
  if (typeof value === "boolean") return `„${String(value)}“`;
  if (typeof value === "number") return `die Zahl ${clip(value)}`;
  if (value instanceof Day) return `das Datum ${value.iso}`;
  if (isList(value)) return "eine Liste";
  return isGroup(value) ? "eine Gruppe von Feldern" : `der Text „${clip(value)}“`;
}

/** `3. März 2015`, `03.03.2015` or `März 2015` in the form that is used here, or nothing. */
export function fromGerman(text: string): string {
  const pad = (number: string, length = 2): string => number.padStart(length, "0");
  const words = GERMAN_WORDS.exec(text);
  if (words) {
    const month = pad(String(MONTHS.indexOf(words[2]!.toLowerCase()) + 1));
    if (words[1] === undefined) return `${words[3]!}-${month}`;
    const day = `${words[3]!}-${month}-${pad(words[1])}`;
    return isDay(day) ? day : "";
  }
  const figures = GERMAN_FIGURES.exec(text);
  if (!figures) return "";
  const short = Number(figures[3]);
  const year = short > 99 ? short : short + (short > 68 ? 1900 : 2000);
  const day = `${pad(String(year), 4)}-${pad(figures[2]!)}-${pad(figures[1]!)}`;
  return isDay(day) ? day : "";
}

