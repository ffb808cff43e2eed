"""The index of all cases: the ways to narrow it down first, then every case by place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from praxis.records import Case
from praxis.relations.facets import (
    cases_by_age_group,
    cases_by_standard,
    cases_by_topic,
    cases_by_transition,
    cases_of_all_ages,
)
from praxis.relations.register_words import alphabetical
from praxis.site.finder import cases_by_place, finder
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.facet_lists import FACET_LISTS
from praxis.site.rows import REGISTER_LINK, case_row, section, trail
from praxis.wording import counted

Piece = dict[str, Any]


def index(model: SiteModel) -> Page:
    """``praxis/index``: the finder, the lists by facet, and every case."""
    cases = cases_by_place(model)
    made = finder(model, Case.kind)
    return Page(
        path="praxis/index.md",
        template="finder.html",
        title="Praxis",
        description="Alle Praxisbeispiele mit Ort, Alter, Standards und dem, was nicht berichtet ist.",
        data={
            "trail": trail(),
            "lead": f"{counted(len(cases), 'Praxisbeispiel', 'Praxisbeispiele')} aus Kommunen und Ländern.",
            "finder": {"name": made.name, "address": made.address},
            "sections": [section("eingrenzen", "Ohne Filter blättern", folds=_facets(model), after=REGISTER_LINK)],
            "static": [
                section(
                    "alle",
                    "Alle Praxisbeispiele",
                    intro="Nach Ort geordnet.",
                    cases=[case_row(model, case) for case in cases],
                    empty="Noch ist kein Fall erfasst.",
                    after=("So tragen Sie einen Fall ein", "mitmachen/index.html"),
                ),
            ],
        },
    )


def _facets(model: SiteModel) -> list[Piece]:
    library, vocabulary = model.library, model.library.vocabulary
    ages = _links("alter", vocabulary.age_groups, cases_by_age_group(library))
    ages.append({"title": "Altersübergreifend", "url": "alter/altersuebergreifend.html", "count": len(cases_of_all_ages(library))})  # fmt: skip
    topics = sorted(
        _links("themen", vocabulary.topics, cases_by_topic(library)), key=lambda entry: alphabetical(entry["title"])
    )
    return [
        {"title": "nach Standard", "links": _links("standards", vocabulary.standards, cases_by_standard(library))},
        {"title": "nach Alter", "links": ages},
        {
            "title": "nach Übergang",
            "links": _links("uebergaenge", vocabulary.transitions, cases_by_transition(library)),
        },
        {"title": "nach Thema", "links": [entry for entry in topics if entry["count"]]},
        {"title": "nach Kommune", "links": _places(model)},
        *({"title": facet.by, "links": facet.entries(model)} for facet in FACET_LISTS),
    ]


def _links(folder: str, terms: Mapping[str, Any], lists: Mapping[str, list[Any]]) -> list[Piece]:
    return [
        {"title": term.title, "url": f"{folder}/{key}.html", "count": len(lists.get(key, ()))}
        for key, term in terms.items()
    ]


def _places(model: SiteModel) -> list[Piece]:
    counts: dict[str, int] = {}
    for case in model.library.cases.values():
        counts[case.municipality] = counts.get(case.municipality, 0) + 1
    entries: Iterable[Piece] = (
        {"title": place.title, "url": place.address, "count": counts[key]}
        for key, place in model.library.municipalities.items()
        if key in counts
    )
    return sorted(entries, key=lambda entry: alphabetical(entry["title"]))
