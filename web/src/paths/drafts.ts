// SPDX-License-Identifier: MIT
/** Drafts that the reader works on, kept on this device until she removes them. */

import { isRecord } from "../shared/checks";
import { forget, keep, recall } from "../shared/device";
import type { Shape } from "../shared/shape";

const MOST = 40;

export interface Draft<Value> {
  readonly key: string;
  readonly title: string;
  /** When it was kept last, as an ISO time. */
  readonly kept: string;
  readonly value: Value;
}

/** All drafts of one kind. */
export class Drafts<Value> {
  constructor(
    private readonly name: string,
    private readonly shape: Shape<Value>,
  ) {}

  /** The drafts, newest first; one that is damaged is left out. */
  all(): Draft<Value>[] {
    return this.stored().flatMap((each) => {
      try {
        return [{ ...each, value: this.shape(each.value, "") }];
      } catch {
        return [];
      }
    });
  }

  get(key: string): Draft<Value> | undefined {
    return this.all().find((each) => each.key === key);
  }

  /** Keep a draft; false where the device keeps nothing more. */
  put(key: string, title: string, value: Value): boolean {
    const others = this.stored().filter((each) => each.key !== key);
    if (others.length >= MOST) return false;
    return keep(this.name, [{ key, title, kept: new Date().toISOString(), value }, ...others]);
  }

  /** Remove a draft from the device. */
  remove(key: string): void {
    const others = this.stored().filter((each) => each.key !== key);
    if (others.length > 0) keep(this.name, others);
    else forget(this.name);
  }

  /** A key that no draft has yet. */
  newKey(wanted: string): string {
    const taken = new Set(this.stored().map(({ key }) => key));
    let key = wanted;
    for (let number = 2; taken.has(key); number += 1) key = `${wanted}#${number}`;
    return key;
  }

  private stored(): Draft<unknown>[] {
    return recall(this.name, isList)?.filter(isDraft) ?? [];
  }
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function isDraft(value: unknown): value is Draft<unknown> {
  return isRecord(value) && typeof value.key === "string" && typeof value.title === "string" && typeof value.kept === "string";
}
