// SPDX-License-Identifier: MIT
/** From a talk to the record of a reuse („Nachnutzung“), as a draft for a proposal. */

import { type Group, proposedId, recordName, recordText } from "../shared/record_file";
import { chosenElements, type Talk } from "./talk";

const BEGUN: ReadonlySet<Talk["outcome"]> = new Set<Talk["outcome"]>(["laeuft", "beendet", "abgebrochen"]);

/** The front matter of the record; `today` is an ISO date. */
export function talkValues(talk: Talk, today: string): Group {
  const year = /^[12][0-9]{3}$/u.test(talk.year.trim()) ? Number(talk.year) : undefined;
  const adopted = chosenElements(talk).map(({ id }) => id).filter(Boolean);
  return {
    titel: recordTitle(talk),
    praxis: talk.practice.id,
    uebernommen: BEGUN.has(talk.outcome) ? adopted : [],
    kommune: talk.here.id || { text: talk.here.name.trim() || "Aufnehmende Kommune nicht genannt" },
    jahr: year,
    ergebnis: talk.outcome,
    anpassungen: talk.adaptations
      .filter(({ what }) => what.trim())
      .map(({ what, instead, kind, condition, because, planned, coreKept }) => ({
        was: what,
        statt: instead,
        art: kind,
        weil: { bedingung: condition, text: because },
        geplant: planned,
        kern_erhalten: coreKept,
      })),
    begleitet_von: talk.moderator,
    offene_fragen: talk.newQuestions
      .filter(({ text }) => text.trim())
      .map(({ text, dimension, condition }) => ({ frage: text, dimension, bedingung: condition })),
    stand: today,
  };
}

/** The text of the record: what was agreed and what follows; headings only over what is written. */
export function talkBody(talk: Talk): string {
  const parts = [
    ["Worum es ging", talk.goal],
    ["Was bleibt und was sich ändert", talk.stays],
    ["Vereinbart", talk.agreed],
    ["Nächste Schritte", talk.next],
  ].filter(([, told]) => told?.trim());
  if (parts.length === 0) return "## Stand\n\nEin Transfergespräch hat stattgefunden. Einzelheiten sind nicht berichtet.";
  return parts.map(([title, told = ""]) => `## ${title}\n\n${plain(told)}`).join("\n\n");
}

/** Name and content of the record's file. */
export function talkFile(talk: Talk, today: string): { readonly name: string; readonly content: string } {
  const id = proposedId(`${talk.practice.title} ${talk.here.name}`, []);
  return { name: recordName(id), content: recordText("nachnutzung", talkValues(talk, today), talkBody(talk)) };
}

function recordTitle({ practice, here }: Talk): string {
  return `${practice.title} aus ${practice.place}${here.name.trim() ? ` für ${here.name.trim()}` : ""}`.slice(0, 300);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** The reader's words as Markdown that shows them as they are: nothing of them is markup. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/[\\`*_[\]#|~{}!]/gu, "\\$&")
    .replace(/[&<>]/gu, (sign) => ENTITIES[sign] ?? sign)
    .replace(/^([ \t]*)([-+=]|\d+[.)])(?=\s|$)/gmu, (_, space: string, sign: string) => `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`)
    .replace(/^[ \t]+/gmu, "");
}
