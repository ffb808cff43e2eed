// SPDX-License-Identifier: MIT
/** Sums by number, in arrays that are used again: a search that made new ones each time would keep the collector busy. */

/** Sums of values greater than 0, with the list of numbers that have one. */
export class Sums {
  readonly values: Float64Array;
  readonly touched: Uint32Array;
  count = 0;

  constructor(size: number) {
    this.values = new Float64Array(size);
    this.touched = new Uint32Array(size);
  }

  /** Add a value greater than 0. */
  add(number: number, value: number): void {
    if (this.values[number] === 0) this.touched[this.count++] = number;
    this.values[number]! += value;
  }

  clear(): void {
    for (let at = 0; at < this.count; at++) this.values[this.touched[at]!] = 0;
    this.count = 0;
  }

  largest(): number {
    let largest = 0;
    for (let at = 0; at < this.count; at++) largest = Math.max(largest, this.values[this.touched[at]!]!);
    return largest;
  }
}

/** Lends empty sums of one size. What an abandoned search never gives back is simply collected. */
export class SumsPool {
  private readonly free: Sums[] = [];

  constructor(private readonly size: number) {}

  take(): Sums {
    return this.free.pop() ?? new Sums(this.size);
  }

  give(sums: Sums): void {
    sums.clear();
    this.free.push(sums);
  }
}
