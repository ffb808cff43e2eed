// SPDX-License-Identifier: MIT
/** The cases a reader holds side by side, each with its comparison with one's own place or with the gap's. */

import { type CaseData, type Places, caseContext } from "../relations/cases";
import type { Fact, Facts } from "../relations/context";
import { loadCase, loadContextModel, loadOverview, loadPlaces } from "../relations/loading";
import type { Overview } from "../relations/collection";
import type { ContextModel } from "../relations/model";
import { ownPlace } from "../shared/own_place";
import { unknownRecord } from "./asked";
import { type CaseDetails, type GapDetails, loadCaseDetails, loadGapDetails } from "./details";
import { compareHere, type HereRow, ownFacts } from "./here";
import { ownPlaceName } from "./place_panel";

/** What is loaded once for a page. */
export interface Desk {
  readonly model: ContextModel;
  readonly places: Places;
  readonly overview: Overview;
  readonly cases: readonly { readonly details: CaseDetails; readonly data: CaseData }[];
  readonly gap: GapDetails | undefined;
  /** What was asked for and is not there. */
  readonly hints: readonly string[];
}

/** A case with its context and its comparison; without a place to compare with, every row is open. */
export interface Candidate {
  readonly details: CaseDetails;
  readonly context: Facts;
  readonly rows: readonly HereRow[];
}

/** Whose conditions are on the other side: one's own place, else the gap's, else nobody's. */
export interface OwnSide {
  readonly name: string | undefined;
  readonly facts: Facts;
}

/** Load the cases and the gap; what is not there is named and left out. */
export async function loadDesk(ids: readonly string[], gapId: string | undefined): Promise<Desk> {
  const [model, places, overview, gap, ...found] = await Promise.all([
    loadContextModel(),
    loadPlaces(),
    loadOverview(),
    gapId ? loadGapDetails(gapId) : undefined,
    ...ids.map(loadBoth),
  ]);
  const cases = found.filter((each) => each !== undefined);
  const missing = ids.filter((id) => !cases.some(({ details }) => details.id === id));
  const hints = missing.map((id) => unknownRecord("Das Praxisbeispiel", id));
  if (gapId && !gap) hints.push(unknownRecord("Die Lücke", gapId));
  return { model, places, overview, cases, gap, hints };
}

/** The list of all cases is asked first: a file that is not there would be an error of the browser. */
async function loadBoth(id: string): Promise<Desk["cases"][number] | undefined> {
  const data = await loadCase(id);
  const details = data && (await loadCaseDetails(id));
  return details && { data, details };
}

/** One's own side, as it is now. */
export function ownSide({ model, places, gap }: Desk): OwnSide {
  const place = ownPlace();
  if (place) return { name: ownPlaceName(places) ?? "Ihr Ort", facts: ownFacts(model, places, place) };
  if (!gap?.context) return { name: undefined, facts: new Map() };
  const facts = Object.entries(gap.context).map(([condition, fact]): [string, Fact] => [condition, { condition, ...fact }]);
  return { name: gap.place ?? "Ort der Lücke", facts: new Map(facts) };
}

/** The cases beside one's own side. */
export function candidates(desk: Desk, own: OwnSide): Candidate[] {
  const { model, places, overview } = desk;
  return desk.cases.map(({ details, data }) => ({
    details,
    context: caseContext(model, places, data),
    rows: compareHere(model, places, data, own.facts, overview.changed),
  }));
}
