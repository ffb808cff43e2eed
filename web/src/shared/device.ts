// SPDX-License-Identifier: MIT
/** What a reader keeps on this device, and nowhere else. Storage may be full, switched off or hold nonsense. */

const PREFIX = "praxis-";

/** Read what was kept under a name; undefined where there is nothing, or nothing that `check` accepts. */
export function recall<Value>(name: string, check: (value: unknown) => value is Value): Value | undefined {
  try {
    const text = localStorage.getItem(PREFIX + name);
    const value: unknown = text === null ? undefined : JSON.parse(text);
    return check(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keep a value; false where the device does not allow it, and it then lasts for this page only. */
export function keep(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Remove what was kept under a name. */
export function forget(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    /* then nothing was kept */
  }
}
