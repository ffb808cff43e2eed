// SPDX-License-Identifier: MIT
/**
 * Taking the file of a record apart: front matter with the places of everything in it, and the text below. Files may be
 * hostile: size and nesting are looked at before anything is parsed, and whatever is wrong ends in a German sentence.
 * Plain values are read as `praxis/yaml_reader.py` reads them.
 */

import { type Document, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import { type Data, type DataGroup, Day, isDay } from "../data";

export interface Opened {
  readonly data: DataGroup;
  readonly body: string;
  /** The text with plain line ends; `head` is where the front matter stands in it. */
  readonly text: string;
  readonly head: { readonly start: number; readonly end: number };
  readonly map: YAMLMap;
  /** How lines end in the file, and what stands before its first character. */
  readonly lineEnd: string;
  readonly mark: string;
}
export interface Refused {
  readonly message: string;
  readonly remedy: string;
}

const MAX_BYTES = 1 << 20;
const MAX_HEAD = 64 * 1024;
const MAX_LINE = 20_000;
const MAX_DEPTH = 32;
const BOUNDARY = /^---[ \t]*$/gmu;
const CHAIN = /^(?:[ \t]*[-?:](?=[ \t])){33}|^[ \t]{300}/mu;
const BINARY = /^(?:%PDF-|\{\\rtf|PK\u0003\u0004)|\u0000/u;
const WORDS: ReadonlyMap<string, Data> = new Map<string, Data>([
  ["", null], ["~", null], ["null", null], ["Null", null], ["NULL", null],
  ["true", true], ["True", true], ["TRUE", true], ["false", false], ["False", false], ["FALSE", false],
]);

/** Why a file of so many bytes is not even read. */
export function tooLarge(bytes: number): Refused | undefined {
  if (bytes <= MAX_BYTES) return undefined;
  const size = (bytes / MAX_BYTES).toFixed(1).replace(".", ",");
  return { message: `Die Datei ist ${size} MiB groß; erlaubt ist 1 MiB.`, remedy: "Kürzen Sie den Text, oder nehmen Sie eingefügte Bilder heraus." };
}

/** The text of a file somebody chose, or why it is none. */
export function decode(bytes: Uint8Array): string | Refused {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { message: "Die Datei ist in UTF-16 gespeichert.", remedy: "Speichern Sie die Datei mit der Kodierung UTF-8 neu (im Windows-Editor: „Speichern unter“)." };
  }
  const start = String.fromCharCode(...bytes.slice(0, 2_000));
  if (BINARY.test(start) || start.startsWith("\u0089PNG") || start.startsWith("ÿØÿ") || start.startsWith("ÐÏ\u0011à")) {
    return {
      message: "Die Datei enthält keinen Text, sondern Binärdaten.",
      remedy: "Speichern Sie den Inhalt als reinen Text (Markdown, UTF-8), nicht als Word-Dokument, PDF oder Bild.",
    };
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { message: "Die Datei ist nicht in UTF-8 gespeichert.", remedy: "Speichern Sie die Datei mit der Kodierung UTF-8 neu; prüfen Sie danach die Umlaute." };
  }
}

/** Front matter and text of a file. */
export function open(file: string): Opened | Refused {
  const mark = file.startsWith("\ufeff") ? "\ufeff" : "";
  const lineEnd = file.includes("\r\n") ? "\r\n" : "\n";
  const text = file.slice(mark.length).replace(/\r\n?/gu, "\n");
  const [opening, closing] = [...text.matchAll(BOUNDARY)];
  if (opening?.index !== 0) {
    return {
      message: "Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen (---).",
      remedy: "Stellen Sie den Kopf mit den Feldern an den Anfang der Datei, zwischen zwei Zeilen ---.",
    };
  }
  if (!closing) {
    return {
      message: "Dem Kopf fehlt die schließende Zeile aus drei Bindestrichen (---).",
      remedy: "Setzen Sie unter das letzte Feld eine Zeile mit genau drei Bindestrichen.",
    };
  }
  const start = Math.min(opening[0].length + 1, text.length);
  const body = text.slice(Math.min(closing.index + closing[0].length + 1, text.length));
  const read = readHead(text.slice(start, closing.index), 2);
  if ("message" in read) return read;
  return { ...read, body, text, head: { start, end: closing.index }, lineEnd, mark };
}

function readHead(head: string, firstLine: number): Pick<Opened, "data" | "map"> | Refused {
  const refusal = tooMuch(head);
  if (refusal) return refusal;
  let document: Document.Parsed;
  try {
    document = parseDocument(head, { schema: "failsafe", uniqueKeys: true, logLevel: "silent", prettyErrors: false });
  } catch {
    return TOO_DEEP;
  }
  const [error] = document.errors;
  if (error) return explained(error.code, error.message, head.slice(0, error.pos[0]).split("\n").length - 1 + firstLine);
  if (!isMap(document.contents)) {
    return { message: "Der Kopf besteht nicht aus Feldern.", remedy: "Schreiben Sie je Zeile „feld: wert“, zum Beispiel „titel: Begrüßungsbesuche“." };
  }
  try {
    return { data: dataOf(document.contents, 0) as DataGroup, map: document.contents };
  } catch (error) {
    return error === TOO_DEEP ? TOO_DEEP : ANCHOR;
  }
}

const TOO_DEEP: Refused = { message: `Der Kopf ist tiefer als ${MAX_DEPTH} Ebenen verschachtelt.`, remedy: "Prüfen Sie die Klammern und Einrückungen an dieser Stelle." };
const ANCHOR: Refused = {
  message: "Der Kopf verwendet YAML-Anker, -Verweise oder -Typangaben (&, *, !).",
  remedy: "Setzen Sie den Wert in Anführungszeichen, oder schreiben Sie ihn aus.",
};

/** What must not even be parsed: parsers run out of memory on a few thousand brackets or hyphens. */
function tooMuch(head: string): Refused | undefined {
  if (new TextEncoder().encode(head).length > MAX_HEAD) {
    return { message: "Der Kopf der Datei ist größer als 64 kB.", remedy: "Verschieben Sie lange Texte aus dem Kopf in den Text darunter." };
  }
  const long = head.split("\n").find((line) => line.length > MAX_LINE);
  if (long) {
    return { message: `Die Zeile hat ${long.length} Zeichen; erlaubt sind ${MAX_LINE}.`, remedy: "Teilen Sie die Zeile, und nehmen Sie eingebettete Daten heraus." };
  }
  let depth = 0;
  for (const sign of head) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return TOO_DEEP;
  }
  return CHAIN.test(head) ? TOO_DEEP : undefined;
}

function explained(code: string, message: string, line: number): Refused {
  if (code === "DUPLICATE_KEY") {
    return { message: `In Zeile ${line} steht ein Feld zum zweiten Mal.`, remedy: "Führen Sie beide Angaben zu einer zusammen." };
  }
  if (code === "TAB_AS_INDENT") {
    return { message: `Zeile ${line} ist mit einem Tabulator eingerückt.`, remedy: "Rücken Sie mit Leerzeichen ein (zwei je Ebene)." };
  }
  if (code === "MULTIPLE_DOCS") return { message: `In Zeile ${line} beginnt ein zweiter Kopf.`, remedy: "Führen Sie die Felder zu einem Kopf zusammen." };
  if (code === "RESOURCE_EXHAUSTION") return TOO_DEEP;
  if (/alias|anchor|tag/iu.test(message)) return ANCHOR;
  return {
    message: `Zeile ${line} lässt sich nicht als „feld: wert“ lesen.`,
    remedy: "Prüfen Sie Einrückung, Doppelpunkte, Anführungszeichen und Klammern in dieser und der vorigen Zeile.",
  };
}

/** A node as plain data; throws a refusal for what the checks refuse too. */
export function dataOf(node: unknown, depth = 0): Data {
  if (node === null || node === undefined) return null;
  const { anchor, tag } = node as Node & { anchor?: string };
  if (anchor !== undefined || tag !== undefined) throw ANCHOR;
  if (depth > MAX_DEPTH) throw TOO_DEEP;
  if (isScalar(node)) return scalar(String(node.value ?? ""), node.type === "PLAIN");
  if (isSeq(node)) return node.items.map((item) => dataOf(item, depth + 1));
  if (!isMap(node)) throw ANCHOR;
  const group: Record<string, Data> = Object.create(null) as Record<string, Data>;
  for (const { key, value } of node.items) {
    if (!isScalar(key)) throw ANCHOR;
    dataOf(key, depth + 1);
    group[String(key.value ?? "")] = dataOf(value, depth + 1);
  }
  return group;
}

function scalar(text: string, isPlain: boolean): Data {
  if (!isPlain) return text;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (/^[-+]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?$/u.test(text)) return Number(text);
  return isDay(text) ? new Day(text) : text;
}
