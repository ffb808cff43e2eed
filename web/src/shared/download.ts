// SPDX-License-Identifier: MIT
/** Giving the reader a file that was made on her device. */

import { element } from "./dom";

/** Offer `content` as a file; `type` is its media type. */
export function download(name: string, content: string | Blob, type: string): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  element("a", { href: url, download: name }).click();
  // The browser has taken the file over by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
