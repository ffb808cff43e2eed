// SPDX-License-Identifier: MIT
/** On every page: the switch between light and dark. */

import { startSchemeToggle } from "../shared/scheme";

startSchemeToggle();
