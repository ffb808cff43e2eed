// SPDX-License-Identifier: MIT
/**
 * Values between file and form. In a file a text may stand for a group and one entry for a list; in the form every value
 * has its long form. Both directions, and from the place of a finding to the place in the form.
 */

import type { Group, Value } from "../shared/record_file";
import { type Data, Day, isGroup as isDataGroup, type Path } from "./data";
import type { Field, Type } from "./spec";

export function isGroup(value: Value): value is Group {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Data of a file as values of the form: days as texts, everything else as it is. */
export function asValue(data: Data): Value {
  if (data instanceof Day) return data.iso;
  if (typeof data === "boolean") return String(data);
  if (Array.isArray(data)) return data.map(asValue);
  if (!isDataGroup(data)) return data as Value;
  const group: Record<string, Value> = Object.create(null) as Record<string, Value>;
  for (const [key, value] of Object.entries(data)) group[key] = asValue(value);
  return group;
}

/** The long form of all values of a record; keys that it does not know stay. */
export function longForm(fields: readonly Field[], values: Group): Group {
  const long: Record<string, Value> = Object.create(null) as Record<string, Value>;
  for (const [key, value] of Object.entries(values)) {
    const field = fields.find((each) => each.key === key);
    long[key] = field ? longValue(field.type, value) : value;
  }
  return long;
}

/** The long form of one value. */
export function longValue(type: Type, value: Value): Value {
  if (value === null || value === undefined) return value;
  switch (type.t) {
    case "list": {
      const items = type.single && !isList(value) ? [value] : value;
      return isList(items) ? items.map((item) => longValue(type.of, item)) : items;
    }
    case "map": {
      const told = type.list && isList(value) && value.every((item) => typeof item === "string") ? byId(value) : value;
      return isGroup(told) ? mapped(told, (item) => longValue(type.of, item)) : told;
    }
    case "words":
      return isGroup(value) ? longForm(type.group.fields, value) : value;
    case "group": {
      if (value === type.unless) return value;
      if (isGroup(value)) return longForm(type.fields, value);
      return type.short === undefined || (isList(value) && !type.any) ? value : longForm(type.fields, { [type.short]: value });
    }
    default:
      return value;
  }
}

/** The form in which a value is written: short wherever that says the same. */
export function shortForm(fields: readonly Field[], values: Group): Group {
  const short: Record<string, Value> = Object.create(null) as Record<string, Value>;
  for (const [key, value] of Object.entries(values)) {
    const field = fields.find((each) => each.key === key);
    short[key] = field ? shortValue(field.type, value) : value;
  }
  return short;
}

function shortValue(type: Type, value: Value): Value {
  if (type.t === "list" && isList(value)) return value.map((item) => shortValue(type.of, item)).filter((item) => !isNothing(item));
  if (type.t === "words" && isGroup(value)) return shortForm(type.group.fields, value);
  if (type.t === "map" && isGroup(value)) {
    const told = mapped(value, (item) => shortValue(type.of, item));
    return type.list && Object.keys(told).length > 0 && Object.values(told).every(isNothing) ? Object.keys(told) : told;
  }
  if (type.t !== "group" || !isGroup(value)) return value;
  const group = shortForm(type.fields, value);
  const told = Object.keys(group).filter((key) => !isNothing(group[key]));
  if (type.short === undefined || told.length !== 1 || told[0] !== type.short) return group;
  const only = group[type.short];
  return type.any && isList(only) && only.length === 1 ? only[0] : only;
}

/** True where the form can show a value of this type; what it cannot show stays as it is. */
export function fits(type: Type, value: Value): boolean {
  if (value === null || value === undefined) return true;
  switch (type.t) {
    case "list":
      return isList(value) && value.every((item) => fits(type.of, item));
    case "map":
      return isGroup(value) && Object.values(value).every((item) => fits(type.of, item));
    case "words":
      return typeof value === "string" ? Object.hasOwn(type.of.values, value) : fits(type.group, value);
    case "group":
      return value === type.unless || (isGroup(value) && Object.entries(value).every(([key, item]) => {
        const field = type.fields.find((each) => each.key === key);
        return field !== undefined && fits(field.type, item);
      }));
    default:
      return typeof value === "string" || typeof value === "number";
  }
}

export function isNothing(value: Value): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && Object.values(value).every(isNothing);
}

/** True where both say the same; what says nothing equals what is not there. */
export function isSame(one: Value, other: Value): boolean {
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other);
  if (isList(one)) return isList(other) && one.length === other.length && one.every((item, at) => isSame(item, other[at]));
  if (!isGroup(one)) return typeof one === typeof other && (typeof one === "string" ? trimmed(one) === trimmed(other as string) : one === other);
  if (!isGroup(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => isSame(one[key], other[key]));
}

/** True where two maps of ids say the same: there the id alone says something. */
export function isSameMap(one: Value, other: Value): boolean {
  const ids = (map: Value): string => (isGroup(map) ? Object.keys(map).join() : "");
  return ids(one) === ids(other) && isSame(one, other);
}

/** Where a finding belongs in the form: empty entries of lists are not in the file, but in the form they are. */
export function formPath(path: Path, values: Group): Path {
  let current: Value = values;
  return path.map((part) => {
    const place: string | number = typeof part === "number" && isList(current) ? placeOf(current, part) : part;
    current = isList(current) && typeof place === "number" ? current[place] : isGroup(current) ? current[String(place)] : undefined;
    return place;
  });
}

function placeOf(list: readonly Value[], index: number): number {
  const told = list.flatMap((item, at) => (isNothing(item) ? [] : [at]));
  return told[index] ?? index;
}

function trimmed(text: string): string {
  return text.replace(/\r\n?/gu, "\n").trim();
}

function byId(ids: readonly Value[]): Group {
  return Object.assign(Object.create(null), Object.fromEntries(ids.map((id) => [String(id), ""]))) as Group;
}

function mapped(group: Group, change: (value: Value) => Value): Group {
  const changed: Record<string, Value> = Object.create(null) as Record<string, Value>;
  for (const [key, value] of Object.entries(group)) changed[key] = change(value);
  return changed;
}
