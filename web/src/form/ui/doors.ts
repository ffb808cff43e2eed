// SPDX-License-Identifier: MIT
/** The ways out: propose the file at the git service, save it for an e-mail to the office, copy it. */

import { element, refill } from "../../shared/dom";
import { recordName } from "../../shared/record_file";
import { folderOf } from "../request";
import type { FormKind } from "../spec";

/** Longest address that browsers and git services take without complaint. */
const LONGEST_ADDRESS = 7_500;

export interface Outcome {
  readonly kind: FormKind;
  readonly id: string;
  readonly text: string;
  readonly isNew: boolean;
  /** What is declared by sending. */
  readonly consents: readonly string[];
  /** A municipality that is a draft on this device and has to be sent too; empty if there is none. */
  readonly alsoSend: string;
  /** How many places are still open. */
  readonly open: number;
  /** False where comments of the file were lost. */
  readonly isKept: boolean;
}
export interface Addresses {
  readonly repository: string;
  /** Mail address of the office; empty where none is known. */
  readonly office: string;
}

/** Show the ways out for a file. */
export function showDoors(place: HTMLElement, outcome: Outcome, { repository, office }: Addresses, announce: (text: string) => void): void {
  const name = recordName(outcome.id);
  const file = element("textarea", { class: "form-file", readonly: true, rows: 14, id: "formular-datei", spellcheck: "false" });
  file.value = outcome.text;
  refill(place,
    element("p", {}, state(outcome)),
    outcome.isKept ? null : element("p", { class: "notice" }, "Die Felder mussten neu geschrieben werden; Kommentare aus der alten Datei stehen nicht mehr darin."),
    outcome.alsoSend ? element("p", { class: "notice" }, `„${outcome.alsoSend}“ steht noch nicht in der Sammlung. Senden Sie auch die Datei dieser Kommune; Sie finden sie unter Ihren Entwürfen. Am einfachsten gehen beide zusammen in einer E-Mail. Als Vorschlag reichen Sie die Kommune zuerst ein: Dieser Eintrag besteht die Prüfung erst, wenn sie aufgenommen ist.`) : null,
    element("p", {}, "Ihre Datei heißt ", element("code", {}, name), ". Drei Wege führen in die Sammlung; einer genügt. Mit dem Senden erklären Sie:"),
    element("ul", {}, outcome.consents.map((consent) => element("li", {}, consent))),
    element("div", { class: "form-doors" }, byProposal(outcome, repository, () => copy(file, announce)), byMail(outcome, office), byCopy(file, announce)),
    element("details", {}, element("summary", {}, "Die Datei ansehen"), element("label", { for: file.id }, `Inhalt von ${name}`), file));
}

function state({ open, isNew }: Outcome): string {
  if (open === 0) return isNew ? "Alle Angaben sind vollständig; die Prüfung hat nichts auszusetzen." : "Die Prüfung hat nichts auszusetzen.";
  const places = open === 1 ? "eine Stelle" : `${open} Stellen`;
  return `Es ${open === 1 ? "ist" : "sind"} noch ${places} offen. Sie können trotzdem senden: Die Redaktion fragt dann nach.`;
}

function door(id: string, title: string, ...content: (Node | string | null)[]): HTMLElement {
  return element("section", { class: "form-door", "aria-labelledby": id }, element("h3", { id }, title), content);
}

function byProposal({ kind, id, text, isNew }: Outcome, repository: string, copyFile: () => void): HTMLElement {
  const folder = `docs/${folderOf(kind)}`;
  const title = "Als Vorschlag einreichen";
  const about = element("p", {}, "Mit einem Konto beim Git-Dienst. Die Prüfung läuft dort von selbst; Rückfragen stehen am Vorschlag.");
  if (!isNew) {
    const copying = element("button", { type: "button", class: "button button--quiet" }, "Datei kopieren");
    copying.addEventListener("click", copyFile);
    return door("weg-vorschlag", title, about, steps(
      ["Kopieren Sie die Datei. ", copying],
      ["Öffnen Sie ", link(`${repository}/edit/main/${folder}/${recordName(id)}`, "die Datei beim Git-Dienst"), "."],
      ["Ersetzen Sie den ganzen Inhalt, und wählen Sie „Propose changes“ (Änderungen vorschlagen)."],
    ));
  }
  const prefilled = `${repository}/new/main/${folder}?filename=${encodeURIComponent(recordName(id))}&value=${encodeURIComponent(text)}`;
  if (prefilled.length <= LONGEST_ADDRESS) {
    return door("weg-vorschlag", title, about, link(prefilled, "Vorschlag beginnen", "button"),
      element("p", { class: "small" }, "Die Datei steht dann schon da. Wählen Sie unten „Propose new file“ (neue Datei vorschlagen)."));
  }
  return door("weg-vorschlag", title, about, element("p", {}, "Ihr Text ist zu lang, um ihn mitzugeben; so geht es:"), steps(
    ["Speichern Sie die Datei (nächster Kasten)."],
    ["Öffnen Sie ", link(`${repository}/upload/main/${folder}`, "die Seite zum Hochladen"), ", und ziehen Sie die Datei hinein."],
    ["Wählen Sie „Propose changes“ (Änderungen vorschlagen)."],
  ));
}

function byMail({ kind, id, text }: Outcome, office: string): HTMLElement {
  const name = recordName(id);
  const save = element("button", { type: "button", class: "button" }, "Datei speichern");
  save.addEventListener("click", () => download(name, text));
  const subject = encodeURIComponent(`Beitrag zur Sammlung: ${name}`);
  const body = encodeURIComponent(`Guten Tag,\r\n\r\nim Anhang ist die Datei ${name} für den Ordner docs/${folderOf(kind)}/.\r\n\r\n(Bitte die gespeicherte Datei anhängen.)\r\n`);
  const mail = office ? link(`mailto:${office}?subject=${subject}&body=${body}`, `E-Mail an ${office} beginnen`) : null;
  return door("weg-mail", "Per E-Mail an die Redaktion", element("p", {}, "Ohne Konto. Die Redaktion trägt den Eintrag ein und meldet sich bei Fragen."), steps(
    [save],
    mail ? [mail, ", und hängen Sie die gespeicherte Datei an."] : ["Schicken Sie die gespeicherte Datei als Anhang an die Redaktion; ihre Adresse steht auf der Seite „Mitmachen“."],
  ));
}

function byCopy(file: HTMLTextAreaElement, announce: (text: string) => void): HTMLElement {
  const button = element("button", { type: "button", class: "button button--quiet" }, "In die Zwischenablage kopieren");
  button.addEventListener("click", () => copy(file, announce));
  return door("weg-kopie", "Kopieren", element("p", {}, "Der Inhalt der Datei, um ihn woanders einzufügen: in eine E-Mail, ein Ticket oder eine eigene Datei."), button);
}

function copy(file: HTMLTextAreaElement, announce: (text: string) => void): void {
  const failed = (): void => {
    file.closest("details")!.open = true;
    file.focus();
    file.select();
    announce("Der Text ist markiert. Kopieren Sie ihn mit Strg+C.");
  };
  if (!navigator.clipboard) return failed();
  navigator.clipboard.writeText(file.value).then(() => announce("Die Datei ist kopiert."), failed);
}

/** Save a text as a file, without asking a server. */
function download(name: string, text: string): void {
  const source = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  const anchor = element("a", { href: source, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(source), 10_000);
}

function steps(...items: (Node | string)[][]): HTMLElement {
  return element("ol", {}, items.map((item) => element("li", {}, item)));
}

function link(href: string, text: string, style = ""): HTMLElement {
  return element("a", { href, rel: "noopener noreferrer", class: style || null }, text);
}
