// SPDX-License-Identifier: MIT
/** lunr.js itself, for websites that embed the collection; our own pages do not load it. */

import lunr from "lunr";

Object.assign(globalThis, { lunr });
