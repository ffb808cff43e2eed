// SPDX-License-Identifier: MIT
/** The grid for one municipality or programme, counted from the columns of both finders. */

import { shared, type Bits } from "../finder/bits";
import type { Collection } from "../finder/columns";

/** A filter of the finders: the name of a facet and the id of one of its values. */
export interface Choice {
  readonly facet: string;
  readonly value: string;
  readonly title: string;
}

export interface Counts {
  readonly cases: number;
  readonly gaps: number;
}

export type CellState = "praxis" | "luecke" | "beides" | "leer";

/** What a cell holds; twin of `Cell.state` in `praxis/relations/grid.py`. */
export function stateOf({ cases, gaps }: Counts): CellState {
  if (cases > 0 && gaps > 0) return "beides";
  return cases > 0 ? "praxis" : gaps > 0 ? "luecke" : "leer";
}

/** Counts cells for one choice; gaps that were withdrawn do not count, as in the grid of all. */
export class ChosenGrid {
  private readonly cases: Bits | undefined;
  private readonly gaps: Bits | undefined;

  constructor(
    private readonly caseColumns: Collection,
    private readonly gapColumns: Collection,
    readonly choice: Choice,
  ) {
    this.cases = setOf(caseColumns, choice.facet, choice.value);
    this.gaps = withoutWithdrawn(gapColumns, setOf(gapColumns, choice.facet, choice.value));
  }

  counts(standard: string, age: string): Counts {
    return {
      cases: held(this.caseColumns, this.cases, standard, age),
      gaps: held(this.gapColumns, this.gaps, standard, age),
    };
  }
}

function setOf(collection: Collection, facet: string, value: string): Bits | undefined {
  const found = collection.facet.get(facet);
  const place = found?.places.get(value);
  return place === undefined ? undefined : found!.sets[place];
}

function withoutWithdrawn(collection: Collection, chosen: Bits | undefined): Bits | undefined {
  const withdrawn = setOf(collection, "status", "zurueckgezogen");
  return chosen && withdrawn ? chosen.map((word, at) => word & ~withdrawn[at]!) : chosen;
}

function held(collection: Collection, chosen: Bits | undefined, standard: string, age: string): number {
  const [ofStandard, ofAge] = [setOf(collection, "standard", standard), setOf(collection, "alter", age)];
  if (!chosen || !ofStandard || !ofAge) return 0;
  return shared(chosen.map((word, at) => word & ofStandard[at]!), ofAge);
}
