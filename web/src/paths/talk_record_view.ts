// SPDX-License-Identifier: MIT
/** The draft of a reuse record at the end of a talk: to look at, to copy, to take away as a file. */

import { copyButton } from "../shared/copying";
import { element } from "../shared/dom";
import { download } from "../shared/download";
import { handOver } from "../shared/draft_handover";
import { address } from "../shared/scripts";
import { button } from "./document_tools";
import type { Talk } from "./talk";
import { talkBody, talkFile, talkValues } from "./talk_record";

/** The view with its `refresh` for a changed talk. */
export function talkRecordView(talk: () => Talk): { view: HTMLElement; refresh: () => void } {
  const today = new Date().toISOString().slice(0, 10);
  const field = element("textarea", { id: "eintrag", rows: 14, readonly: true, spellcheck: "false", class: "code" });
  const status = element("p", { class: "small", role: "status" });
  const name = element("code");
  const refresh = (): void => {
    const file = talkFile(talk(), today);
    field.value = file.content;
    name.textContent = `docs/nachnutzung/${file.name}`;
  };
  refresh();
  const save = button("Als Datei sichern", () => {
    const file = talkFile(talk(), today);
    download(file.name, file.content, "text/markdown");
    status.textContent = "Die Datei ist auf Ihrem Gerät gesichert.";
  }, true);
  const form = button("Im Formular prüfen und einreichen", () => {
    const draft = { values: talkValues(talk(), today), text: talkBody(talk()), from: "Transfergespräch" };
    if (handOver("nachnutzung", draft)) location.href = address("mitmachen/formular/index.html?art=nachnutzung");
    else status.textContent = "Auf diesem Gerät ist kein Platz. Sichern Sie den Eintrag als Datei.";
  });
  const view = element(
    "div",
    { class: "record-draft" },
    element("h3", {}, "Eintrag für die Sammlung"),
    element("p", { class: "prose" }, "Aus der Nachbereitung entsteht ein Entwurf für die Nachnutzung, der für andere sichtbar macht, was Sie übernehmen und ändern. Reichen Sie ihn als Vorschlag ein: ", element("a", { href: address("mitmachen/index.html") }, "So tragen Sie bei")),
    element("label", { for: field.id }, "Inhalt der Datei ", name),
    field,
    element("div", { class: "place__row" }, form, copyButton(field, status, "Eintrag kopieren"), save),
    status,
  );
  return { view, refresh };
}
