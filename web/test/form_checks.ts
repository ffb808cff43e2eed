// SPDX-License-Identifier: MIT
/** The checks of the form on data as JSON has it; called by tests/web/test_form_checks.py. */

import { check, WARNINGS } from "../src/form/check";
import { type Data, Day } from "../src/form/data";

/** Front matter from JSON: `{"$date": …}` stands for a day. */
function decoded(value: unknown): Data {
  if (Array.isArray(value)) return value.map(decoded);
  if (typeof value !== "object" || value === null) return value as Data;
  if ("$date" in value) return new Day(String(value.$date));
  const group: Record<string, Data> = Object.create(null);
  for (const [key, item] of Object.entries(value)) group[key] = decoded(item);
  return group;
}

export function findings(spec: never, known: never, records: { kind: never; id: string; data: unknown; text: string }[], today: string): string[][][] {
  return records.map(({ kind, id, data, text }) => {
    const found = check({ kind, id, spec, known }, decoded(data) as never, text, today);
    return found.map(({ rule, field, message, remedy }) => [rule, field ?? "", message, remedy]);
  });
}

/** The rules that stop nothing. */
export function warnings(): string[] {
  return [...WARNINGS];
}
