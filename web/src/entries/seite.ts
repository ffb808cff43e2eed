// SPDX-License-Identifier: MIT
/**
 * On every page: the switch between light and dark, the menu of narrow screens, the way into the search and to the
 * shortlist, and the script for cases where there are some.
 */

import { startCaseTools, startShortlistLink } from "../shared/case_tools";
import { startNarrowMenu } from "../shared/menu";
import { startSchemeToggle } from "../shared/scheme";
import { startSearchEntry } from "../shared/search-entry";

startSchemeToggle();
startNarrowMenu();
startSearchEntry();
startShortlistLink();
startCaseTools();
