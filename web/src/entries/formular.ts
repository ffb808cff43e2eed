// SPDX-License-Identifier: MIT
/** The form: writing and changing records on the device. */

import { startForm } from "../form/app";

void startForm();
