// SPDX-License-Identifier: MIT
/** The order of what is found. A record's number is its place by municipality, so that order needs no sorting. */

import { has, type Bits } from "./bits";
import { REPORT, UNREPORTED, type Collection } from "./columns";

export const ORDERS = ["relevanz", "ort", "neu", "bericht"] as const;
export type Order = (typeof ORDERS)[number];

/** All records of a collection in each order that needs no words searched for; made once. */
export class Sorter {
  private readonly made = new Map<Order, Uint32Array>();

  constructor(private readonly collection: Collection) {}

  /** The orders that this collection has. */
  get orders(): readonly Order[] {
    const reports = this.collection.facets.some(({ id }) => id.startsWith(REPORT));
    return ORDERS.filter((order) => order !== "bericht" || reports);
  }

  /** The records found, in an order; `ranked` are all hits of the words searched for, best first. */
  sorted(found: Bits, order: Order, ranked?: readonly number[]): number[] {
    const sequence = order === "relevanz" ? (ranked ?? this.all("ort")) : this.all(order);
    const records: number[] = [];
    for (const record of sequence) if (has(found, record)) records.push(record);
    return records;
  }

  private all(order: Order): Uint32Array {
    let sequence = this.made.get(order);
    if (!sequence) {
      sequence = Uint32Array.from({ length: this.collection.count }, (_, record) => record);
      const keys = order === "neu" ? this.collection.newest : order === "bericht" ? this.open() : undefined;
      if (keys) sequence.sort((left, right) => keys[left]! - keys[right]! || left - right);
      this.made.set(order, sequence);
    }
    return sequence;
  }

  /** How much a record leaves open: 2 for each entry of its card that nothing is reported of, 1 for a part. */
  private open(): Uint16Array {
    const open = new Uint16Array(this.collection.count);
    for (const facet of this.collection.facets.filter(({ id }) => id.startsWith(REPORT))) {
      const nothing = facet.sets[facet.places.get(UNREPORTED) ?? -1];
      const part = facet.sets[facet.places.get("teilweise") ?? -1];
      open.forEach((_, record) => {
        if (nothing && has(nothing, record)) open[record]! += 2;
        else if (part && has(part, record)) open[record]! += 1;
      });
    }
    return open;
  }
}
