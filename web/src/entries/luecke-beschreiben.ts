// SPDX-License-Identifier: MIT
/** `luecke-beschreiben/index.html`: state a need, see at once which practice may answer it, and why. */

import { startDescribing } from "../describe/app";
import { startTool } from "../paths/tool_page";

startTool(startDescribing);
