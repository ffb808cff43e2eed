// SPDX-License-Identifier: MIT
/** One case or gap as `praxis/site/app_data/details.py` writes it. */

import type { Origin } from "../relations/context";
import { isId } from "../shared/checks";
import { loadShelved } from "../shared/shelves";

/** A line „term: value“; without a text it is not reported. */
export interface Line {
  readonly label: string;
  readonly text?: string;
  readonly note?: string;
}

type ByCondition<Value> = Readonly<Record<string, Value>>;

/** A case; what is missing is not reported. */
export interface CaseDetails {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  /** Address relative to the site, and the published one. */
  readonly url: string;
  readonly address: string;
  readonly place: string;
  readonly ages: string;
  readonly kind: string;
  readonly running: string;
  readonly period: string;
  readonly asOf: string;
  readonly basis: string;
  readonly standards?: readonly string[];
  readonly needs: readonly Line[];
  readonly core?: readonly { readonly id?: string; readonly text: string }[];
  readonly form?: readonly string[];
  readonly evidence: string;
  readonly experience: string;
  readonly card: readonly { readonly title: string; readonly state: string; readonly missing?: readonly string[] }[];
  readonly contact: { readonly office: string; readonly email?: string; readonly phone?: string; readonly url?: string };
  readonly cited: string;
}

/** A gap, with why cases were found for it. */
export interface GapDetails {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly url: string;
  readonly address: string;
  readonly origin: string;
  readonly place?: string;
  readonly reported: string;
  readonly ages: string;
  readonly topics?: readonly string[];
  /** What is known of the place that asks. */
  readonly context?: ByCondition<{
    readonly values: readonly string[];
    readonly asOf?: string;
    readonly note?: string;
    readonly origin: Origin;
  }>;
  readonly decisive?: readonly string[];
  readonly tried?: readonly { readonly what: string; readonly result?: string }[];
  /** Case → why it was found for the gap, each a sentence. */
  readonly reasons?: ByCondition<readonly string[]>;
}

/** Load a case; undefined where there is none with this id. */
export function loadCaseDetails(id: string): Promise<CaseDetails | undefined> {
  return load("faelle", id) as Promise<CaseDetails | undefined>;
}

/** Load a gap; undefined where there is none with this id. */
export function loadGapDetails(id: string): Promise<GapDetails | undefined> {
  return load("luecken", id) as Promise<GapDetails | undefined>;
}

async function load(folder: string, id: string): Promise<unknown> {
  if (!isId(id)) return undefined;
  try {
    return await loadShelved(folder, id);
  } catch {
    return undefined;
  }
}
