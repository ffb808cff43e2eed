// SPDX-License-Identifier: MIT
/** On the page of the grid: the same grid for one municipality or programme, kept in the address. */

import { startGridChoice } from "../raster/choice";

startGridChoice();
