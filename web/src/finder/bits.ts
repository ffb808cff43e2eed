// SPDX-License-Identifier: MIT
/** Sets of records as bits: ten thousand records are 313 words, so that every count can be had at every change. */

export type Bits = Uint32Array;

/** The empty set over `count` records. */
export function none(count: number): Bits {
  return new Uint32Array((count + 31) >>> 5);
}

/** The set of all `count` records. */
export function all(count: number): Bits {
  const bits = none(count).fill(0xffffffff);
  if (count & 31) bits[bits.length - 1] = 0xffffffff >>> (32 - (count & 31));
  return bits;
}

export function add(bits: Bits, record: number): void {
  bits[record >>> 5]! |= 1 << (record & 31);
}

export function has(bits: Bits, record: number): boolean {
  return (bits[record >>> 5]! >>> (record & 31) & 1) === 1;
}

/** Keep in `bits` what is in `others` too. */
export function intersect(bits: Bits, others: Bits): Bits {
  for (let word = 0; word < bits.length; word++) bits[word]! &= others[word]!;
  return bits;
}

/** Take into `bits` what is in `others`. */
export function unite(bits: Bits, others: Bits): Bits {
  for (let word = 0; word < bits.length; word++) bits[word]! |= others[word]!;
  return bits;
}

export function size(bits: Bits): number {
  let total = 0;
  for (let word = 0; word < bits.length; word++) total += ones(bits[word]!);
  return total;
}

/** How many records both sets hold. */
export function shared(left: Bits, right: Bits): number {
  let total = 0;
  for (let word = 0; word < left.length; word++) total += ones(left[word]! & right[word]!);
  return total;
}

/** Ones in a word of 32 bits, counted in parallel. */
function ones(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
