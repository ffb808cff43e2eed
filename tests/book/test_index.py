"""The subject index of the project's own handbook: what stands in it leads somewhere, and every line says something."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from praxis.book.index import Entry, entries
from praxis.book.making import job, made
from praxis.book.selection import whole
from praxis.book.volume import Shelf, Volume
from praxis.library import Library
from praxis.settings import Settings
from tests.book.reading import texts
from tests.builders import TODAY, load_site
from tests.site_building import PROJECT


@pytest.fixture(scope="module")
def volume() -> Volume:
    shelf = Shelf(Library.load(PROJECT, TODAY), Settings.load(PROJECT))
    return Volume(shelf, whole(shelf.library))


@pytest.fixture(scope="module")
def found(volume: Volume) -> dict[str, Entry]:
    return entries(volume)


@pytest.fixture(scope="module")
def references(found: dict[str, Entry]) -> dict[str, str]:
    """Words that only name another one, and that word."""
    return {entry.title: entry.see for entry in found.values() if not entry.has_pages}


def test_every_reference_names_an_entry_with_pages(found: dict[str, Entry], references: dict[str, str]) -> None:
    titles = {entry.title for entry in found.values() if entry.has_pages}
    assert len(references) > 100
    assert set(references.values()) <= titles


def test_another_form_of_a_word_has_no_line_of_its_own(volume: Volume, references: dict[str, str]) -> None:
    """„Kitas, siehe Kita“ tells nobody anything; of several forms of another word the first stands there."""
    synonyms = [word for topic in volume.library.vocabulary.topics.values() for word in topic.synonyms]
    assert {"Kitas", "Babylotse", "Babylotsen"} <= set(synonyms)
    assert "Kitas" not in references
    assert references["Babylotse"] == "Lotsendienst"
    assert "Babylotsen" not in references


def test_a_word_with_pages_refers_to_no_other(found: dict[str, Entry]) -> None:
    assert [entry.title for entry in found.values() if entry.has_pages and "see" in entry.as_piece()] == []


@pytest.mark.parametrize("around", ["{}\n\n", "- {}\n", "| {} | b |\n"], ids=["Absatz", "Punkt", "Zeile"])
def test_a_word_is_on_the_page_that_stands_behind_it(tmp_path: Path, around: str) -> None:
    """However far its section reaches."""
    head = "| A | B |\n|---|---|\n" if "|" in around else ""
    filling = "".join(around.format(f"Füllung {number}") for number in range(100))
    text = f"## Lang\n\n{head}{filling}{around.format('Der Begrüßungsbesuch ist hier.')}"
    library = load_site(tmp_path, chapters=[{"id": "01-eins", "titel": "Eins", "text": text}])
    shelf = Shelf(library, Settings.load(tmp_path))
    pages = texts(made(job(Volume(shelf, whole(shelf.library)))))
    shown = next(number for number, page in enumerate(pages, 1) if "ist hier." in page)
    assert shown > 4
    assert re.search(rf"Begrüßungsbesuch,? *,? {shown}\b", " ".join(pages[shown:]))
