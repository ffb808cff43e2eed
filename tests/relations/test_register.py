"""The subject index from A to Z: terms, synonyms, parts of compounds, places."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.library import Library
from praxis.relations.register import Entry, register
from praxis.relations.register_words import Inversions, alphabetical
from tests.builders import load_site

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry]:
    return {entry.heading: entry for entry in register(Library.load(PROJECT).public)}


def test_a_topic_leads_to_its_page_and_its_records(entries: dict[str, Entry]) -> None:
    entry = entries["Frühe Hilfen"]
    assert [place.address for place in entry.places] == [
        "themen/fruehe-hilfen.html",
        "glossar/index.html#fruehe-hilfen",
    ]
    assert "netzwerk-fuer-familien-dormagen" in [record.id for record in entry.records]


def test_a_synonym_refers_to_its_term(entries: dict[str, Entry]) -> None:
    assert entries["Babybesuch"].see == ["Begrüßungsbesuch"]
    assert entries["Babybesuch"].only_refers


def test_another_form_of_the_same_word_is_no_entry(entries: dict[str, Entry]) -> None:
    assert "Präventionsketten" not in entries


def test_a_compound_stands_under_its_last_word_too(entries: dict[str, Entry]) -> None:
    assert entries["Sozialarbeit, Schul-"].see == ["Schulsozialarbeit"]
    assert entries["Tagespflege, Kinder-"].see == ["Kindertagespflege"]


def test_places_lead_to_their_pages_and_practice(entries: dict[str, Entry]) -> None:
    assert entries["Dormagen"].places[0].address == "kommunen/dormagen.html"
    assert [record.id for record in entries["Dormagen"].records] == ["netzwerk-fuer-familien-dormagen"]
    assert entries["Düren, Kreis"].see == ["Kreis Düren"]


def test_every_case_and_gap_is_in_the_register(entries: dict[str, Entry]) -> None:
    library = Library.load(PROJECT).public
    listed = {(type(record), record.id) for entry in entries.values() for record in entry.records}
    everything = [*library.cases.values(), *library.gaps.values()]
    assert [record.id for record in everything if (type(record), record.id) not in listed] == []


def test_references_lead_to_headings(entries: dict[str, Entry]) -> None:
    assert [see for entry in entries.values() for see in entry.see if see not in entries] == []


def test_a_heading_that_has_its_own_pages_and_a_reference_has_both(tmp_path: Path) -> None:
    found = register(load_site(tmp_path, municipalities=[{"id": "musterstadt", "titel": "Kreis Düren"}]))
    assert [entry.see for entry in found if entry.heading == "Düren, Kreis"] == [["Kreis Düren"]]


def test_umlauts_are_sorted_like_their_vowels_and_numbers_first() -> None:
    headings = ["Äpfel", "Zoo", "Apfel", "Arbeit", "10 Jahre", "§ 8a", "Österreich", "Ofen"]
    assert sorted(headings, key=alphabetical) == [
        "10 Jahre", "§ 8a", "Apfel", "Äpfel", "Arbeit", "Ofen", "Österreich", "Zoo",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Frühe Hilfen", ["Hilfen, Frühe"]),
        ("Allgemeiner Sozialer Dienst", ["Dienst, Allgemeiner Sozialer"]),
        ("Kreis Düren", ["Düren, Kreis"]),
        ("Bubble-Tool", ["Tool, Bubble-"]),
        ("Guter Start NRW", []),
        ("SGB VIII", []),
        ("Hilfen zur Erziehung", []),
        ("Alleinerziehende", []),
        ("Kita", []),
    ],
)
def test_inversions_are_those_that_readers_look_up(heading: str, expected: list[str]) -> None:
    words = ["Hilfen", "Dienst", "Tool", "Ende", "Start", "Erziehung", "Alleinerziehung"]
    assert list(Inversions([heading, *words]).of(heading)) == expected
