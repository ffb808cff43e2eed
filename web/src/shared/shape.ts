// SPDX-License-Identifier: MIT
/**
 * Reading data of unknown origin: a shape takes what it knows and copies it; everything else is left behind, and what
 * is missing or wrong is named by its place (`options[0].title`).
 */

import { isRecord } from "./checks";

/** Takes a value at a place and gives back a checked copy; throws {@link BadShape}. */
export type Shape<Value> = (value: unknown, at: string) => Value;
export type Shaped<Made> = Made extends Shape<infer Value> ? Value : never;

/** What is wrong is at `at`; empty for the whole. */
export class BadShape extends Error {
  constructor(readonly at: string) {
    super(`wrong shape at ${at || "the top"}`);
  }
}

/** A text of at most `most` characters. */
export function text(most = 20_000): Shape<string> {
  return (value, at) => {
    if (typeof value !== "string" || value.length > most) throw new BadShape(at);
    return value;
  };
}

/** One of some fixed texts. */
export function oneOf<Value extends string>(...values: readonly Value[]): Shape<Value> {
  return (value, at) => values.find((each) => each === value) ?? fail(at);
}

/** A list of at most `most` values. */
export function listOf<Value>(shape: Shape<Value>, most = 200): Shape<readonly Value[]> {
  return (value, at) => {
    if (!Array.isArray(value) || value.length > most) throw new BadShape(at);
    return value.map((each, number) => shape(each, `${at}[${number}]`));
  };
}

/** An object with these keys; others are left behind. */
export function objectOf<Shapes extends Readonly<Record<string, Shape<unknown>>>>(
  shapes: Shapes,
): Shape<{ readonly [Key in keyof Shapes]: Shaped<Shapes[Key]> }> {
  return (value, at) => {
    if (!isRecord(value)) throw new BadShape(at);
    const read = Object.entries(shapes).map(([key, shape]) => {
      return [key, shape(Object.hasOwn(value, key) ? value[key] : undefined, at ? `${at}.${key}` : key)];
    });
    return Object.fromEntries(read) as { readonly [Key in keyof Shapes]: Shaped<Shapes[Key]> };
  };
}

/** The value, or null where there is none. */
export function orNull<Value>(shape: Shape<Value>): Shape<Value | null> {
  return (value, at) => (value === null || value === undefined ? null : shape(value, at));
}

function fail(at: string): never {
  throw new BadShape(at);
}
