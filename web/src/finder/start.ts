// SPDX-License-Identifier: MIT
/** Starting a finder on its page: beside the list that the page has anyway, which stays where anything fails. */

import { siteFilters, siteSearch } from "../search/site";
import { element } from "../shared/dom";
import { whenIdle } from "../shared/idle";
import { address, loadOnce } from "../shared/scripts";
import { Finder } from "./app";
import { readCollection } from "./columns";
import { Texts } from "./lines";
import { WordSearch } from "./words";

const FAILED =
  "Die Filter gehen gerade nicht: Eine ihrer Dateien fehlt oder ist beschädigt. Die Listen auf dieser Seite führen ohne Filter zu allem.";

/** Milliseconds without data after which readers get the page's own list meanwhile. */
const PATIENCE = 4000;

/**
 * Start the finder that `home` names in `data-name` and `data-datei`. It stands in for `list`, the page's own, which is
 * taken out, not hidden: hundreds of links more in the page would make every change of the address slower.
 */
export async function startFinder(home: HTMLElement, list: HTMLElement): Promise<void> {
  const { name = "", datei = "" } = home.dataset;
  const place = document.createComment("");
  const giveBack = (): void => place.replaceWith(list);
  list.replaceWith(place);
  const impatient = setTimeout(giveBack, PATIENCE);
  try {
    const collection = readCollection(await loadOnce(name, address(datei)));
    const texts = new Texts(collection, (key, file) => loadOnce(key, address(file)));
    const finder = new Finder(collection, texts, new WordSearch(siteSearch(), siteFilters, collection), giveBack);
    home.append(finder.frame.root);
    if (list.isConnected) list.replaceWith(place);
    await finder.start();
    home.dataset.finder = "bereit";
    prefetch(texts, collection.count);
  } catch {
    giveBack();
    home.replaceChildren(element("p", { class: "notice" }, FAILED));
  } finally {
    clearTimeout(impatient);
  }
}

/** Load the other texts while nobody waits, so that a change of filters need not. */
function prefetch(texts: Texts, count: number): void {
  let record = 0;
  const next = (): void => {
    if (record >= count) return;
    const need = texts.need([record]);
    record += texts.chunk;
    Promise.resolve(need).then(() => whenIdle(next), () => undefined);
  };
  whenIdle(next);
}
