// SPDX-License-Identifier: MIT
/** On every page: the switch between light and dark, the menu of narrow screens, and the way into the search. */

import { startNarrowMenu } from "../shared/menu";
import { startSchemeToggle } from "../shared/scheme";
import { startSearchEntry } from "../shared/search-entry";

startSchemeToggle();
startNarrowMenu();
startSearchEntry();
