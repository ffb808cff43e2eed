// SPDX-License-Identifier: MIT
/**
 * Changing a record's file where its values changed, and nowhere else: comments, order, quotes and unknown keys stay
 * sign by sign. What was written is read back; where that says something else, the whole front matter is written anew.
 */

import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import { entryText, fieldText, type Group, type Kind, recordHead, scalarText, type Value } from "../../shared/record_file";
import keys from "../../shared/record_keys.json";
import { asValue, isGroup, isList, isNothing, isSame, isSameMap, longForm, longValue, shortForm } from "../shape";
import type { Field, Type } from "../spec";
import { dataOf, open, type Opened } from "./open";

export interface Changed {
  readonly text: string;
  /** False where the front matter had to be written anew as a whole. */
  readonly isKept: boolean;
}
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
type Located = Node & { range: [number, number, number] };

/** The file with new values (long form) and a new body. */
export function change(opened: Opened, kind: Kind, fields: readonly Field[], values: Group, body: string): Changed {
  const head = opened.text.slice(opened.head.start, opened.head.end);
  const before = longForm(fields, asValue(opened.data) as Group);
  if (sameRecord(before, values) && body === opened.body) return { text: restored(opened, opened.text), isKept: true };
  const edited = new Editor(head, kind, fields).head(opened.map, before, values);
  const below = body === opened.body || body.startsWith("\n") || body === "" ? body : `\n${body}`;
  const tail = opened.text.slice(opened.head.end, opened.text.length - opened.body.length) + below;
  for (const candidate of [edited, recordHead(kind, shortForm(fields, values))]) {
    const text = opened.text.slice(0, opened.head.start) + candidate + tail;
    const again = open(text);
    if (!("message" in again) && sameRecord(longForm(fields, asValue(again.data) as Group), values)) {
      return { text: restored(opened, text), isKept: candidate === edited };
    }
  }
  return { text: restored(opened, opened.text.slice(0, opened.head.start) + edited + tail), isKept: true };
}

function sameRecord(one: Group, other: Group): boolean {
  return isSame(one, other) && isSameMap(one["standards"], other["standards"]);
}

function restored({ mark, lineEnd }: Opened, text: string): string {
  return mark + (lineEnd === "\n" ? text : text.replaceAll("\n", lineEnd));
}

class Editor {
  readonly #edits: Edit[] = [];

  constructor(
    private readonly text: string,
    private readonly kind: Kind,
    private readonly fields: readonly Field[],
  ) {}

  /** The front matter with the values that changed. */
  head(map: YAMLMap, before: Group, after: Group): string {
    if (map.flow) return recordHead(this.kind, shortForm(this.fields, after));
    const short = shortForm(this.fields, after);
    const order: readonly string[] = keys.kinds[this.kind].order[""];
    const told = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort((one, other) => order.indexOf(one) - order.indexOf(other));
    for (const key of told) {
      if (key === "standards" ? isSameMap(before[key], after[key]) : isSame(before[key], after[key])) continue;
      const field = this.fields.find((each) => each.key === key);
      this.#key(map, [key], short[key], field?.type);
    }
    return this.#applied();
  }

  #applied(): string {
    // From the end to the start; of several texts put in at one place the first stays first.
    const inOrder = this.#edits.map((edit, number) => ({ ...edit, number })).sort((one, other) => other.start - one.start || other.end - one.end || other.number - one.number);
    return inOrder.reduce((text, { start, end, text: fresh }) => text.slice(0, start) + fresh + text.slice(end), this.text);
  }

  /** A key of a block of fields: changed, taken away or put in its place. */
  #key(map: YAMLMap, path: readonly string[], value: Value, type: Type | undefined): void {
    const key = path.at(-1)!;
    const pair = map.items.find((each) => isScalar(each.key) && String(each.key.value) === key);
    // A standard says something without a text: its id alone.
    const isGone = path.at(-2) === "standards" ? value === undefined : isNothing(value) && !(key === "standards" && isGroup(value) && Object.keys(value).length > 0);
    if (pair && isGone) this.#remove(pair);
    else if (pair) this.#value(pair, path, value, type);
    else if (!isGone) this.#insert(map, path, value);
  }

  #value(pair: Pair, path: readonly string[], value: Value, type: Type | undefined): void {
    const node = pair.value as Located | null;
    if (!node?.range || !this.#inside(node, path, value, type)) this.#replace(pair, path, value);
  }

  /** Change a value from within; false where it has to be written as a whole. */
  #inside(node: Located, path: readonly string[], value: Value, type: Type | undefined): boolean {
    if (isScalar(node)) return this.#scalar(node, path.at(-1)!, value);
    if (isMap(node) && !node.flow) {
      const wanted = isGroup(value) || type === undefined ? value : longValue(type, value);
      return isGroup(wanted) && this.#map(node, path, wanted, type);
    }
    return isSeq(node) && !node.flow && isList(value) && type?.t === "list" && this.#list(node, path, value, type.of);
  }

  #scalar(node: Node, key: string, value: Value): boolean {
    const [start, end] = (node as Located).range;
    const isLine = !this.text.slice(start, end).includes("\n") && start < end;
    if (!isLine || (typeof value !== "string" && typeof value !== "number")) return false;
    const text = scalarText(key, value);
    if (text.includes("\n")) return false;
    this.#edits.push({ start, end, text });
    return true;
  }

  #map(map: YAMLMap, path: readonly string[], value: Group, type: Type | undefined): boolean {
    const held = longIn(type, asValue(dataOf(map)));
    const wanted = longIn(type, value);
    if (!isGroup(held) || !isGroup(wanted)) return false;
    const changed = [...new Set([...Object.keys(held), ...Object.keys(wanted)])].filter((key) => !isSame(held[key], wanted[key]) || key in held !== key in wanted);
    const first = map.items[0];
    // The first field of a list's entry stands behind the hyphen: it is not taken away by itself.
    if (!first || changed.some((key) => isScalar(first.key) && String(first.key.value) === key && isNothing(wanted[key]) && !this.#beginsLine(first))) return false;
    for (const key of changed) this.#key(map, [...path, key], value[key], innerType(type, key));
    return true;
  }

  #list(list: YAMLSeq, path: readonly string[], values: readonly Value[], type: Type): boolean {
    const held = list.items.map((item) => longValue(type, asValue(dataOf(item))));
    const wanted = values.map((value) => longValue(type, value));
    const shorter = Math.min(held.length, wanted.length);
    let same = 0;
    while (same < shorter && isSame(held[same], wanted[same])) same += 1;
    let behind = 0;
    while (behind < shorter - same && isSame(held[held.length - 1 - behind], wanted[wanted.length - 1 - behind])) behind += 1;
    const both = Math.min(held.length, wanted.length) - same - behind;
    const places = list.items.map((item) => this.#entry(item as Located));
    if (wanted.length === 0 || places.includes(undefined)) return false;
    const indent = " ".repeat(this.#column(places[0]!));
    for (let at = same; at < same + both; at += 1) {
      const node = list.items[at] as Located;
      if (this.#inside(node, path, values[at], type)) continue;
      this.#edits.push({ start: places[at]!, end: this.#end(node), text: entryText(this.kind, path, values[at], indent).trim() });
    }
    for (let at = same + both; at < held.length - behind; at += 1) this.#edits.push({ ...this.#lines(places[at]!, this.#end(list.items[at] as Located)), text: "" });
    const added = values.slice(same + both, wanted.length - behind).map((value) => entryText(this.kind, path, value, indent)).join("");
    if (added) this.#insertLines(same + both === 0 ? this.#lineStart(places[0]!) : this.#below(list.items[same + both - 1] as Located), added);
    return true;
  }

  /** Place of the hyphen of an entry. */
  #entry(node: Located | null): number | undefined {
    if (!node?.range) return undefined;
    const line = this.text.slice(this.#lineStart(node.range[0]), node.range[0]);
    const hyphen = /^( *)-[ \t]+$/u.exec(line);
    return hyphen ? this.#lineStart(node.range[0]) + hyphen[1]!.length : undefined;
  }

  #insert(map: YAMLMap, path: readonly string[], value: Value): void {
    const first = map.items[0]!;
    const indent = " ".repeat(this.#column((first.key as unknown as Located).range[0]));
    const text = fieldText(this.kind, path, value, indent);
    const before = path.length === 1 ? this.#pairBefore(map, path[0]!) : map.items.at(-1);
    if (before) this.#insertLines(this.#below(endOf(before)), text);
    else this.#insertLines(this.#lineStart((first.key as unknown as Located).range[0]), text);
  }

  /** The pair behind which a new field stands: the last one that comes before it in files. */
  #pairBefore(map: YAMLMap, key: string): Pair | undefined {
    const order: readonly string[] = keys.kinds[this.kind].order[""];
    const earlier = new Set(order.slice(0, order.indexOf(key)));
    return map.items.filter((pair) => isScalar(pair.key) && earlier.has(String(pair.key.value))).at(-1);
  }

  #remove(pair: Pair): void {
    this.#edits.push({ ...this.#lines((pair.key as Located).range[0], this.#end(endOf(pair))), text: "" });
  }

  #replace(pair: Pair, path: readonly string[], value: Value): void {
    const start = (pair.key as Located).range[0];
    const indent = " ".repeat(this.#column(start));
    this.#edits.push({ start, end: this.#end(endOf(pair)), text: fieldText(this.kind, path, value, indent).trim() });
  }

  /** Lines put in at a place; the line before it may lack its end. */
  #insertLines(place: number, lines: string): void {
    const isOpen = place > 0 && this.text[place - 1] !== "\n";
    this.#edits.push({ start: place, end: place, text: isOpen ? `\n${lines}` : lines });
  }

  #beginsLine(pair: Pair): boolean {
    const start = (pair.key as Located).range[0];
    return this.text.slice(this.#lineStart(start), start).trim() === "";
  }

  #lines(start: number, end: number): { start: number; end: number } {
    return { start: this.#lineStart(start), end: this.#lineEnd(end) };
  }

  #lineStart(place: number): number {
    return this.text.lastIndexOf("\n", place - 1) + 1;
  }

  #lineEnd(place: number): number {
    const end = this.text.indexOf("\n", place);
    return end < 0 ? this.text.length : end + 1;
  }

  #column(place: number): number {
    return place - this.#lineStart(place);
  }

  /** End of a node without the white space behind it. */
  #end(node: Located): number {
    return node.range[0] + this.text.slice(node.range[0], node.range[1]).trimEnd().length;
  }

  #below(node: Located): number {
    return this.#lineEnd(this.#end(node));
  }
}

/** The node that ends a pair: its value, or its key where it has none. */
function endOf(pair: Pair): Located {
  const value = pair.value as Located | null;
  return value?.range ? value : (pair.key as Located);
}

function longIn(type: Type | undefined, value: Value): Value {
  return type === undefined ? value : longValue(type, value);
}

function innerType(type: Type | undefined, key: string): Type | undefined {
  if (type?.t === "map") return type.of;
  const fields = type?.t === "group" ? type.fields : type?.t === "words" ? type.group.fields : [];
  return fields.find((field) => field.key === key)?.type;
}
