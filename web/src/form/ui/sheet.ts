// SPDX-License-Identifier: MIT
/** The values of the record that is being written, in their long form, and who wants to know of changes. */

import type { Group, Value } from "../../shared/record_file";
import type { Path } from "../data";
import type { Part } from "../sections";
import { isGroup, isList } from "../shape";

type Slot = Record<string | number, Value>;

export class Sheet {
  readonly #listeners = new Set<() => void>();

  constructor(
    public values: Group,
    readonly parts: Part[],
  ) {}

  get(path: Path): Value {
    let value: Value = this.values;
    for (const part of path) value = isList(value) ? value[Number(part)] : isGroup(value) ? value[String(part)] : undefined;
    return value;
  }

  /** The text at a path; numbers as they are written in German. */
  text(path: Path): string {
    const value = this.get(path);
    if (typeof value === "number") return String(value).replace(".", ",");
    return typeof value === "string" ? value : "";
  }

  list(path: Path): readonly Value[] {
    const value = this.get(path);
    return isList(value) ? value : [];
  }

  /** Put a value in its place; undefined takes it away. Groups and lists on the way are made. */
  set(path: Path, value: Value): void {
    let slot = this as unknown as Slot;
    let key: string | number = "values";
    for (const part of path) {
      const held: Value = slot[key];
      const fresh: Value = typeof part === "number" ? [] : (Object.create(null) as Group);
      slot[key] = typeof held === "object" && held !== null && Array.isArray(held) === (typeof part === "number") ? held : fresh;
      slot = slot[key] as unknown as Slot;
      key = part;
    }
    // An entry before this one that nobody has filled in yet is there all the same.
    if (Array.isArray(slot)) for (let at = slot.length; at < Number(key); at += 1) slot[at] = null;
    if (value === undefined && !Array.isArray(slot)) delete slot[key];
    else slot[key] = value;
    this.changed();
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }
}
