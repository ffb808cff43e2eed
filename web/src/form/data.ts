// SPDX-License-Identifier: MIT
/**
 * Front matter as it is read from a file: texts, numbers, dates, lists, groups. The twin of what
 * `praxis/yaml_reader.py` gives, so that the checks see the same in the form and in the file.
 */

import keys from "../shared/record_keys.json";
import type { Group, Value } from "../shared/record_file";

const BRAND = Symbol.for("praxis-tag");

/** A day of the calendar, as `2025-06-01` in a file. The reader of files is a bundle of its own: its days are days too. */
export class Day {
  readonly [BRAND] = true;
  constructor(readonly iso: string) {}
  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && BRAND in value;
  }
  get year(): number {
    return Number(this.iso.slice(0, 4));
  }
}

export type Data = string | number | boolean | null | Day | readonly Data[] | DataGroup;
export interface DataGroup {
  readonly [key: string]: Data;
}
export type Path = readonly (string | number)[];

const DATES = new Set(keys.dates);
const ISO = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

export function isGroup(value: Data | undefined): value is DataGroup {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Day);
}

export function isList(value: Data | undefined): value is readonly Data[] {
  return Array.isArray(value);
}

/** True for a day that the calendar has, from year 1 on. */
export function isDay(text: string): boolean {
  const [, year, month, day] = ISO.exec(text) ?? [];
  if (!year || Number(year) === 0) return false;
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.toISOString().slice(0, 10) === text;
}

/** Values of the form as the file will have them: what says nothing is left out, dates are dates. */
export function asRead(values: Group): DataGroup {
  const data: Record<string, Data> = Object.create(null) as Record<string, Data>;
  for (const [key, value] of Object.entries(values)) {
    const read = readValue(key, value, key === "standards");
    if (read !== undefined) data[key] = read;
  }
  return data;
}

function readValue(key: string, value: Value, keepsEmpty = false): Data | undefined {
  if (value === null || value === undefined) return keepsEmpty ? "" : undefined;
  if (typeof value === "number") return value;
  if (typeof value === "string") return keepsEmpty && value.trim() === "" ? "" : readText(key, value);
  if (Array.isArray(value)) {
    const items = value.map((item: Value) => readValue("", item)).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  const entries = Object.entries(value as Group).map(([inner, told]) => [inner, readValue(inner, told, keepsEmpty)] as const);
  const told = entries.filter((entry): entry is readonly [string, Data] => entry[1] !== undefined);
  if (told.length === 0) return undefined;
  return Object.assign(Object.create(null), Object.fromEntries(told)) as DataGroup;
}

function readText(key: string, value: string): Data | undefined {
  const text = value.trim();
  if (text === "") return undefined;
  if (!DATES.has(key)) return text;
  if (/^[0-9]{4}$/.test(text) && !text.startsWith("0")) return Number(text);
  return isDay(text) ? new Day(text) : text;
}
