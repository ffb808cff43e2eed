// SPDX-License-Identifier: MIT
/** `vergleich/index.html?faelle=a,b&luecke=c`: up to four cases side by side, from the address or the shortlist. */

import { asked, query } from "../paths/asked";
import { placeFold } from "../paths/case_rows";
import { candidates, type Desk, loadDesk, ownSide } from "../paths/candidates";
import { shortlistSection } from "../paths/shortlist_section";
import { sideBySide } from "../paths/side_by_side";
import { type Head, sideBySideView } from "../paths/side_by_side_view";
import { hintBox, startTool } from "../paths/tool_page";
import { element, refill } from "../shared/dom";
import { onOwnPlaceChange } from "../shared/own_place";
import { address } from "../shared/scripts";
import { MOST_COMPARED, shortlist } from "../shared/shortlist";

startTool(async (target) => {
  const { cases, gap, hints } = asked(location.search, ["faelle", "luecke"]);
  const ids = cases ?? shortlist().slice(0, MOST_COMPARED);
  const desk = await loadDesk(ids, gap);
  const shown = desk.cases.map(({ details }) => details.id);
  const comparison = shown.length > 0 ? compared(desk) : [];
  refill(target, hintBox([...hints, ...desk.hints]), comparison, await shortlistSection(shown, desk.gap?.id));
});

function compared(desk: Desk): (HTMLElement | undefined)[] {
  const shown = desk.cases.map(({ details }) => details.id);
  const view = element("div");
  const draw = (): void => {
    const own = ownSide(desk);
    const found = candidates(desk, own);
    refill(view, sideBySideView(sideBySide(desk.model, found, own), found, head(desk, shown)));
  };
  onOwnPlaceChange(draw);
  draw();
  const few = shown.length < 2 && element("p", { class: "prose" }, "Hier steht erst ein Praxisbeispiel. Legen Sie weitere auf die Merkliste, um zu vergleichen.");
  return [
    desk.gap && element("p", { class: "prose" }, "Für die Lücke: ", element("a", { href: address(desk.gap.url) }, desk.gap.question)),
    element("p", { class: "soft prose" }, "Angaben und Lücken, keine Rangfolge. „Nicht berichtet“ zählt weder dafür noch dagegen."),
    few || undefined,
    placeFold(),
    actions(shown, desk.gap?.id),
    view,
  ];
}

function actions(shown: readonly string[], gap: string | undefined): HTMLElement {
  const print = element("button", { type: "button", class: "button button--quiet" }, "Vergleich drucken");
  print.addEventListener("click", () => window.print());
  return element(
    "div",
    { class: "place__row no-print" },
    element("a", { class: "button", href: address(`beschlussvorlage/index.html${query({ faelle: shown, luecke: gap })}`) }, "Beschlussvorlage vorbereiten"),
    print,
    element("a", { href: query({ faelle: shown, luecke: gap }) }, "Adresse dieser Auswahl"),
  );
}

function head(desk: Desk, shown: readonly string[]): Head {
  return ({ details }) => {
    const others = shown.filter((id) => id !== details.id);
    const leave = query({ faelle: others, luecke: desk.gap?.id });
    return [
      element("a", { href: address(details.url) }, `${details.title}, ${details.place}`),
      element("span", { class: "compare__more no-print" },
        element("a", { href: address(`transfergespraech/index.html${query({ praxis: details.id })}`) }, "Transfergespräch", element("span", { class: "visually-hidden" }, ` zu ${details.title}`)),
        others.length > 0 ? element("a", { href: leave }, "Weglassen", element("span", { class: "visually-hidden" }, ` ${details.title}`)) : "",
      ),
    ];
  };
}
