// SPDX-License-Identifier: MIT
/** Is it what it should be? For everything that comes from the device, an address or a file. */

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_ID = 200;

/** True for an id of a record or term: lower-case ASCII with hyphens. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST_ID && ID.test(value);
}

/** True for an object with keys that is no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a map holds under a key that somebody chose; never what all objects have (`constructor`). */
export function heldAt<Value>(map: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return map && Object.hasOwn(map, key) ? map[key] : undefined;
}
