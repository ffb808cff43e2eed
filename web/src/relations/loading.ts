// SPDX-License-Identifier: MIT
/** Loads what comparisons and matches need, each file once for a page; works from a server and from disk. */

import { address, loadOnce } from "../shared/scripts";
import { type CaseData, type PlaceData, type Places, readPlaces } from "./cases";
import { Collection, type Overview } from "./collection";
import { type ContextModel, type ContextModelData, readContextModel } from "./model";

/** The context model; rejects with `Error` where its file cannot be read. */
export async function loadContextModel(): Promise<ContextModel> {
  return readContextModel((await load("kontextmodell")) as ContextModelData);
}

/** All municipalities with their conditions. */
export async function loadPlaces(): Promise<Places> {
  return readPlaces((await load("kommunen")) as readonly PlaceData[]);
}

/** Where the cases are, and what is common to them. */
export async function loadOverview(): Promise<Overview> {
  return (await load("abgleich")) as Overview;
}

/** One case; undefined where there is none with this id. Loads only the file it stands in. */
export async function loadCase(id: string): Promise<CaseData | undefined> {
  const { starts } = await loadOverview();
  const at = starts.filter((first) => first <= id).length - 1;
  return at < 0 ? undefined : (await loadChunk(at)).find((each) => each.id === id);
}

/** Every case, sorted by id. */
export async function loadCases(): Promise<CaseData[]> {
  const { starts } = await loadOverview();
  return (await Promise.all(starts.map((_, at) => loadChunk(at)))).flat();
}

/** Everything that matching needs. */
export async function loadCollection(): Promise<Collection> {
  const loading = Promise.all([loadContextModel(), loadPlaces(), loadOverview(), loadCases()]);
  return new Collection(...(await loading));
}

async function loadChunk(at: number): Promise<readonly CaseData[]> {
  return (await load(`abgleich-${at}`)) as readonly CaseData[];
}

function load(name: string): Promise<unknown> {
  return loadOnce(name, address(`daten/${name}.js`));
}
