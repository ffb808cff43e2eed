"""Chapters, standards and everything below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.library import Library
from praxis.relations.chapters import chapter_links, chapters_of, standard_links
from tests.builders import load_site


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two of the four standards name the chapter that explains them."""
    library = load_site(
        tmp_path,
        cases=[
            {"id": "a", "standards": ["zugaenge", "uebergaenge"], "lehren": {"gelungen": "Ja"}},
            {"id": "b"},
        ],
        gaps=[{"id": "g", "standards": ["steuerung"]}, {"id": "weg", "status": "zurueckgezogen"}],
        materials=[{"id": "m", "standards": ["zugaenge"]}],
        chapters=[{"id": "01-zugaenge", "standards": ["uebergaenge"]}, {"id": "02-steuerung"}, {"id": "03-rahmen"}],
    )
    standards = tmp_path / "docs" / "vokabular" / "standards.yml"
    text = standards.read_text(encoding="utf-8")
    for name in ("zugaenge", "steuerung"):
        text = text.replace(f"- id: {name}\n", f"- id: {name}\n  handbuch: {name}\n")
    standards.write_text(text, encoding="utf-8")
    return Library.load(tmp_path, library.today)


def test_a_chapter_is_about_the_standards_it_names_and_those_that_name_it(library: Library) -> None:
    links = chapter_links(library)
    assert {key: [item.standard.id for item in value.standards] for key, value in links.items()} == {
        "zugaenge": ["zugaenge", "uebergaenge"],
        "steuerung": ["steuerung"],
        "rahmen": [],
    }
    assert [chapter.id for chapter in chapters_of(library, ["steuerung", "uebergaenge"])] == ["zugaenge", "steuerung"]


def test_records_of_a_chapter_are_listed_once(library: Library) -> None:
    chapter = chapter_links(library)["zugaenge"]
    assert [case.id for case in chapter.cases] == ["a", "b"]
    assert [material.id for material in chapter.materials] == ["m"]
    assert chapter.gaps == ()
    assert chapter.unanswered == ()


def test_a_standard_without_a_case_is_unanswered(library: Library) -> None:
    assert [key for key, links in standard_links(library).items() if links.is_unanswered] == ["steuerung", "wirkung"]
    assert [standard.id for standard in chapter_links(library)["steuerung"].unanswered] == ["steuerung"]


def test_what_was_learned_stands_under_the_standard(library: Library) -> None:
    assert [lesson.text for lesson in standard_links(library)["uebergaenge"].lessons.worked] == ["Ja."]
