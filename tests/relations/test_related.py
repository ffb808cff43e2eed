"""Related cases."""

from __future__ import annotations

from pathlib import Path

from praxis.relations.related import related_cases
from tests.builders import load_site


def test_more_shared_topics_come_first_then_standards_then_ages_then_the_id(tmp_path: Path) -> None:
    library = load_site(
        tmp_path,
        cases=[
            {"id": "ich", "themen": ["kita", "bildung"], "standards": ["zugaenge", "steuerung"], "alter": {"von": 3, "bis": 6}},
            {"id": "alter", "themen": ["kita"], "standards": ["zugaenge"], "alter": {"von": 3, "bis": 6}},
            {"id": "fremd", "themen": ["monitoring"], "standards": ["wirkung"]},
            {"id": "standards", "themen": ["kita"], "standards": ["zugaenge", "steuerung"]},
            {"id": "themen", "themen": ["kita", "bildung"], "standards": ["wirkung"]},
            {"id": "z-alter", "themen": ["kita"], "standards": ["zugaenge"], "alter": {"von": 3, "bis": 6}},
        ],
    )  # fmt: skip
    related = related_cases(library, library.cases["ich"])
    assert [item.case.id for item in related] == ["themen", "standards", "alter", "z-alter"]


def test_reasons_name_what_is_shared(tmp_path: Path) -> None:
    library = load_site(
        tmp_path,
        cases=[
            {"id": "a", "themen": ["kita", "bildung"], "alter": "altersuebergreifend"},
            {"id": "b", "themen": ["bildung", "kita"], "alter": "altersuebergreifend"},
        ],
    )
    (related,) = related_cases(library, library.cases["a"])
    assert related.reasons == (
        "Gleiche Themen: Bildung und Kita.",
        "Gleicher Standard: „Zugänge zu Familien“.",
        "Gleiches Alter: alle Altersgruppen.",
    )


def test_unknown_ages_are_nothing_shared(tmp_path: Path) -> None:
    library = load_site(tmp_path, cases=[{"id": name, "alter": "nicht-berichtet"} for name in "ab"])
    (related,) = related_cases(library, library.cases["a"])
    assert related.age_groups == ()


def test_the_limit_holds_and_a_case_is_not_related_to_itself(tmp_path: Path) -> None:
    library = load_site(tmp_path, cases=[{"id": f"fall-{number}"} for number in range(9)])
    related = related_cases(library, library.cases["fall-4"], limit=3)
    assert [item.case.id for item in related] == ["fall-0", "fall-1", "fall-2"]
