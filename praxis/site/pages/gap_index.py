"""The index of all gaps: what is sought, the finder, and every gap."""

from __future__ import annotations

from praxis.records import Gap
from praxis.relations.matching import wanted
from praxis.site.finder import finder
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.rows import REGISTER_LINK, gap_row, section, trail

_LISTS = (
    {"title": "Lücken und Praxis nach Standard", "url": "standards/index.html"},
    {"title": "nach Alter", "url": "alter/index.html"},
    {"title": "nach Übergang", "url": "uebergaenge/index.html"},
    {"title": "nach Thema", "url": "themen/index.html"},
    {"title": "nach Kommune", "url": "kommunen/index.html"},
)
_DESCRIBE = ("Beschreiben Sie Ihre eigene Lücke und sehen Sie sofort passende Praxis", "luecke-beschreiben/index.html")
_FEED = {"title": "„Gesucht“ als Feed abonnieren (Atom)", "url": "daten/gesucht.atom"}


def index(model: SiteModel) -> Page:
    """``luecken/index``: the finder, „Gesucht“, the lists by facet, and every gap."""
    gaps = list(model.library.gaps.values())
    made = finder(model, Gap.kind)
    return Page(
        path="luecken/index.md",
        template="finder.html",
        title="Lücken",
        description="Was Kommunen in ihrer Präventionskette fehlt, mit passender Praxis und Gründen.",
        data={
            "trail": trail(),
            "lead": "Eine Lücke ist eine Frage aus der Arbeit an einer Präventionskette, zu der vor Ort die Lösung fehlt. Jede Seite nennt Praxis, die passen kann, mit Gründen und Unterschieden.",
            "call": {"title": "Die eigene Lücke beschreiben", "url": "luecke-beschreiben/index.html"},
            "finder": {"name": made.name, "address": made.address},
            "sections": [
                section(
                    "gesucht",
                    "Gesucht",
                    intro="Aktuelle Fragen, die noch offen sind oder zu denen keine Praxis passt.",
                    links=[{"title": gap.question, "url": gap.address} for gap in wanted(model.library)],
                    empty="Zurzeit ist keine aktuelle Frage offen. Fehlt in Ihrer Kette etwas?",
                    after=_DESCRIBE,
                    groups=[{"title": "Nichts verpassen", "links": [_FEED]}],
                ),
                section("eingrenzen", "Ohne Filter blättern", links=_LISTS, after=REGISTER_LINK),
            ],
            "static": [
                section(
                    "gemeldet",
                    "Von Kommunen gemeldet",
                    gaps=[gap_row(model, gap) for gap in gaps if gap.origin == "gemeldet"],
                    empty="Noch hat keine Kommune eine Lücke gemeldet.",
                    after=("So melden Sie eine Lücke", "mitmachen/index.html"),
                ),
                section(
                    "redaktion",
                    "Von der Redaktion aus Texten gefolgert",
                    intro="Diese Fragen hat keine Kommune gestellt. Die Redaktion hat sie aus Berichten abgeleitet.",
                    gaps=[gap_row(model, gap) for gap in gaps if gap.origin != "gemeldet"],
                    empty="Zurzeit gibt es keine.",
                ),
            ],
        },
    )  # fmt: skip
