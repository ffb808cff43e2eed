"""``daten/faelle/`` and ``daten/luecken/``: one case or gap, in the words of its page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from praxis.scripts import read_data_script
from praxis.site.shelves import shelf_of
from tests.site.data.support import HOSTILE, made

CASE = {
    "id": "besuche",
    "aufwand": {"personal": "1-2", "stand": "2024"},
    "kern": [{"id": "freiwillig", "text": "freiwillig"}, "kostenlos"],
    "nachweis": {"grad": "beobachtet", "ergebnis": "Viele werden erreicht"},
}
GAP = {
    "id": "erreichen",
    "kommune": "nordstadt",
    "kontext": {"gemeindetyp": "kleinstadt"},
    "entscheidend": ["gemeindetyp"],
    "antworten": [{"praxis": "besuche", "warum": "Passt."}],
}


def details(files: dict[str, bytes], path: str) -> Any:
    folder, _, key = path.rpartition("/")
    return read_data_script(files[f"daten/{folder}/{shelf_of(key)}.js"])[key]


def test_a_case_says_what_its_page_says(tmp_path: Path) -> None:
    case = details(made(tmp_path, cases=[CASE]), "faelle/besuche")
    assert case["place"] == "Musterstadt"
    assert case["needs"][0] == {"label": "Personal", "text": "1 bis 2 Stellen", "note": "Stand 2024"}
    assert case["core"] == [{"id": "freiwillig", "text": "freiwillig"}, {"text": "kostenlos"}]
    assert case["evidence"] == (
        "In den eigenen Daten ist eine Veränderung zu sehen; ob die Praxis sie bewirkt hat, ist offen. "
        "Viele werden erreicht."
    )
    assert case["cited"] == (
        "Praxis besuche (Musterstadt). In: Praxis. Stand der Angaben: 1.\u00a0Januar\u00a02025. "
        "https://praxis.example/praxis/besuche.html"
    )


def test_what_is_not_reported_has_no_text(tmp_path: Path) -> None:
    case = details(made(tmp_path, cases=[{"id": "besuche"}]), "faelle/besuche")
    assert case["needs"][0] == {"label": "Personal"}
    assert not {"core", "form"} & case.keys()


def test_a_gap_says_where_it_is_asked_what_decides_and_why_cases_were_found(tmp_path: Path) -> None:
    gap = details(made(tmp_path, cases=[CASE], gaps=[GAP]), "luecken/erreichen")
    assert (gap["question"], gap["place"], gap["decisive"]) == ("Wie gelingt erreichen?", "Nordstadt", ["gemeindetyp"])
    assert gap["context"] == {"gemeindetyp": {"values": ["kleinstadt"], "asOf": "2025-03-01", "origin": "luecke"}}
    assert list(gap["reasons"]) == ["besuche"]
    assert gap["reasons"]["besuche"]


def test_drafts_are_not_told(tmp_path: Path) -> None:
    files = made(tmp_path, cases=[{"id": "geheim", "stufe": "entwurf"}])
    assert not [path for path in files if path.startswith("daten/faelle/")]


def test_hostile_texts_come_back_as_they_were_and_hold_no_tag(tmp_path: Path) -> None:
    files = made(tmp_path, cases=[{**CASE, "titel": HOSTILE}])
    assert details(files, "faelle/besuche")["title"] == HOSTILE
    assert b"<" not in files[f"daten/faelle/{shelf_of('besuche')}.js"]
