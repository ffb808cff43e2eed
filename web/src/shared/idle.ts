// SPDX-License-Identifier: MIT
/** Work that may wait until nobody else has any. */

/** At the latest after so many milliseconds it is done all the same. */
const LATEST = 1000;
/** Where a browser does not tell when it is idle. */
const LATER = 50;

/** Run `act` once the page has nothing more urgent to do. */
export function whenIdle(act: () => void): void {
  const idle = globalThis.requestIdleCallback ?? ((later: () => void) => setTimeout(later, LATER));
  idle(act, { timeout: LATEST });
}
