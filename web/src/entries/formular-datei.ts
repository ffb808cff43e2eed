// SPDX-License-Identifier: MIT
/*! yaml 2, Copyright Eemeli Aro, ISC License: Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies. THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE. */
/** Opening and changing record files: loaded only where somebody changes an existing record. */

import { change } from "../form/file/change";
import { decode, open, tooLarge } from "../form/file/open";

globalThis.praxisDaten?.("formular/datei", { change, decode, open, tooLarge });
