// SPDX-License-Identifier: MIT
/** The reader's own choice of light or dark; `assets/scheme.js` applies it before the first paint. */

const KEY = "praxis-darstellung";

/** Let the button of the page's head switch, and show which choice holds. */
export function startSchemeToggle(): void {
  const root = document.documentElement;
  const button = document.querySelector("[data-scheme-toggle]");
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = (): boolean => (root.dataset.scheme ? root.dataset.scheme === "dunkel" : system.matches);
  const show = (): void => button?.setAttribute("aria-pressed", String(isDark()));
  button?.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "hell" : "dunkel";
    try {
      localStorage.setItem(KEY, root.dataset.scheme);
    } catch {
      /* the choice then lasts for this page only */
    }
    show();
  });
  system.addEventListener("change", show);
  show();
}
