// SPDX-License-Identifier: MIT
/**
 * A value that all scripts of a page share and the device keeps. Each entry script is a bundle of its own with its own
 * copy of this module, so a change is told through an event of the window that carries the value.
 */

import { forget, keep, recall } from "./device";

/** A kept value under one name; undefined where nothing is kept, or nothing that its check accepts. */
export class Kept<Value> {
  private readonly event: string;
  private readonly listeners = new Set<() => void>();
  private unkept: Value | undefined;

  constructor(
    private readonly name: string,
    private readonly check: (value: unknown) => value is Value,
  ) {
    this.event = `praxis-${name}`;
    window.addEventListener(this.event, (event) => {
      this.unkept = (event as CustomEvent<Value | null>).detail ?? undefined;
      this.tell();
    });
    // Another tab changed it, or the page comes back from the browser's memory of pages.
    window.addEventListener("storage", (event) => {
      if (event.key === this.event || event.key === null) this.tell();
    });
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) this.tell();
    });
  }

  /** What is kept; on a device that keeps nothing, what was chosen on this page. */
  get(): Value | undefined {
    return recall(this.name, this.check) ?? this.unkept;
  }

  /** Keep a value, or remove it with undefined; false where it lasts for this page only. */
  set(value: Value | undefined): boolean {
    const isKept = value === undefined || keep(this.name, value);
    if (value === undefined || !isKept) forget(this.name);
    window.dispatchEvent(new CustomEvent(this.event, { detail: isKept ? null : value }));
    return isKept;
  }

  /** Call `listener` after every change, also one made by another script or tab; returns how to stop that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
