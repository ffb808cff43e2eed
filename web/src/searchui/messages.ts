// SPDX-License-Identifier: MIT
/** What dialog and results page say in the same words. */

import { counted, enumeration, named, numberWord } from "../shared/german";
import { element, type Child } from "../shared/dom";
import { address } from "../shared/scripts";
import type { Found } from "./session";

/** Unknown words named at most; whoever pastes a page knows what is in it. */
const MOST_NAMED = 4;
const REGISTER = "register/index.html";

/** How many hits there are. */
export function countText(found: Found): string {
  const { order } = found.results;
  return order.length === 0 ? "Keine Treffer" : counted(order.length, "Treffer", "Treffer");
}

/** What a reader must know about how it was searched; empty where there is nothing to say. */
export function notes(found: Found): string[] {
  const { unknown, phraseMissing, phraseCut, order } = found.results;
  const guessed = unknown.filter(({ instead, inParts }) => inParts || instead !== undefined);
  const texts = guessed.map(
    ({ word, instead, inParts }) => `${named(word)} kommt nirgends vor; ${inParts ? "gesucht wurden seine Teile" : `gesucht wurde „${instead}“`}.`,
  );
  const nowhere = unknown.filter((each) => !guessed.includes(each)).map(({ word }) => named(word));
  if (nowhere.length > 0) texts.push(nowhereText(nowhere));
  if (phraseMissing && order.length > 0) texts.push("Die Wörter in Anführungszeichen stehen nirgends so beieinander; gesucht wurden sie einzeln.");
  if (phraseCut) texts.push("Seiten weit hinten in der Reihenfolge wurden nicht auf die Wörter in Anführungszeichen geprüft.");
  return texts;
}

function nowhereText(words: readonly string[]): string {
  if (words.length === 1) return `${words[0]} kommt nirgends vor.`;
  const more = words.length - MOST_NAMED;
  const listed = more > 1 ? [...words.slice(0, MOST_NAMED), `${numberWord(more)} weitere Wörter`] : words;
  return `${enumeration(listed)} kommen nirgends vor.`;
}

/** A link to the register, where everything can be found without the search. */
function registerLink(): HTMLElement {
  return element("a", { href: address(REGISTER) }, "Schlagwortregister von A bis Z");
}

/** Said where the index cannot be read. */
export function failure(): Child[] {
  return ["Die Suche geht gerade nicht: Eine ihrer Dateien fehlt oder ist beschädigt. Alle Einträge finden Sie im ", registerLink(), "."];
}

/** Said where only titles can be searched. */
export function onlyTitles(): Child[] {
  return ["Durchsucht sind nur Titel und Schlagwörter, weil die Datei mit den Texten fehlt oder beschädigt ist. Alle Einträge finden Sie im ", registerLink(), "."];
}

/** What to do where nothing was found. */
export function nothingFound(): Child[] {
  return ["Suchen Sie mit weniger oder anderen Wörtern, oder sehen Sie im ", registerLink(), " nach."];
}
