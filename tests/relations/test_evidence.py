"""Evidence and status in words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from praxis.relations.evidence import evidence_label, evidence_words, running_label
from tests.builders import load_site


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ({}, "läuft"),
        ({"stand": 2023}, "läuft"),
        ({"stand": "2023-05-31"}, "Angaben zuletzt belegt 2023"),
        ({"stand": "2023-06-01"}, "läuft"),
        ({"stand": 2015}, "Angaben zuletzt belegt 2015"),
        ({"stand": 2015, "status": "verstetigt"}, "verstetigt (zuletzt belegt 2015)"),
        ({"stand": 2015, "status": "beendet", "zeitraum": {"von": 2005, "bis": 2012}, "ende_grund": "geld"}, "beendet 2012 (Geld fehlte)"),
        ({"stand": 2015, "status": "nicht-berichtet"}, "Status nicht berichtet"),
    ],
)  # fmt: skip
def test_running_is_only_said_of_facts_at_most_two_years_old(
    tmp_path: Path, keys: dict[str, object], text: str
) -> None:
    library = load_site(tmp_path, cases=[{"id": "x", **keys}])
    assert running_label(library.cases["x"], dt.date(2025, 6, 1)) == text


def test_evidence_is_told_with_result_and_source(tmp_path: Path) -> None:
    evidence = {"grad": "beobachtet", "ergebnis": "Über 80 % der Familien erreicht", "quelle": 1}
    library = load_site(tmp_path, cases=[{"id": "x", "nachweis": evidence}, {"id": "y"}])
    words = evidence_words(library.cases["x"])
    assert words.sentence == (
        "In den eigenen Daten ist eine Veränderung zu sehen; ob die Praxis sie bewirkt hat, ist offen."
    )
    assert words.result == "Über 80 % der Familien erreicht."
    assert words.source_number == 1
    assert words.source is not None
    assert words.source.title == "Bericht"
    assert evidence_label(library.cases["y"]) == "Wirkung nicht berichtet"
