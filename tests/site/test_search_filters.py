"""Filters understood in the words of a search, with the real vocabularies; their addresses are those of the finder."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from praxis.library import Library
from praxis.search.filters import rest_of
from praxis.site.finder.case_facets import case_facets
from praxis.site.search_filters import choices, finder_address, recogniser

LIBRARY = Library.load(Path(__file__).parents[2]).public


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Kita-Alter", {"alter=3-6"}),
        ("Kitaalter", {"alter=3-6"}),
        ("geprüfte Praxis Kita Alter", {"alter=3-6", "stufe=geprueft"}),
        ("3 bis 6", {"alter=3-6"}),
        ("ab 10 Jahre", {"alter=10-27"}),
        ("U3", {"alter=0-3"}),
        ("Ü3", {"alter=3-6"}),
        ("einjährige Kinder", {"alter=1-2"}),
        ("Hausbesuch in Dormagen", {"kommune=dormagen"}),
        ("Düren", {"kommune=kreis-dueren"}),
        ("Leitbild", {"standard=leitbild", "thema=leitbild"}),
        ("Babybesuch", {"thema=begruessungsbesuch"}),
        ("aus ESF bezahlt", {"finanzierung=esf"}),
        ("läuft noch", {"status=laeuft"}),
        ("beendet", {"status=beendet"}),
        ("Thüringen", {"land=thueringen"}),
        ("-Dormagen", set()),
        ("§ 8 bis 10", set()),
        ("2015-2018", set()),
    ],
)
def test_words_name_filters(query: str, expected: set[str]) -> None:
    found = {f"{each.facet}={each.value}" for each in recogniser(LIBRARY).understood(query)}
    assert expected <= found
    assert expected or not found


def test_the_other_words_stay_in_the_search() -> None:
    text = "Hausbesuch in Dormagen ab 10 Jahre"
    found = [each for each in recogniser(LIBRARY).understood(text) if each.facet in ("kommune", "alter")]
    assert rest_of(text, found) == "Hausbesuch in"
    address = urlsplit(finder_address(text, found))
    assert address.path == "praxis/index.html"
    assert parse_qs(address.query) == {"q": ["Hausbesuch in"], "kommune": ["dormagen"], "alter": ["10-27"]}


def test_every_filter_is_one_of_the_finder() -> None:
    known = {facet.id: {value.id for value in facet.values} for facet in case_facets(LIBRARY)}
    strange = [
        (each.facet, each.value)
        for each in choices(LIBRARY)
        if each.facet != "alter" and each.value not in known[each.facet]
    ]
    assert strange == []
