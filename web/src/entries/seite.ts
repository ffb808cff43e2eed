// SPDX-License-Identifier: MIT
/** On every page: the switch between light and dark, and the way into the search. */

import { startSchemeToggle } from "../shared/scheme";
import { startSearchEntry } from "../shared/search-entry";

startSchemeToggle();
startSearchEntry();
