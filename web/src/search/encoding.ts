// SPDX-License-Identifier: MIT
/** Whole numbers as printable characters. Twin of `praxis/search/encoding.py`. */

const BASE = 92;
const ONE = 68;
const TWO = 20;
const THREE = 3;
const LIMIT_TWO = ONE + TWO * BASE;
const LIMIT_THREE = LIMIT_TWO + THREE * BASE * BASE;

const VALUES = new Int16Array(128).fill(-1);
{
  let value = 0;
  for (let code = 32; code < 127; code++) if (!'"\\<'.includes(String.fromCharCode(code))) VALUES[code] = value++;
}

/** Reads the numbers of an encoded text one after the other; throws `Error` where it is damaged. */
export class NumberReader {
  private at = 0;

  constructor(private readonly text: string) {}

  get done(): boolean {
    return this.at >= this.text.length;
  }

  next(): number {
    const lead = this.digit();
    if (lead < ONE) return lead;
    if (lead < ONE + TWO) return ONE + (lead - ONE) * BASE + this.digit();
    if (lead < ONE + TWO + THREE) {
      const high = (lead - ONE - TWO) * BASE + this.digit();
      return LIMIT_TWO + high * BASE + this.digit();
    }
    let number = 0;
    for (let digits = 0; digits < 5; digits++) number = number * BASE + this.digit();
    if (number < LIMIT_THREE) throw new Error("damaged numbers");
    return number;
  }

  private digit(): number {
    const value = VALUES[this.text.charCodeAt(this.at++) & 127]!;
    if (value < 0 || this.at > this.text.length) throw new Error("damaged numbers");
    return value;
  }
}

/** Return all numbers of an encoded text. */
export function decode(text: string): Uint32Array {
  const reader = new NumberReader(text);
  const numbers = new Uint32Array(text.length);
  let count = 0;
  while (!reader.done) numbers[count++] = reader.next();
  return numbers.slice(0, count);
}
