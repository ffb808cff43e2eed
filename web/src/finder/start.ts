// SPDX-License-Identifier: MIT
/** Starting a finder on its page: beside the list that the page has anyway, which stays where anything fails. */

import { siteSearch } from "../search/site";
import { element } from "../shared/dom";
import { address, loadOnce } from "../shared/scripts";
import { Finder } from "./app";
import { readCollection } from "./columns";
import { Texts } from "./lines";
import { WordSearch } from "./words";

/** Start the finder that `home` names in `data-name` and `data-datei`; the page's own list then gives way. */
export async function startFinder(home: HTMLElement): Promise<void> {
  const { name = "", datei = "" } = home.dataset;
  try {
    const collection = readCollection(await loadOnce(name, address(datei)));
    const texts = new Texts(collection, (key, file) => loadOnce(key, address(file)));
    const finder = new Finder(collection, texts, new WordSearch(siteSearch(), collection));
    home.append(finder.frame.root);
    await finder.start();
    document.documentElement.classList.add("has-finder");
    prefetch(texts, collection.count);
  } catch {
    home.replaceChildren(
      element("p", { class: "notice" }, "Die Filter gehen gerade nicht: Eine ihrer Dateien fehlt oder ist beschädigt. Die Listen auf dieser Seite sind vollständig."),
    );
  }
}

/** Load the other texts while nobody waits, so that a change of filters need not. */
function prefetch(texts: Texts, count: number): void {
  const idle = globalThis.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 200));
  let record = 0;
  const next = (): void => {
    if (record >= count) return;
    const need = texts.need([record]);
    record += texts.chunk;
    Promise.resolve(need).then(() => idle(next), () => undefined);
  };
  idle(next);
}
