// SPDX-License-Identifier: MIT
/** Contacts are offices: what looks like a person's name or personal mailbox. Twin of `praxis/checks/contacts.py`. */

import type { Path } from "../data";
import type { FormKind } from "../spec";
import { isSoundGroup } from "./consistency";
import type { Problem } from "./problem";
import type { Sound, SoundGroup } from "./validate";
import { clip } from "./words";

// Word characters and their borders are those of all scripts, as in Python.
const W = "[\\p{L}\\p{N}_]";
const B = `(?:(?<!${W})(?=${W})|(?<=${W})(?!${W}))`;
const SALUTATION = new RegExp(
  `${B}(?:Herrn?|Frau(?! (?:und|&|in)${B})|Prof\\.|Dipl\\.-${W}+\\.?)(?=\\s)|${B}Dr\\.(?: ${W}+\\.)*(?= [A-ZÄÖÜ])|${B}(?:M|B)\\. ?(?:A|Sc)\\.`,
  "u",
);
const SEPARATOR = new RegExp(`[,;/|()]|\\s[–\\-]\\s|:\\s|${B}c/o${B}|${B}z\\. ?Hd?\\.|${B}bei${B}`, "u");
const LETTERS = `[\\p{L}\\p{N}_äöüßşçğıéè]`;
const WORD = `[A-ZÄÖÜŞÇİ]${LETTERS}+(?:-[A-ZÄÖÜŞÇ]${LETTERS}+)*`;
const FULL_NAME = new RegExp(`^(${WORD})(?: ${WORD}|( [A-ZÄÖÜ]\\.))?(?: (?:von|van|de|zu|El|Al|el|al))* (${WORD})$`, "u");
const OFFICE_WORD = new RegExp(
  "(?:amt|büro|stelle|stadt|kreis|referat|fachbereich|abteilung|verband|verein|zentrum|haus|stiftung|institut|dienst|" +
    "jugend|familie|koordin|netzwerk|gemeinde|ministerium|schule|klinik|kita|verwaltung|agentur|gesellschaft|bund|hilfe|" +
    "projekt|werk|kirche|akademie|kolleg|gruppe|treff|team|forum|beratung|förder|wohlfahrt|rat|club|region|land)$",
  "iu",
);
const MAIL = new RegExp(
  `(?<![\\p{L}\\p{N}_.%+\\-])([\\p{L}][\\p{L}\\p{N}_%+\\-]{0,60})[.]([\\p{L}][\\p{L}\\p{N}_%+\\-]{1,60})@[\\p{L}\\p{N}_.\\-]{1,100}\\.${W}{2,}`,
  "gu",
);
const ROLE = new RegExp(
  "info|post|stelle|amt|buero|büro|kontakt|stadt|kreis|service|famil|jugend|kind|hilfe|kommun|praevention|prävention|" +
    "netzwerk|verwaltung|koordin|zentrum|haus|beratung|gesund|sozial|bildung|planung|bereich|team|kita|schule|leitung|" +
    "sekretariat|redaktion|presse|support|office|mail|projekt|verein|fach|rat",
  "iu",
);
const REMEDY = "Nennen Sie die Stelle, zum Beispiel „Stadt Gelsenkirchen, Familienbüro“, und ein Postfach der Stelle.";

/** Offices of a record that look like persons. */
export function* checkContacts(kind: FormKind, record: SoundGroup, givenNames: ReadonlySet<string>): Generator<Problem> {
  for (const [path, office] of offices(kind, record)) {
    if (typeof office !== "string" || !(looksLikePerson(office, givenNames) || personalMailbox(office))) continue;
    yield { path, rule: "kontakt-person", message: `„${clip(office, 100)}“ sieht nach einer Person aus.`, remedy: REMEDY };
  }
}

/** The first personal mailbox in the text below the front matter. */
export function* checkMailboxes(text: string): Generator<Problem & { at: number }> {
  const found = personalMailbox(text);
  if (!found) return;
  const message = `„${clip(found[0], 100)}“ sieht nach dem Postfach einer Person aus.`;
  yield { path: [], rule: "kontakt-person", message, remedy: REMEDY, at: found.index };
}

function looksLikePerson(office: string, givenNames: ReadonlySet<string>): boolean {
  if (SALUTATION.test(office)) return true;
  return office.split(SEPARATOR).some((part) => isFullName(part.trim(), givenNames));
}

function personalMailbox(text: string): RegExpExecArray | undefined {
  for (const found of text.matchAll(MAIL)) if (!ROLE.test(`${found[1]!}.${found[2]!}`)) return found;
  return undefined;
}

function isFullName(text: string, givenNames: ReadonlySet<string>): boolean {
  const name = FULL_NAME.exec(text);
  return name !== null && givenNames.has(name[1]!) && (name[2] !== undefined || !OFFICE_WORD.test(name[3]!));
}

function* offices(kind: FormKind, record: SoundGroup): Generator<readonly [Path, Sound]> {
  if (kind === "nachnutzung") yield [["begleitet_von"], record["begleitet_von"]];
  if (kind !== "praxis") return;
  const told = (key: string): SoundGroup => (isSoundGroup(record[key]) ? record[key] : {});
  yield [["kontakt", "stelle"], told("kontakt")["stelle"]];
  yield [["kontakt", "email"], told("kontakt")["email"]];
  yield [["wer", "federfuehrung"], told("wer")["federfuehrung"]];
  const partners = told("wer")["beteiligte"];
  for (const [index, partner] of (Array.isArray(partners) ? (partners as Sound[]) : []).entries()) yield [["wer", "beteiligte", index], partner];
  yield [["pruefvermerk", "stelle"], told("pruefvermerk")["stelle"]];
  yield [["freigabe", "stelle"], told("freigabe")["stelle"]];
}
