"""The start page: need first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.library import Library
from praxis.records import Case, Gap
from praxis.relations.grid import grid
from praxis.relations.matching import wanted
from praxis.relations.reporting import coverage
from praxis.site.grid_view import grid_columns, grid_rows
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.wording import age_words, counted, german_date

_SHOWN = 5


def pages(model: SiteModel) -> Iterator[Page]:
    """The one start page."""
    library = model.library
    open_gaps = wanted(library)
    yield Page(
        path="index.md",
        template="home.html",
        title="Gute Praxis für Präventionsketten",
        data={
            "counts": _counts(model),
            "grid": _grid(model),
            "wanted": [_gap(gap) for gap in open_gaps[:_SHOWN]],
            "wanted_count": len(open_gaps),
            "newest": [_case(model, case) for case in _newest(model)],
            "coverage": [
                {"title": entry.title, "reported": entry.reported, "partly": entry.partly, "total": entry.total}
                for entry in coverage(library)
            ],
        },
        source="docs/index.md",
    )


def _counts(model: SiteModel) -> list[dict[str, str]]:
    library = model.library
    words = [
        (counted(len(library.cases), "Praxisbeispiel", "Praxisbeispiele"), "praxis/index.html"),
        (_places(library), "kommunen/index.html"),
        (counted(len(library.gaps), "Lücke", "Lücken", "keine"), "luecken/index.html"),
        (counted(len(library.reuses), "Nachnutzung", "Nachnutzungen", "keine"), "nachnutzung/index.html"),
        (counted(len(library.chapters), "Handbuchkapitel", "Handbuchkapitel"), "handbuch/index.html"),
    ]
    return [{"words": text, "url": url} for text, url in words if text]


def _places(library: Library) -> str:
    """Where the cases are from; a single place by its name, no place as nothing."""
    places = sorted({case.municipality for case in library.cases.values()})
    if len(places) > 1:
        return f"aus {counted(len(places), 'Kommune', 'Kommunen')} und Ländern"
    return "".join(f"aus {library.municipalities[place].title}" for place in places)


def _grid(model: SiteModel) -> dict[str, Any]:
    table, vocabulary = grid(model.library), model.library.vocabulary
    return {"columns": grid_columns(table, vocabulary), "rows": grid_rows(table, vocabulary)}


def _gap(gap: Gap) -> dict[str, str]:
    return {
        "title": gap.title,
        "question": gap.question,
        "url": gap.address,
        "ages": age_words(gap.ages),
        "reported": german_date(gap.reported),
        "origin": "von der Redaktion formuliert" if gap.origin == "redaktionell" else "von einer Kommune gemeldet",
    }


def _newest(model: SiteModel) -> list[Case]:
    cases = sorted(model.library.cases.values(), key=lambda case: (case.as_of.latest, case.id), reverse=True)
    return cases[:_SHOWN]


def _case(model: SiteModel, case: Case) -> dict[str, str]:
    place = model.library.municipalities.get(case.municipality)
    return {
        "title": case.title,
        "short": case.short,
        "url": case.address,
        "place": place.title if place else case.municipality,
        "as_of": german_date(case.as_of),
    }
