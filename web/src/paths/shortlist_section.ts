// SPDX-License-Identifier: MIT
/** „Ihre Merkliste“ on the page of the comparison: choose up to four, take off, empty. */

import { loadCase, loadPlaces } from "../relations/loading";
import { element, keepingFocus, refill } from "../shared/dom";
import { address } from "../shared/scripts";
import { clearShortlist, MOST_COMPARED, onShortlistChange, removeFromShortlist, shortlist } from "../shared/shortlist";
import { type Need, query } from "./asked";

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly place: string;
}

/** The section; `shown` are the cases in the comparison, `need` stays in the address. */
export async function shortlistSection(shown: readonly string[], need: Need): Promise<HTMLElement> {
  const body = element("div");
  const draw = async (): Promise<void> => {
    const listed = await titles(shortlist());
    keepingFocus(() => refill(body, listed.length > 0 ? list(listed, shown, need) : empty()));
  };
  onShortlistChange(() => void draw());
  await draw();
  return element("section", { class: "no-print", "aria-labelledby": "merkliste" }, element("h2", { id: "merkliste", tabindex: -1 }, "Ihre Merkliste"), body);
}

async function titles(ids: readonly string[]): Promise<Listed[]> {
  const [places, ...cases] = await Promise.all([loadPlaces(), ...ids.map((id) => loadCase(id))]);
  return ids.map((id, at) => {
    const data = cases[at];
    if (!data) return { id, title: `${id} (nicht mehr in der Sammlung)`, place: "" };
    return { id, title: data.title, place: places.get(data.place)?.name ?? data.place };
  });
}

function empty(): HTMLElement {
  return element(
    "p",
    { class: "empty prose" },
    "Ihre Merkliste ist leer. Auf jeder Seite und in jeder Liste legen Sie Praxisbeispiele mit „Auf die Merkliste“ hierher. ",
    element("a", { href: address("praxis/index.html") }, "Alle Praxisbeispiele"),
  );
}

function list(listed: readonly Listed[], shown: readonly string[], need: Need): HTMLElement[] {
  const chosen = new Set(listed.map(({ id }) => id).filter((id) => shown.includes(id)));
  const status = element("p", { role: "status", class: "small" });
  const go = element("a", { class: "button", href: "#" }, "Auswahl vergleichen");
  const draw = (): void => {
    const count = chosen.size;
    go.href = query({ faelle: [...chosen], ...need }) || "#merkliste";
    status.textContent = count > MOST_COMPARED ? `Bitte wählen Sie höchstens ${MOST_COMPARED}; jetzt sind es ${count}.` : "";
  };
  go.addEventListener("click", (event) => {
    if (chosen.size > 0 && chosen.size <= MOST_COMPARED) return;
    event.preventDefault();
    status.textContent = chosen.size === 0 ? "Bitte wählen Sie mindestens ein Praxisbeispiel." : `Bitte wählen Sie höchstens ${MOST_COMPARED}; jetzt sind es ${chosen.size}.`;
  });
  const lines = listed.map(({ id, title, place }) => {
    const box = element("input", { type: "checkbox", id: `merk-${id}`, checked: chosen.has(id) });
    box.addEventListener("change", () => {
      if (box.checked) chosen.add(id);
      else chosen.delete(id);
      draw();
    });
    const remove = element("button", { type: "button", class: "button button--quiet button--small", id: `weg-${id}` }, "Entfernen", element("span", { class: "visually-hidden" }, ` ${title}`));
    remove.addEventListener("click", () => {
      removeFromShortlist(id);
      document.getElementById("merkliste")?.focus();
    });
    const name = element("label", { for: box.id }, title, place && `, ${place}`);
    return element("li", { class: "field__box" }, box, name, remove);
  });
  const clear = element("button", { type: "button", class: "button button--quiet" }, "Merkliste leeren");
  clear.addEventListener("click", () => {
    clearShortlist();
    document.getElementById("merkliste")?.focus();
  });
  draw();
  return [
    element("p", { class: "small soft" }, "Sie steht nur auf diesem Gerät. Weitergeben können Sie eine Auswahl mit der Adresse des Vergleichs."),
    element("ul", { class: "shortlist" }, lines),
    status,
    element("div", { class: "place__row" }, go, clear),
  ];
}
