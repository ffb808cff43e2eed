// SPDX-License-Identifier: MIT
/** The way into the search from every page: a button and Ctrl+K. The search itself is loaded when it is first wanted. */

import { element } from "./dom";
import { resultsAddress } from "./results_address";
import { address } from "./scripts";
import { SearchShell } from "./search_shell";

declare global {
  // eslint-disable-next-line no-var
  var praxisSuchdialog: ((shell: SearchShell) => void) | undefined;
}

let shell: SearchShell | undefined;
let loading = false;

/** Let the page's search button and Ctrl+K (⌘K) open the dialog, and the start page's field lead to the results. */
export function startSearchEntry(): void {
  document.querySelector("[data-search-open]")?.addEventListener("click", open);
  document.querySelector<HTMLFormElement>("[data-search-form]")?.addEventListener("submit", (event) => {
    // The policy of the page knows no target for a form that was opened from disk.
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get("q");
    location.assign(resultsAddress(String(text ?? "")));
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
}

function open(): void {
  shell ??= new SearchShell();
  shell.open();
  if (globalThis.praxisSuchdialog) globalThis.praxisSuchdialog(shell);
  else if (!loading) load(shell);
}

function load(waiting: SearchShell): void {
  loading = true;
  document.head.append(element("link", { rel: "stylesheet", href: address("assets/suche.css") }));
  const script = element("script", { src: address("assets/js/suche.js") });
  script.addEventListener("load", () => {
    loading = false;
    globalThis.praxisSuchdialog?.(waiting);
  });
  // Without its script the search has a page that says what else there is.
  script.addEventListener("error", () => location.assign(resultsAddress(waiting.field.value)));
  document.head.append(script);
}
