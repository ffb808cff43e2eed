// SPDX-License-Identifier: MIT
/** `vergleich/index.html?faelle=a,b&luecke=c`: up to four cases side by side, from the address or the shortlist. */

import { asked, type Need, query } from "../paths/asked";
import { placeFold } from "../paths/case_rows";
import { candidates, type Desk, loadDesk, ownSide } from "../paths/candidates";
import { shortlistSection } from "../paths/shortlist_section";
import { sideBySide } from "../paths/side_by_side";
import { type Head, sideBySideView } from "../paths/side_by_side_view";
import { hintBox, startTool } from "../paths/tool_page";
import { element, refill } from "../shared/dom";
import { quoted } from "../shared/german";
import { onOwnPlaceChange } from "../shared/own_place";
import { address } from "../shared/scripts";
import { MOST_COMPARED, shortlist } from "../shared/shortlist";

startTool(async (target) => {
  const { cases, gap, question, hints } = asked(location.search, ["faelle", "luecke", "frage"]);
  const ids = cases ?? shortlist().slice(0, MOST_COMPARED);
  const desk = await loadDesk(ids, gap);
  const shown = desk.cases.map(({ details }) => details.id);
  const comparison = shown.length > 0 ? compared(desk, question) : [];
  refill(target, hintBox([...hints, ...desk.hints]), comparison, await shortlistSection(shown, { luecke: desk.gap?.id, frage: question }));
});

function compared(desk: Desk, question: string | undefined): (HTMLElement | undefined)[] {
  const shown = desk.cases.map(({ details }) => details.id);
  const need = { luecke: desk.gap?.id, frage: question };
  const view = element("div");
  const draw = (): void => {
    const own = ownSide(desk);
    const found = candidates(desk, own);
    refill(view, sideBySideView(sideBySide(desk.model, found, own, desk.gap), found, head(shown, need)));
  };
  onOwnPlaceChange(draw);
  draw();
  const few = shown.length < 2 && element("p", { class: "prose" }, "Hier steht erst ein Praxisbeispiel. Legen Sie weitere auf die Merkliste, um zu vergleichen.");
  return [
    desk.gap && element("p", { class: "prose" }, "Für die Lücke: ", element("a", { href: address(desk.gap.url) }, desk.gap.question)),
    question ? element("p", { class: "prose" }, `Für Ihren Bedarf: ${quoted(question)}`) : undefined,
    element("p", { class: "soft prose" }, "Angaben und Lücken, keine Rangfolge. „Nicht berichtet“ zählt weder dafür noch dagegen."),
    few || undefined,
    placeFold(),
    actions(shown, need),
    view,
  ];
}

function actions(shown: readonly string[], need: Need): HTMLElement {
  const print = element("button", { type: "button", class: "button button--quiet" }, "Vergleich drucken");
  print.addEventListener("click", () => window.print());
  return element(
    "div",
    { class: "place__row no-print" },
    element("a", { class: "button", href: address(`beschlussvorlage/index.html${query({ faelle: shown, ...need })}`) }, "Beschlussvorlage vorbereiten"),
    print,
    element("a", { href: query({ faelle: shown, ...need }) }, "Adresse dieser Auswahl"),
  );
}

function head(shown: readonly string[], need: Need): Head {
  return ({ details }) => {
    const others = shown.filter((id) => id !== details.id);
    const leave = query({ faelle: others, ...need });
    return [
      element("a", { href: address(details.url) }, `${details.title}, ${details.place}`),
      element("span", { class: "compare__more no-print" },
        element("a", { href: address(`transfergespraech/index.html${query({ praxis: details.id })}`) }, "Transfergespräch", element("span", { class: "visually-hidden" }, ` zu ${details.title}`)),
        others.length > 0 ? element("a", { href: leave }, "Weglassen", element("span", { class: "visually-hidden" }, ` ${details.title}`)) : "",
      ),
    ];
  };
}
