// SPDX-License-Identifier: MIT
/** On every page: the link to the shortlist while something is on it; and, where cases are, the script for them. */

import { counted } from "./german";
import { element } from "./dom";
import { address } from "./scripts";
import { onShortlistChange, shortlist } from "./shortlist";

/** Show how many cases are on the shortlist, with the way to their comparison; nothing while it is empty. */
export function startShortlistLink(): void {
  const row = document.querySelector(".site-header__row");
  const link = element("a", { class: "shortlist-link", href: address("vergleich/index.html") });
  const draw = (): void => {
    const count = shortlist().length;
    link.textContent = `Merkliste: ${counted(count, "Praxisbeispiel", "Praxisbeispiele")}`;
    if (count === 0) link.remove();
    else if (!link.isConnected) row?.querySelector(".site-name")?.after(link);
  };
  onShortlistChange(draw);
  draw();
}

/** Load what pages with cases need, on these pages only. */
export function startCaseTools(): void {
  if (!document.querySelector("[data-case]")) return;
  document.head.append(
    element("link", { rel: "stylesheet", href: address("assets/wege.css") }),
    element("script", { src: address("assets/js/faelle.js") }),
  );
}
