// SPDX-License-Identifier: MIT
/** The menu of narrow screens is a `<details>` that works without a script; Escape closes it and returns the focus. */

export function startNarrowMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>(".site-nav--narrow");
  menu?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
