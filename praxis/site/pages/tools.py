"""Pages that a script fills: stating a gap, comparison, committee paper, transfer talk. Without a script they say where to read on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.rows import trail

_PRIVATE = "Was Sie hier wählen und schreiben, bleibt auf diesem Gerät. Nichts wird hochgeladen."
_READ_ON = (
    {"title": "Alle Praxisbeispiele", "url": "praxis/index.html"},
    {"title": "Lücken mit passender Praxis", "url": "luecken/index.html"},
    {"title": "Kommunen mit ihren Bedingungen und dem Vergleich", "url": "kommunen/index.html"},
)


def pages(_: SiteModel) -> Iterator[Page]:
    """``luecke-beschreiben``, ``vergleich``, ``beschlussvorlage``, ``transfergespraech``."""
    yield _tool(
        "luecke-beschreiben",
        "Ich habe eine Lücke",
        "Beschreiben Sie, was in Ihrer Präventionskette fehlt. Sie sehen sofort, welche Praxis passen kann, warum, und was an Ihrem Ort anders ist.",
        without="Die Treffer zu einer eigenen Beschreibung entstehen auf Ihrem Gerät; dafür braucht es JavaScript. Ohne JavaScript finden Sie Praxis über die Lücken anderer Kommunen, über das Raster nach Standard und Alter und über die Liste aller Praxisbeispiele. Eine Lücke melden können Sie auch so.",
        links=(
            {"title": "Raster: Praxis und Lücken nach Standard und Alter", "url": "raster/index.html"},
            {"title": "Eine Lücke melden", "url": "mitmachen/index.html"},
        ),
    )
    yield _tool(
        "vergleich",
        "Praxis vergleichen",
        "Bis zu vier Praxisbeispiele nebeneinander: was sie brauchen, was bleiben muss, was bekannt ist und was nicht.",
        without="Der Vergleich stellt die Angaben mehrerer Seiten nebeneinander; dafür braucht er JavaScript. Ohne JavaScript stehen dieselben Angaben auf der Seite jedes Praxisbeispiels, und die Seite jeder Kommune zeigt Beispiele mit dem Vergleich der Bedingungen.",
    )
    yield _tool(
        "beschlussvorlage",
        "Beschlussvorlage vorbereiten",
        "Aus einer Lücke und zwei bis vier Praxisbeispielen wird ein Entwurf für den Ausschuss, zum Drucken oder als Word-Datei.",
        without="Den Entwurf stellt ein Skript auf Ihrem Gerät zusammen; dafür braucht die Seite JavaScript. Ohne JavaScript finden Sie die Angaben für jede Möglichkeit auf der Seite des Praxisbeispiels: was es braucht, was über Wirkungen bekannt ist, was nicht berichtet ist und wie Sie es zitieren.",
    )
    yield _tool(
        "transfergespraech",
        "Transfergespräch vorbereiten",
        "Ein Leitfaden für das Gespräch mit einer Kommune, die eine Praxis schon hat: Vorbereitung, Austausch, Nachbereitung.",
        without="Der Leitfaden wählt die Fragen für Ihr Gespräch aus; dafür braucht die Seite JavaScript. Ohne JavaScript stehen alle Fragen auf der Seite des Kontextmodells, nach Dimensionen geordnet.",
        links=({"title": "Alle Fragen des Kontextmodells", "url": "kontextmodell/index.html"},),
    )  # fmt: skip


def _tool(name: str, title: str, lead: str, *, without: str, links: tuple[dict[str, str], ...] = ()) -> Page:
    data: dict[str, Any] = {
        "trail": trail(),
        "script": name,
        "private": _PRIVATE,
        "without": without,
        "links": [*links, *_READ_ON],
    }
    return Page(path=f"{name}/index.md", template="werkzeug.html", title=title, description=lead, data=data)
