// SPDX-License-Identifier: MIT
/** On the indexes of practice and of gaps: the finder. */

import { startFinder } from "../finder/start";

const [home, list] = ["[data-finder]", ".finder-static"].map((name) => document.querySelector<HTMLElement>(name));
if (home && list) void startFinder(home, list);
