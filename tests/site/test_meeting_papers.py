"""Papers of a meeting, and how its page tracks what was offered, agreed, held and followed up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from praxis.library import Library
from praxis.settings import Settings
from praxis.site import make
from praxis.site.page import Page
from tests.builders import load_site


@pytest.fixture
def made(tmp_path: Path) -> dict[str, Any]:
    """The pages of a site with one meeting, two gaps, and offers in every state; today is 1 June 2025."""
    offers = [
        {"kommune": "herne", "praxis": "besuche", "stand": "nachbereitet", "datum": "2025-03-03"},
        {"kommune": "unna", "stand": "vereinbart", "datum": "2025-03-03", "faellig": "2025-05-01"},
    ]
    library = load_site(
        tmp_path,
        cases=[{"id": "besuche", "kommune": "herne", "titel": "Besuche"}],
        gaps=[
            {"id": "mit", "treffen": "treffen", "meldungen": offers, "kommune": "bochum", "vorgestellt_von": "herne"},
            {"id": "ohne", "treffen": "treffen"},
        ],
        meetings=[{"id": "treffen", "titel": "Treffen", "ort": "Unna"}, {"id": "leer"}],
    )
    return {path: item.data for path, item in pages(library).items()}


def pages(library: Library) -> dict[str, Page]:
    return {path: item for path, item in make(library, Settings.load(library.root)).items() if isinstance(item, Page)}


def test_the_meeting_tells_how_far_each_offer_is_and_what_is_overdue(made: dict[str, Any]) -> None:
    (section,) = [part for part in made["lernnetzwerk/treffen.md"]["sections"] if part["id"] == "angebote"]
    (table,) = section["tables"]
    assert table["head"] == [
        "Lücke",
        "Angebot",
        "angeboten",
        "vereinbart",
        "geführt",
        "nachbereitet",
        "Nächster Schritt",
    ]
    assert [[cell["title"] for cell in row][2:] for row in table["rows"]] == [
        ["ja", "ja", "ja", "ja", "erledigt"],
        ["ja", "ja", "noch nicht", "noch nicht", "Unna: das Gespräch steht noch aus; verabredet war es bis 1.\u00a0Mai\u00a02025."],
    ]  # fmt: skip


def test_a_card_lets_the_partner_present_the_gap(made: dict[str, Any]) -> None:
    cards = made["netzwerktreffen/karten-treffen.md"]["cards"]
    assert [(card["question"], card["place"], card.get("partner", "")) for card in cards] == [
        ("Wie gelingt mit?", "Bochum", "Herne"),
        ("Wie gelingt ohne?", "nicht genannt", ""),
    ]
    assert cards[0]["offers"][1] == "Unna hat ein Gespräch vereinbart (3.\u00a0März\u00a02025)."


def test_the_protocol_has_a_line_for_each_offer_and_room_for_more(made: dict[str, Any]) -> None:
    data = made["netzwerktreffen/protokoll-treffen.md"]
    assert data["facts"] == {"date": "3.\u00a0März\u00a02025", "place": "Unna"}
    filled = [row for row in data["rows"] if row]
    assert [(row["question"], row.get("offer"), row.get("state"), row.get("due")) for row in filled] == [
        ("Wie gelingt mit?", "Herne", "nachbereitet", None),
        ("Wie gelingt mit?", "Unna", "vereinbart", "1.\u00a0Mai\u00a02025"),
        ("Wie gelingt ohne?", None, None, None),
    ]
    assert len(data["rows"]) == 8


def test_a_meeting_without_gaps_has_no_papers_but_blank_ones_are_there(made: dict[str, Any]) -> None:
    assert "netzwerktreffen/karten-leer.md" not in made
    assert made["netzwerktreffen/karten.md"]["cards"] == [{}, {}, {}, {}]
    assert made["netzwerktreffen/protokoll.md"]["rows"] == [{}] * 8
