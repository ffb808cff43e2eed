// SPDX-License-Identifier: MIT
/*! docx (https://github.com/dolanmiu/docx), MIT License, Copyright (c) 2016 Dolan */
/** Makes Word files on the device. Large, so it is loaded only when a reader asks for such a file. */

import type { Outline } from "../paths/outline";
import { wordFile } from "../paths/outline_word";

declare global {
  // eslint-disable-next-line no-var
  var praxisWord: ((outline: Outline) => Promise<Blob>) | undefined;
}

globalThis.praxisWord = wordFile;
