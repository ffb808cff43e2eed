// SPDX-License-Identifier: MIT
/** Where a link leads: allowed kinds of addresses, files that exist, paths that stay inside. Twin of `praxis/checks/targets.py` and `anchors.py`. */

import { noSource } from "./consistency";
import type { TextProblem } from "./prose";
import { clip } from "./words";

const SCHEME = /^([a-zA-Z][a-zA-Z0-9+.-]*):/u;
const IGNORED = /[\u0000-\u0020\u007f-\u00a0\u200b\ufeff]/gu;
const SOURCE = /^quelle-([0-9]{1,9})$/u;
const GENERATED = new RegExp(
  "^docs/(?:(?:praxis|luecken|nachnutzung|kommunen|handbuch|materialien|lernnetzwerk)/index" +
    "|(?:standards|alter|uebergaenge|themen|raster|kontextmodell|glossar|ueber|daten|mitmachen|offline)/[a-z0-9-]+" +
    "|(?:mitmachen/formular|betreuung)/index)\\.md$",
  "u",
);
const WITHOUT_PROTOCOL = /^(?:www\.|[\p{L}\p{N}_.-]+\.(?:de|org|net|com|eu|nrw)(?:\/|$))/u;
const ELSEWHERE = /^(?:quelle-[0-9]+|fn(?:ref)?[:0-9].*)$/u;

/** What a text links to. */
export interface Surroundings {
  /** The file the text is in, relative to the root. */
  readonly path: string;
  readonly files: ReadonlySet<string>;
  readonly sources: number;
  readonly anchors: ReadonlySet<string>;
  readonly schemes: readonly string[];
}

/** Problems of one address. */
export function* checkTarget(at: number, target: string, isImage: boolean, around: Surroundings): Generator<TextProblem> {
  const problem = (rule: string, message: string, remedy: string): TextProblem => ({ path: [], at, rule, message, remedy });
  const decoded = unquote(unescaped(target));
  const scheme = SCHEME.exec(decoded.replace(IGNORED, ""))?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (scheme.length === 1 || scheme === "file") {
      yield problem("verknuepfung-art", "Der Link führt auf Ihren eigenen Rechner.", "Andere können die Datei nicht öffnen; verlinken Sie eine Adresse im Netz.");
    } else if (!around.schemes.includes(scheme) || isImage) {
      const remedy = isImage ? "Bilder gehören in den Ordner docs/assets/." : "Erlaubt sind https:, http: und mailto:.";
      yield problem("verknuepfung-art", `Links der Art „${scheme}:“ sind hier nicht erlaubt.`, remedy);
    }
    return;
  }
  if (/^[/\\]{2}/u.test(decoded)) {
    yield problem("verknuepfung-art", "Der Adresse fehlt das Protokoll.", "Schreiben Sie https:// davor.");
    return;
  }
  if (["", "#"].includes(decoded.trim())) {
    const [rule, what] = isImage ? ["bild-fehlt", "Bild"] : ["verknuepfung-kaputt", "Link"];
    yield problem(rule!, `Dem ${what} fehlt die Adresse.`, "Schreiben Sie sie zwischen die runden Klammern.");
    return;
  }
  const [before = "", ...rest] = decoded.split("#");
  const anchor = rest.join("#");
  const path = before.split("?")[0]!.trim();
  const resolved = path ? normalised(`${around.path.split("/").slice(0, -1).join("/")}/${path}`) : around.path;
  if (path.startsWith("/") || !resolved.startsWith("docs/") || path.includes("\\")) {
    const remedy = "Verweisen Sie auf eine Datei unter docs/, vom Ort dieser Datei aus gesehen.";
    yield problem("pfad-ausbruch", `Der Pfad „${clip(target)}“ führt aus dem Ordner der Inhalte hinaus.`, remedy);
  } else if (isImage && !around.files.has(resolved)) {
    yield problem("bild-fehlt", `Das Bild „${clip(target)}“ gibt es nicht.`, "Prüfen Sie Schreibweise und Ordner; Bilder liegen in docs/assets/.");
  } else if (path && !around.files.has(resolved) && !GENERATED.test(resolved)) {
    const remedy = WITHOUT_PROTOCOL.test(path) ? "Schreiben Sie bei Adressen im Netz https:// davor." : "Prüfen Sie den Pfad: von dieser Datei aus, mit der Endung „.md“.";
    yield problem("verknuepfung-kaputt", `Der Link „${clip(target)}“ führt ins Leere.`, remedy);
  } else yield* checkAnchor(at, resolved, anchor, around);
}

function* checkAnchor(at: number, resolved: string, anchor: string, around: Surroundings): Generator<TextProblem> {
  const isOwn = resolved === around.path;
  const number = SOURCE.exec(anchor)?.[1];
  if (number !== undefined && isOwn) {
    if (Number(number) < 1 || Number(number) > around.sources) {
      yield { ...noSource([], number), at, remedy: "Nummern zählen die Liste „quellen“ im Kopf ab 1." };
    }
  } else if (isOwn && anchor && !around.anchors.has(anchor) && !ELSEWHERE.test(anchor)) {
    yield {
      path: [], at, rule: "verknuepfung-anker",
      message: `Die Stelle „#${clip(anchor)}“ gibt es auf der Seite nicht.`,
      remedy: "Stellen sind Überschriften im Text, klein und mit Bindestrichen, zum Beispiel #vorgehen.",
    };
  }
}

/** `a/./b/../c` as `a/c`. */
function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

function unquote(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/gu, (codes) => {
    const bytes = Uint8Array.from(codes.slice(1).split("%"), (code) => Number.parseInt(code, 16));
    return new TextDecoder().decode(bytes);
  });
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", colon: ":", Tab: "\t", NewLine: "\n", sol: "/", bsol: "\\", num: "#", nbsp: "\u00a0" };

/** Character references of HTML: numbers, and the names that could hide the kind of an address. */
function unescaped(text: string): string {
  const sign = (code: number): string => (code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "\ufffd");
  return text.replace(/&(?:#[xX]([0-9a-fA-F]+);?|#([0-9]+);?|([a-zA-Z]+);)/gu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return sign(Number.parseInt(hex, 16));
    return decimal ? sign(Number(decimal)) : (NAMED[name ?? ""] ?? whole);
  });
}
