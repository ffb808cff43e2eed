// SPDX-License-Identifier: MIT
/** Starting a finder on its page: beside the list that the page has anyway, which stays where anything fails. */

import { siteFilters, siteSearch } from "../search/site";
import { element } from "../shared/dom";
import { address, loadOnce } from "../shared/scripts";
import { Finder } from "./app";
import { readCollection } from "./columns";
import { Texts } from "./lines";
import { WordSearch } from "./words";

const FAILED =
  "Die Filter gehen gerade nicht: Eine ihrer Dateien fehlt oder ist beschädigt. Die Listen auf dieser Seite sind vollständig.";

/** Start the finder that `home` names in `data-name` and `data-datei`; `list`, the page's own, then gives way. */
export async function startFinder(home: HTMLElement, list: HTMLElement): Promise<void> {
  const { name = "", datei = "" } = home.dataset;
  const place = document.createComment("");
  try {
    const collection = readCollection(await loadOnce(name, address(datei)));
    const texts = new Texts(collection, (key, file) => loadOnce(key, address(file)));
    const finder = new Finder(collection, texts, new WordSearch(siteSearch(), siteFilters, collection), () => place.replaceWith(list));
    home.append(finder.frame.root);
    // Taken out, not hidden: with ten thousand links in the page, every change of the address costs a frame.
    list.replaceWith(place);
    await finder.start();
    home.dataset.finder = "bereit";
    prefetch(texts, collection.count);
  } catch {
    place.replaceWith(list);
    home.replaceChildren(element("p", { class: "notice" }, FAILED));
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
