// SPDX-License-Identifier: MIT
/** The search, loaded when a reader first wants it: the dialog for every page, and the results page. */

import { startResultsPage } from "../searchui/page";
import { SearchDialog } from "../searchui/dialog";

let dialog: SearchDialog | undefined;

globalThis.praxisSuchdialog = (shell) => (dialog ??= new SearchDialog(shell)).opened();

startResultsPage();
