// SPDX-License-Identifier: MIT
/** Choosing for whom the grid is shown; the choice stands in the address (`?kommune=id`, `?programm=name`). */

import { readCollection } from "../finder/columns";
import { byId, refill } from "../shared/dom";
import { address, loadOnce } from "../shared/scripts";
import { ChosenGrid, type Choice } from "./model";
import { GridTable } from "./view";

/** Let the form of the page switch the grid, follow the address, and come back. */
export function startGridChoice(): void {
  const select = byId<HTMLSelectElement>("raster-fuer");
  const table = new GridTable(byId<HTMLTableElement>("raster-tabelle"));
  const show = (): void => void showChoice(chosen(select), table);
  const follow = (): void => {
    const { value, hint } = asked(select);
    select.value = value;
    showChoice(chosen(select), table).then(() => hint && say(hint), () => undefined);
  };
  select.addEventListener("change", () => {
    history.pushState(null, "", select.value === "" ? location.pathname : `?${new URLSearchParams([parted(select.value)])}`);
    show();
  });
  addEventListener("popstate", follow);
  if (location.search) follow();
}

/** Facet and value of an option (`kommune=hamm`); a value may hold the sign itself. */
function parted(option: string): [facet: string, value: string] {
  const at = option.indexOf("=");
  return [option.slice(0, at), option.slice(at + 1)];
}

/** What the address asks for, as the value of an option; a sentence where it means nothing here. */
function asked(select: HTMLSelectElement): { value: string; hint: string | undefined } {
  const known = new Set(Array.from(select.options, (option) => option.value));
  const parts = [...new URLSearchParams(location.search)].map(([facet, value]) => `${facet}=${value}`);
  const value = parts.find((part) => known.has(part)) ?? "";
  const unknown = parts.filter((part) => part !== value).map((part) => `„${part.slice(0, 60)}“`);
  return { value, hint: unknown.length > 0 ? `Nicht verstanden und weggelassen: ${unknown.join(", ")}.` : undefined };
}

function chosen(select: HTMLSelectElement): Choice | undefined {
  if (select.value === "") return undefined;
  const [facet, value] = parted(select.value);
  return { facet, value, title: select.selectedOptions[0]!.text };
}

async function showChoice(choice: Choice | undefined, table: GridTable): Promise<void> {
  const lists = byId("raster-auswahl");
  lists.hidden = choice === undefined;
  byId("raster-listen").hidden = choice !== undefined;
  byId("raster-fuer-wen").textContent = choice ? `: ${choice.title}` : "";
  if (!choice) {
    table.restore();
    say("");
    return;
  }
  try {
    const grid = new ChosenGrid(await columns("praxis"), await columns("luecke"), choice);
    table.show(grid);
    refill(lists, table.lists(grid));
    say(`Das Raster zeigt nur: ${choice.title}.`);
  } catch {
    byId<HTMLSelectElement>("raster-fuer").value = "";
    await showChoice(undefined, table);
    say("Die Auswahl geht gerade nicht: Eine Datei fehlt oder ist beschädigt. Das Raster zeigt alles.");
  }
}

async function columns(kind: string) {
  const data = byId("raster-wahl").dataset;
  return readCollection(await loadOnce(data[`${kind}Name`]!, address(data[`${kind}Datei`]!)));
}

function say(text: string): void {
  byId("raster-meldung").textContent = text;
}
