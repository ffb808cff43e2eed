// SPDX-License-Identifier: MIT
/** The form's way from the page's address to the view that is asked for. */

import { takeOver } from "../shared/draft_handover";
import { byId, element, refill } from "../shared/dom";
import { type Draft, drafts, newKey, titleOf } from "./drafts";
import { type FileTools, loadFileTools, loadForm, loadSource } from "./loading";
import { draftOf, draftOfDevice, newDraft, recordId } from "./record";
import { folderOf, KINDS, readRequest, type Request } from "./request";
import type { Entry, FormKind, Known, Spec } from "./spec";
import { Editor } from "./ui/editor";
import { startView } from "./ui/start";

/** Start the form in the page; on failure the page's own words about other ways stay. */
export async function startForm(): Promise<void> {
  const root = byId("formular");
  const notes = element("div", {});
  const view = element("div", {});
  root.before(notes);
  const request = readRequest(location.search);
  try {
    const { spec, known } = await loadForm();
    refill(root, view);
    root.hidden = false;
    await new Form(spec, known, view, notes, root.dataset).open(request);
  } catch {
    note(notes, "Das Formular lässt sich gerade nicht laden.", "Laden Sie die Seite neu, oder nehmen Sie einen der anderen Wege.");
    root.hidden = true;
  }
  for (const sentence of request.dropped) note(notes, sentence, "");
}

class Form {
  #tools: FileTools | undefined;

  constructor(
    private readonly spec: Spec,
    private readonly known: Known,
    private readonly view: HTMLElement,
    private readonly notes: HTMLElement,
    private readonly page: DOMStringMap,
  ) {}

  async open(request: Request): Promise<void> {
    const begun: unknown = (history.state as { entwurf?: unknown } | null)?.entwurf;
    const draft = drafts().find(({ key }) => key === begun);
    if (draft) await this.#resume(draft, false);
    else if (request.file) await this.#change(request.file.kind, request.file.id);
    else if (request.kind) this.#write(request.kind);
    else this.#start();
  }

  #start(): void {
    this.#tell();
    refill(this.view, startView(this.spec, this.known, {
      resume: (draft) => void this.#resume(draft, true),
      openFile: (file) => void this.#openFile(file),
    }));
  }

  /** A new record: what another page handed over, else an empty form. */
  #write(kind: FormKind): void {
    const handed = takeOver(kind);
    const draft = newDraft(kind, this.spec, today(), newKey(), handed?.values, handed?.text);
    if (handed) note(this.notes, `Übernommen aus: ${handed.from}.`, "Prüfen Sie die Angaben, und ergänzen Sie, was fehlt.");
    else if (drafts().some((each) => each.kind === kind && !each.source)) {
      note(this.notes, "Auf diesem Gerät liegt schon ein angefangener Entwurf dieser Art.", "Sie finden ihn unter „Zurück zur Auswahl“.");
    }
    this.#edit(draft);
  }

  /** A record of the collection, or the draft of it that is already there. */
  async #change(kind: FormKind, id: string): Promise<void> {
    const begun = drafts().find((draft) => draft.kind === kind && draft.source?.id === id);
    try {
      const [text, tools] = await Promise.all([loadSource(folderOf(kind), id), loadFileTools()]);
      this.#tools = tools;
      if (begun) {
        note(this.notes, "Sie haben schon angefangen, diesen Eintrag zu ändern.", "Unten steht Ihr Entwurf. Wollen Sie neu beginnen, verwerfen Sie ihn am Ende der Seite.");
        return this.#edit(begun);
      }
      this.#show(draftOf(kind, id, text, this.spec, tools, newKey()));
    } catch {
      this.#start();
      note(this.notes, `Den Eintrag „${folderOf(kind)}/${id}“ gibt es in der Sammlung nicht.`, "Suchen Sie ihn unten, oder öffnen Sie die Datei von Ihrem Gerät.");
    }
  }

  async #resume(draft: Draft, takesFocus: boolean): Promise<void> {
    try {
      if (draft.source) this.#tools = await loadFileTools();
      this.#tell();
      this.#edit(draft, takesFocus);
    } catch {
      this.#tell("Der Entwurf lässt sich gerade nicht öffnen.", "Laden Sie die Seite neu.");
    }
  }

  /** A file of the device; which kind of record it is shows in its fields. */
  async #openFile(file: File): Promise<void> {
    const tools = await loadFileTools();
    this.#tools = tools;
    const text = tools.tooLarge(file.size) ?? tools.decode(new Uint8Array(await file.arrayBuffer()));
    if (typeof text !== "string") return this.#tell(text.message, text.remedy);
    const opened = tools.open(text);
    if ("message" in opened) return this.#tell(opened.message, opened.remedy);
    const kind = this.#kindOf(Object.keys(opened.data));
    this.#tell();
    this.#show(draftOfDevice(kind, file.name.replace(/\.(?:md|txt|markdown)$/iu, ""), text, this.spec, this.known, tools, newKey()), true);
  }

  /** The kind whose mandatory fields the keys fit best. */
  #kindOf(keys: readonly string[]): FormKind {
    const share = (kind: FormKind): number => {
      const { fields, required } = this.spec.kinds[kind];
      const known = keys.filter((key) => fields.some((field) => field.key === key)).length;
      return known / Math.max(1, keys.length) + required.filter((key) => keys.includes(key)).length / required.length;
    };
    return [...KINDS].sort((one, other) => share(other) - share(one))[0]!;
  }

  #show(draft: ReturnType<typeof draftOf>, takesFocus = false): void {
    if (!("message" in draft)) return this.#edit(draft, takesFocus);
    this.#start();
    this.#tell(draft.message, draft.remedy);
  }

  #edit(draft: Draft, takesFocus = false): void {
    // Whoever reads up something and comes back, or loads the page anew, finds this draft again.
    history.replaceState({ entwurf: draft.key }, "");
    const editor = new Editor(draft, {
      spec: this.spec,
      known: withDrafts(this.known, draft),
      tools: this.#tools,
      addresses: { repository: this.page["repository"] ?? "", office: this.page["office"] ?? "" },
      reference: this.page["reference"] ?? "",
      today: today(),
      leave: () => this.#leave(),
    });
    const back = element("p", { class: "form-back" }, element("a", { href: location.pathname }, "Zurück zur Auswahl"));
    refill(this.view, back, editor.element);
    editor.ready(takesFocus);
  }

  #leave(): void {
    history.replaceState(null, "");
    this.#start();
    this.view.tabIndex = -1;
    this.view.focus();
  }

  /** Say one thing above the form, in place of what was said before. */
  #tell(message = "", remedy = ""): void {
    this.notes.replaceChildren();
    if (message) note(this.notes, message, remedy);
  }
}

function note(place: HTMLElement, message: string, remedy: string): void {
  place.append(element("div", { class: "notice notice--due", role: "status" }, element("p", {}, element("strong", {}, message), remedy ? ` ${remedy}` : "")));
}

/** The collection and the municipalities that are drafts on this device: their files are sent along. */
function withDrafts(known: Known, current: Draft): Known {
  const places = drafts().filter(({ kind, source, key }) => kind === "kommune" && !source?.id && key !== current.key);
  if (places.length === 0) return known;
  const added: Record<string, Entry> = {};
  for (const place of places) added[recordId(place, known)] = { title: titleOf(place), isDraft: true };
  return { ...known, entries: { ...known.entries, kommune: { ...added, ...known.entries["kommune"] } } };
}

function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}
