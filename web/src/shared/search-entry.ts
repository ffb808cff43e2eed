// SPDX-License-Identifier: MIT
/** The way into the search from every page: a button and Ctrl+K. The search itself is loaded when it is first wanted. */

import { element } from "./dom";
import { address } from "./scripts";

declare global {
  // eslint-disable-next-line no-var
  var praxisSuchdialog: (() => void) | undefined;
}

let loading = false;

/** Let the page's search button and Ctrl+K (⌘K) open the dialog, and the start page's field lead to the results. */
export function startSearchEntry(): void {
  document.querySelector("[data-search-open]")?.addEventListener("click", open);
  document.querySelector<HTMLFormElement>("[data-search-form]")?.addEventListener("submit", (event) => {
    // The policy of the page knows no target for a form that was opened from disk.
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get("q");
    location.assign(`${address("suche/index.html")}?${new URLSearchParams({ q: String(text ?? "") })}`);
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
}

function open(): void {
  if (globalThis.praxisSuchdialog) globalThis.praxisSuchdialog();
  else if (!loading) load();
}

function load(): void {
  loading = true;
  document.head.append(element("link", { rel: "stylesheet", href: address("assets/suche.css") }));
  const script = element("script", { src: address("assets/js/suche.js") });
  script.addEventListener("load", () => {
    loading = false;
    globalThis.praxisSuchdialog?.();
  });
  // Without its script the search has a page that says what else there is.
  script.addEventListener("error", () => location.assign(address("suche/index.html")));
  document.head.append(script);
}
