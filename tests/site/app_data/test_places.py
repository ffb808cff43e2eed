"""``daten/kommunen.js``: every municipality with its known conditions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from praxis.scripts import read_data_script
from tests.site.data.support import HOSTILE, made

OWN = {"id": "nordstadt", "land": "Hessen", "stand": "2024-05-01", "kontext": {"gemeindetyp": "grossstadt"}}


def places(root: Path, *municipalities: dict[str, Any]) -> Any:
    return read_data_script(made(root, municipalities=municipalities)["daten/kommunen.js"])


def test_a_municipality_has_its_name_its_kind_and_its_known_conditions(tmp_path: Path) -> None:
    assert places(tmp_path, OWN) == [
        {
            "id": "nordstadt",
            "name": "Nordstadt",
            "kind": "stadt",
            "type": "Stadt",
            "state": "Hessen",
            "context": {"gemeindetyp": {"values": ["grossstadt"], "asOf": "2024-05-01"}},
        }
    ]


def test_what_is_not_reported_is_left_out(tmp_path: Path) -> None:
    assert places(tmp_path, {"id": "nordstadt"}) == [
        {"id": "nordstadt", "name": "Nordstadt", "kind": "stadt", "type": "Stadt"}
    ]


def test_municipalities_stand_by_name(tmp_path: Path) -> None:
    found = places(tmp_path, {"id": "a", "titel": "Zell"}, {"id": "b", "titel": "Aue"})
    assert [place["name"] for place in found] == ["Aue", "Zell"]


def test_hostile_names_come_back_as_they_were_and_hold_no_tag(tmp_path: Path) -> None:
    files = made(tmp_path, municipalities=[{"id": "a", "titel": HOSTILE}])
    assert read_data_script(files["daten/kommunen.js"])[0]["name"] == HOSTILE
    assert b"<" not in files["daten/kommunen.js"]
