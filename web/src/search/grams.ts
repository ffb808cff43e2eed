// SPDX-License-Identifier: MIT
/** Letter n-grams and their weights as whole numbers. Twin of `praxis/search/grams.py`. */

const UNIT = 1024;

/** Return the distinct 3-grams of `^stem$`, in order of appearance. */
export function stemGrams(stem: string): string[] {
  return distinct(`^${stem}$`, 3);
}

/** Return the distinct 4-grams of `^form`; a shorter text is its own gram. */
export function formGrams(form: string): string[] {
  return form.length < 3 ? [`^${form}`] : distinct(`^${form}`, 4);
}

function distinct(text: string, size: number): string[] {
  const grams: string[] = [];
  for (let at = 0; at + size <= text.length; at++) {
    const gram = text.slice(at, at + size);
    if (!grams.includes(gram)) grams.push(gram);
  }
  return grams;
}

/** Return ln(1 + V/n) for a gram that `holders` of `vocabulary` stems have; unseen grams count as seen once. */
export function stemGramWeight(vocabulary: number, holders: number): number {
  return roundHalfEven(UNIT * Math.log(1 + vocabulary / Math.max(holders, 1)));
}

/** Return ln(D/df), 0 for a gram that no page or more than the share `limit` of the pages has. */
export function pageGramWeight(pages: number, holders: number, limit: number): number {
  return holders > 0 && holders <= limit * pages ? roundHalfEven(UNIT * Math.log(pages / holders)) : 0;
}

/** Round as Python does. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest === 0.5) return floor % 2 === 0 ? floor : floor + 1;
  return Math.round(value);
}

/**
 * Lists of numbers by n-gram, in few large arrays instead of many small ones. `GramLists.of` walks over all texts once
 * and yields now and then, so that a browser can breathe.
 */
export class GramLists {
  private readonly keys: Float64Array;
  private readonly slots: Int32Array;

  private constructor(
    private readonly letters: Letters,
    table: GramTable,
    private readonly starts: Uint32Array,
    private readonly holders: Uint32Array,
  ) {
    this.keys = table.keys;
    this.slots = table.slots;
  }

  /** Index the texts: `prefix + text + suffix` in n-grams of `size`. */
  static *of(
    texts: readonly string[],
    [prefix, suffix]: readonly [string, string],
    size: number,
    letters: Letters,
  ): Generator<void, GramLists> {
    const table = new GramTable();
    let found = new Uint32Array(texts.length * 10 + 16);
    let used = 0;
    const ends = new Uint32Array(texts.length);
    const word = new GramWord(letters, prefix, suffix, size, table);
    for (let number = 0; number < texts.length; number++) {
      if (number % SLICE === SLICE - 1) yield;
      if (used + LONGEST_WORD > found.length) found = grown(found);
      const first = used;
      word.read(texts[number]!);
      for (let at = 0; at < word.count; at++) {
        const id = word.ids[at]!;
        let repeated = false;
        for (let other = first; other < used && !repeated; other++) repeated = found[other] === id;
        if (!repeated) found[used++] = id;
      }
      ends[number] = used;
    }
    const starts = new Uint32Array(table.size + 1);
    for (let at = 0; at < used; at++) starts[found[at]! + 1]!++;
    for (let gram = 0; gram < table.size; gram++) starts[gram + 1]! += starts[gram]!;
    yield;
    const holders = new Uint32Array(used);
    const next = starts.slice();
    for (let number = 0, at = 0; number < texts.length; number++) {
      if (number % (4 * SLICE) === 4 * SLICE - 1) yield;
      for (; at < ends[number]!; at++) holders[next[found[at]!]!++] = number;
    }
    return new GramLists(letters, table, starts, holders);
  }

  /** Return the numbers of the texts with `gram`, in order. */
  get(gram: string): Uint32Array {
    const key = this.letters.known(gram) ? this.letters.keyOf(gram) : -1;
    const id = key < 0 ? -1 : lookup(this.keys, this.slots, key);
    return id < 0 ? NONE : this.holders.subarray(this.starts[id], this.starts[id + 1]);
  }

  /** Return the numbers of the texts with gram number `gram`. */
  at(gram: number): Uint32Array {
    return this.holders.subarray(this.starts[gram], this.starts[gram + 1]);
  }

  /** The number of different grams. */
  get count(): number {
    return this.starts.length - 1;
  }
}

const SLICE = 4000;
const LONGEST_WORD = 80;
const NONE = new Uint32Array(0);

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** The grams of one word after the other; neighbours in a dictionary share their beginnings, and so their grams. */
class GramWord {
  readonly ids = new Uint32Array(LONGEST_WORD);
  count = 0;
  private codes = new Uint16Array(LONGEST_WORD);
  private before = new Uint16Array(LONGEST_WORD);
  private lengthBefore = 0;
  private readonly opening: readonly number[];
  private readonly closing: readonly number[];

  constructor(
    private readonly letters: Letters,
    prefix: string,
    suffix: string,
    private readonly size: number,
    private readonly table: GramTable,
  ) {
    this.opening = letters.codes(prefix);
    this.closing = letters.codes(suffix);
  }

  read(text: string): void {
    [this.codes, this.before] = [this.before, this.codes];
    const { codes, before, size, ids } = this;
    let length = 0;
    for (const code of this.opening) codes[length++] = code;
    for (let at = 0; at < text.length; at++) codes[length++] = this.letters.code(text.charCodeAt(at));
    for (const code of this.closing) codes[length++] = code;
    let shared = 0;
    const most = Math.min(length, this.lengthBefore);
    while (shared < most && codes[shared] === before[shared]) shared++;
    this.count = Math.max(1, length - size + 1);
    const width = Math.min(size, length);
    for (let at = Math.max(0, shared - size + 1); at < this.count; at++) {
      ids[at] = this.table.number(this.letters.key(codes, at, width));
    }
    this.lengthBefore = length;
  }
}

/** The letters that occur in an index, numbered from 1, so that a gram is one number. */
export class Letters {
  private readonly codeOf = new Uint16Array(65536);
  private base = 1;

  constructor(texts: Iterable<string>) {
    this.add("^$");
    for (const text of texts) this.add(text);
    this.base = this.base + 1;
  }

  private add(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.codeOf[code] === 0) this.codeOf[code] = this.base++;
    }
  }

  code(character: number): number {
    return this.codeOf[character]!;
  }

  codes(text: string): number[] {
    return Array.from(text, (sign) => this.code(sign.charCodeAt(0)));
  }

  known(text: string): boolean {
    for (let at = 0; at < text.length; at++) if (this.codeOf[text.charCodeAt(at)] === 0) return false;
    return true;
  }

  key(codes: ArrayLike<number>, start: number, size: number): number {
    let key = 0;
    for (let at = start; at < start + size; at++) key = key * this.base + codes[at]!;
    return key;
  }

  keyOf(gram: string): number {
    const codes = this.codes(gram);
    return this.key(codes, 0, codes.length);
  }
}

/** Numbers keys in order of appearance (open addressing). */
class GramTable {
  keys = new Float64Array(1 << 15).fill(-1);
  slots = new Int32Array(1 << 15);
  size = 0;

  number(key: number): number {
    let at = place(this.keys, key);
    if (this.keys[at] === key) return this.slots[at]!;
    if (this.size * 2 > this.keys.length) {
      this.grow();
      at = place(this.keys, key);
    }
    this.keys[at] = key;
    this.slots[at] = this.size;
    return this.size++;
  }

  private grow(): void {
    const { keys, slots } = this;
    this.keys = new Float64Array(keys.length * 2).fill(-1);
    this.slots = new Int32Array(keys.length * 2);
    for (let old = 0; old < keys.length; old++) {
      const key = keys[old]!;
      if (key < 0) continue;
      const at = place(this.keys, key);
      this.keys[at] = key;
      this.slots[at] = slots[old]!;
    }
  }
}

function place(keys: Float64Array, key: number): number {
  const mask = keys.length - 1;
  const low = key | 0;
  let at = (Math.imul(low ^ (low >>> 15), 0x2c1b3c6d) ^ Math.imul((key / 4294967296) | 0, 0x297a2d39)) >>> 7;
  at &= mask;
  while (keys[at] !== key && keys[at] !== -1) at = (at + 1) & mask;
  return at;
}

function lookup(keys: Float64Array, slots: Int32Array, key: number): number {
  const at = place(keys, key);
  return keys[at] === key ? slots[at]! : -1;
}
