// SPDX-License-Identifier: MIT
/** On the indexes of practice and of gaps: the finder. */

import { startFinder } from "../finder/start";

const home = document.querySelector<HTMLElement>("[data-finder]");
if (home) void startFinder(home);
