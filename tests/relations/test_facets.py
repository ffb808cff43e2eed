"""Lists by facet."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.library import Library
from praxis.relations import facets
from tests.builders import load_site


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return load_site(
        tmp_path,
        cases=[
            {"id": "b", "alter": {"von": 2, "bis": 6}, "themen": ["begruessungsbesuch", "fruehe-hilfen"], "finanzierung": ["land"]},
            {"id": "a", "alter": "altersuebergreifend", "themen": ["kita"], "standards": ["steuerung", "wirkung"], "kommune": "x"},
            {"id": "c", "alter": "nicht-berichtet", "themen": ["bildung"], "wo": ["schule"]},
        ],
        gaps=[{"id": "g", "themen": ["kita"], "alter": {"von": 3, "bis": 3}, "meldungen": [{"kommune": "y"}]}],
        municipalities=[{"id": "x", "land": "Hessen", "programm": ["Kette"]}],
    )  # fmt: skip


def ids(lists: dict[str, list]) -> dict[str, list[str]]:  # type: ignore[type-arg]
    return {key: [record.id for record in records] for key, records in lists.items() if records}


def test_every_term_has_a_list_in_the_order_of_the_vocabulary(library: Library) -> None:
    assert list(facets.cases_by_standard(library)) == list(library.vocabulary.standards)
    assert ids(facets.cases_by_standard(library)) == {"zugaenge": ["b", "c"], "steuerung": ["a"], "wirkung": ["a"]}


def test_a_case_belongs_to_every_age_group_it_overlaps(library: Library) -> None:
    assert ids(facets.cases_by_age_group(library)) == {"geburt-3": ["b"], "3-6": ["b"]}


def test_all_ages_and_unknown_ages_stand_apart(library: Library) -> None:
    assert [case.id for case in facets.cases_of_all_ages(library)] == ["a"]
    assert [case.id for case in facets.cases_without_age(library)] == ["c"]


def test_a_topic_lists_the_cases_of_narrower_topics_once(library: Library) -> None:
    assert ids(facets.cases_by_topic(library)) == {
        "fruehe-hilfen": ["b"],
        "begruessungsbesuch": ["b"],
        "bildung": ["a", "c"],
        "kita": ["a"],
    }
    assert ids(facets.cases_by_topic(library, narrower=False))["bildung"] == ["c"]
    assert facets.narrower_topics(library, "bildung") == ["kita", "einschulung"]
    assert facets.broader_topics(library, "kita") == ["bildung"]


def test_not_reported_is_a_list_of_its_own(library: Library) -> None:
    assert ids(facets.cases_by_funding(library)) == {"land": ["b"], "nicht-berichtet": ["a", "c"]}
    assert ids(facets.cases_by_setting(library)) == {"schule": ["c"], "nicht-berichtet": ["a", "b"]}
    assert ids(facets.cases_by_evidence(library)) == {"nicht-berichtet": ["a", "b", "c"]}


def test_lists_by_place(library: Library) -> None:
    assert ids(facets.cases_by_municipality(library)) == {"musterstadt": ["b", "c"], "x": ["a"]}
    assert ids(facets.cases_by_state(library)) == {"Hessen": ["a"], "nicht-berichtet": ["b", "c"]}
    assert ids(facets.cases_by_programme(library)) == {"Kette": ["a"], "nicht-berichtet": ["b", "c"]}


def test_gaps_are_listed_likewise(library: Library) -> None:
    assert ids(facets.gaps_by_age_group(library)) == {"3-6": ["g"]}
    assert ids(facets.gaps_by_topic(library)) == {"bildung": ["g"], "kita": ["g"]}
    assert ids(facets.gaps_by_status(library)) == {"offen": ["g"]}
    assert ids(facets.offers_by_municipality(library)) == {"y": ["g"]}
