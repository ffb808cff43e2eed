"""The reporting card."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from praxis.library import Library
from praxis.relations.reporting import coverage, most_telling_unknown, reporting_card, unreported
from tests.builders import load_site

FULL: dict[str, Any] = {
    "wer": {"traeger": "oeffentlich", "federfuehrung": "Jugendamt", "beteiligte": ["Klinik"]},
    "abweichung": "Es dauerte länger.",
    "kontext": {"gemeindetyp": "grossstadt", "raum": "staedtisch", "qualifikation": "fachkraft"},
    "aufwand": {"personal": "1-2", "sachkosten": "10-50k", "anlauf": "6-12"},
    "finanzierung": ["kommune"],
    "qualitaetssicherung": "Jährliche Auswertung.",
    "kern": ["freiwillig"],
    "form": ["Tasche"],
    "reife": {"handbuch": "nein", "schulung": "ja", "begleitung": "ja", "hospitation": "ja"},
    "nachweis": {"grad": "beobachtet"},
    "text": "## Ausgangslage\n\nViel.\n\n## Vorgehen\n\n### Schritte\n\nEins.\n\n## Stolpersteine\n\nKeine.\n",
}


def states(library: Library, case: str) -> dict[str, str]:
    return {entry.id: entry.state for entry in reporting_card(library.cases[case])}


def one(tmp_path: Path, **keys: Any) -> Library:
    return load_site(tmp_path, cases=[{"id": "x", **keys}])


def test_a_case_with_the_mandatory_keys_leaves_almost_everything_open(tmp_path: Path) -> None:
    assert states(one(tmp_path), "x") == {
        "beteiligte": "teilweise",
        "umsetzung": "nicht berichtet",
        "umfeld": "nicht berichtet",
        "kosten": "nicht berichtet",
        "qualitaetssicherung": "nicht berichtet",
        "traeger": "nicht berichtet",
        "personal": "nicht berichtet",
        "kern": "nicht berichtet",
        "reife": "nicht berichtet",
    }


def test_a_full_case_leaves_nothing_open(tmp_path: Path) -> None:
    library = one(tmp_path, **FULL)
    assert set(states(library, "x").values()) == {"berichtet"}
    assert unreported(library.cases["x"]) == []
    assert most_telling_unknown(library.cases["x"]) is None


@pytest.mark.parametrize(
    ("entry", "keys"),
    [
        ("beteiligte", {"alter": "nicht-berichtet", "wer": {"beteiligte": ["Klinik"]}}),
        ("umsetzung", {"abweichung": "Anders."}),
        ("umsetzung", {"text": "## Vorgehen\n\nSo.\n"}),
        ("umfeld", {"kontext": {"gemeindetyp": "grossstadt", "raum": "staedtisch", "jugendamt": "kreis"}}),
        ("umfeld", {"text": "## Ausgangslage\n\nSo.\n"}),
        ("kosten", {"aufwand": {"sachkosten": "bis-10k"}}),
        ("kosten", {"finanzierung": ["land"]}),
        ("traeger", {"wer": {"traeger": "frei"}}),
        ("personal", {"aufwand": {"personal": "1-2"}}),
        ("personal", {"kontext": {"qualifikation": "fachkraft"}}),
        ("kern", {"kern": ["freiwillig"]}),
        ("reife", {"reife": {"handbuch": "nein"}}),
    ],
)
def test_one_part_of_several_is_partly_reported(tmp_path: Path, entry: str, keys: dict[str, Any]) -> None:
    assert states(one(tmp_path, **keys), "x")[entry] == "teilweise"


def test_an_explicit_no_is_reported(tmp_path: Path) -> None:
    library = one(tmp_path, reife=dict.fromkeys(("handbuch", "schulung", "begleitung", "hospitation"), "nein"))
    assert states(library, "x")["reife"] == "berichtet"


def test_an_empty_heading_reports_nothing(tmp_path: Path) -> None:
    library = one(tmp_path, text="## Vorgehen\n\n## Ergebnisse\n\nText.\n")
    assert states(library, "x")["umsetzung"] == "nicht berichtet"


def test_the_municipalitys_context_does_not_count(tmp_path: Path) -> None:
    context = {"gemeindetyp": "grossstadt", "raum": "staedtisch", "jugendamt": "kreis"}
    library = load_site(tmp_path, cases=[{"id": "x"}], municipalities=[{"id": "musterstadt", "kontext": context}])
    assert states(library, "x")["umfeld"] == "nicht berichtet"


def test_an_entry_says_what_is_known_and_what_is_missing(tmp_path: Path) -> None:
    card = {entry.id: entry for entry in reporting_card(one(tmp_path, finanzierung=["land"]).cases["x"])}
    assert card["kosten"].text == "berichtet: Finanzierung; nicht berichtet: Sachkosten"


def test_the_most_telling_unknown_is_what_a_coordinator_misses_first(tmp_path: Path) -> None:
    library = load_site(
        tmp_path,
        cases=[
            {"id": "a"},
            {"id": "b", "aufwand": {"sachkosten": "bis-10k"}},
            {"id": "c", "aufwand": FULL["aufwand"]},
            {"id": "d", "aufwand": FULL["aufwand"], "nachweis": {"grad": "begruendet"}},
        ],
    )
    assert [most_telling_unknown(case) for case in library.cases.values()] == [
        "Kosten, Personal und Wirkung nicht berichtet",
        "Personal und Wirkung nicht berichtet",
        "Wirkung nicht berichtet",
        "Beteiligte Stellen nicht berichtet",
    ]


def test_what_is_unreported_is_told_in_sentences(tmp_path: Path) -> None:
    sentences = unreported(one(tmp_path, status="nicht-berichtet", zeitraum="nicht-berichtet").cases["x"])
    assert "Die Sachkosten sind nicht berichtet." in sentences
    assert "Ob die Praxis noch läuft, ist nicht berichtet." in sentences
    assert all(sentence.endswith(".") for sentence in sentences)


def test_coverage_counts_every_case_once_an_entry(tmp_path: Path) -> None:
    library = load_site(tmp_path, cases=[{"id": "a", **FULL}, {"id": "b"}, {"id": "c", "finanzierung": ["land"]}])
    rows = {row.id: row for row in coverage(library)}
    assert (rows["kosten"].reported, rows["kosten"].partly, rows["kosten"].unreported) == (1, 1, 1)
    assert {row.total for row in rows.values()} == {3}
