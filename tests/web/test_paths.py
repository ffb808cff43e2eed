"""From gap to practice in the browser, without a page: comparison with one's own place, open questions, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from praxis.scripts import read_data_script
from praxis.site import build
from praxis.site.shelves import shelf_of
from tests.builders import load_site
from tests.web.node import run_node_test

pytestmark = pytest.mark.node
MODULES = ["paths/asked", "paths/here", "paths/side_by_side", "relations/cases", "relations/model"]
VISITS = {
    "id": "besuche",
    "titel": "Erstbesuche",
    "kontext": {
        "gemeindetyp": {"wert": "grossstadt", "bedeutung": "hilfreich"},
        "meldedaten-zugang": {"wert": "ja", "bedeutung": "unverzichtbar"},
    },
    "aufwand": {"personal": "1-2"},
    "kern": [{"id": "freiwillig", "text": "freiwillig"}, {"id": "kostenlos", "text": "kostenlos"}],
}
REUSE = {
    "id": "uebernahme",
    "praxis": "besuche",
    "anpassungen": [
        {"was": "Besuche nur auf Wunsch", "weil": {"bedingung": "gemeindetyp", "text": "weite Wege"}},
    ],
}
OTHER_REUSE = {
    "id": "andere-uebernahme",
    "praxis": "cafe",
    "anpassungen": [{"was": "Anschreiben über die Kliniken", "weil": {"bedingung": "meldedaten-zugang"}}],
}
GAP = {"id": "erreichen", "kontext": {"gemeindetyp": "mittelstadt"}, "entscheidend": ["jugendamt"]}
PLACE = {"id": "nordstadt", "kontext": {"gemeindetyp": "kleinstadt"}}


def small_site(root: Path) -> dict[str, Any]:
    """What the browser loads of a site with two cases, two reuses, a gap and a place."""
    files = build(
        load_site(root, cases=[VISITS, {"id": "cafe"}], reuses=[REUSE, OTHER_REUSE], gaps=[GAP], municipalities=[PLACE])
    )
    names = (
        "kontextmodell",
        "kommunen",
        "abgleich",
        "abgleich-0",
    )
    model, places, overview, cases = (read_data_script(files[f"daten/{name}.js"]) for name in names)
    gap, *details = (
        read_data_script(files[f"daten/{folder}/{shelf_of(key)}.js"])[key]
        for folder, key in (("luecken", "erreichen"), ("faelle", "besuche"), ("faelle", "cafe"))
    )
    return {"model": model, "places": places, "overview": overview, "cases": cases, "gap": gap, "details": details}


def test_comparison_questions_and_letter_follow_their_rules(tmp_path: Path) -> None:
    run_node_test("paths", MODULES, tmp_path, small_site(tmp_path))
