"""Pages that a script fills, such as the comparison. Without a script they say where to read on."""

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
    """``vergleich``."""
    yield _tool(
        "vergleich",
        "Praxis vergleichen",
        "Bis zu vier Praxisbeispiele nebeneinander: was sie brauchen, was bleiben muss, was bekannt ist und was nicht.",
        without="Der Vergleich stellt die Angaben mehrerer Seiten nebeneinander; dafür braucht er JavaScript. Ohne JavaScript stehen dieselben Angaben auf der Seite jedes Praxisbeispiels, und die Seite jeder Kommune zeigt Beispiele mit dem Vergleich der Bedingungen.",
    )


def _tool(name: str, title: str, lead: str, *, without: str) -> Page:
    data: dict[str, Any] = {
        "trail": trail(),
        "script": name,
        "private": _PRIVATE,
        "without": without,
        "links": list(_READ_ON),
    }
    return Page(path=f"{name}/index.md", template="werkzeug.html", title=title, description=lead, data=data)
