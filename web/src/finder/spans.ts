// SPDX-License-Identifier: MIT
/** Spans of years that readers choose themselves: `2-5`, `12`, `schwangerschaft-3`. */

import { add, none, type Bits } from "./bits";
import type { Collection } from "./columns";

const PREGNANCY = "schwangerschaft";
const BEFORE_BIRTH = -0.75;
const OLDEST = 27;
const WRITTEN = new RegExp(`^(${PREGNANCY}|\\d{1,2})(?:-(\\d{1,2}))?$`);

export interface YearSpan {
  /** As it stands in the address. */
  readonly id: string;
  readonly words: string;
  /** Years, half-open. */
  readonly bounds: readonly [number, number];
}

/** The span that a text in the address means; undefined where it means none. Without an end it is that one year. */
export function readSpan(text: string): YearSpan | undefined {
  const [, first, last] = WRITTEN.exec(text) ?? [];
  if (first === undefined) return undefined;
  return spanOf(first === PREGNANCY ? undefined : Number(first), last === undefined ? undefined : Number(last));
}

/** A span from two numbers of years: no start is pregnancy, no end the one year after the start. */
export function spanOf(start: number | undefined, last: number | undefined): YearSpan | undefined {
  const end = last ?? (start === undefined ? 0 : start + 1);
  if (end < (start ?? 0) || end > OLDEST + 1 || (start ?? 0) > OLDEST) return undefined;
  const name = start === undefined ? PREGNANCY : String(start);
  const shown = start === undefined ? "Schwangerschaft" : String(start);
  if (end === start) return spanOf(start, start + 1);
  const words = end === 0 ? "Schwangerschaft" : `${shown} bis ${end}\u00a0${end === 1 ? "Jahr" : "Jahre"}`;
  return { id: `${name}-${end}`, words, bounds: [start ?? BEFORE_BIRTH, end] };
}

/** The records whose span shares some time with a span; those of all ages and of unknown age have none. */
export function overlapping(collection: Collection, span: YearSpan): Bits {
  const [start, end] = span.bounds;
  const meets = collection.spans.values.map(({ bounds }) => bounds !== undefined && bounds[0] < end && start < bounds[1]);
  const bits = none(collection.count);
  collection.spans.of.forEach((number, record) => {
    if (meets[number]) add(bits, record);
  });
  return bits;
}
