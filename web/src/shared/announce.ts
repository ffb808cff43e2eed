// SPDX-License-Identifier: MIT
/** Telling screen readers what changed: one polite message after things have settled. */

import { rewrite } from "./dom";

const SETTLED = 600;

/** A function that writes its text into a live region once no newer text has come for a while. */
export function announcer(region: HTMLElement): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      rewrite(region, text);
    }, SETTLED);
  };
}
