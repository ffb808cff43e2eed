"""Pictures of a case: what they show stands in words beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from praxis.settings import Settings
from praxis.site.model import SiteModel
from praxis.site.pages.case_pictures import profile, timeline
from tests.builders import load_site


def model(root: Path, case: dict[str, Any], **records: Any) -> SiteModel:
    return SiteModel(load_site(root, cases=[{"id": "a", **case}], **records), Settings.load(root))


def years(root: Path, case: dict[str, Any], **records: Any) -> dict[str, Any]:
    made = model(root, case, **records)
    return timeline(made, made.library.cases["a"])


def test_the_bar_reaches_as_far_as_the_case_is_documented_and_dashes_to_today(tmp_path: Path) -> None:
    line = years(tmp_path, {"zeitraum": {"von": 2005}, "stand": "2015-06"})
    assert (line["first"], line["last"], line["x"], line["width"]) == ("2005", "2025", "0.0", "50.0")
    assert line["open"] == {"x": "50.0", "width": "50.0"}
    assert line["words"] == "Belegt von 2005 bis 2015, bis 2025 nicht belegt"
    assert line["events"] == [
        {"year": "2005", "text": "Beginn"},
        {"year": "2015", "text": "Stand der Angaben: Juni\u00a02015"},
    ]


def test_a_practice_that_ended_is_documented_up_to_its_end_and_no_further(tmp_path: Path) -> None:
    line = years(tmp_path, {"zeitraum": {"von": 2005, "bis": 2010}, "stand": 2020, "status": "beendet"})
    assert line["words"] == "Belegt von 2005 bis 2010"
    assert "open" not in line
    assert [event["text"] for event in line["events"]] == ["Beginn", "Ende", "Stand der Angaben: 2020"]


def test_who_took_it_over_stands_on_the_line(tmp_path: Path) -> None:
    reuse = {"id": "r", "praxis": "a", "kommune": "beispielhausen", "jahr": 2015, "ergebnis": "laeuft"}
    line = years(tmp_path, {"zeitraum": {"von": 2005}, "stand": 2025}, reuses=[reuse])
    assert line["marks"] == ["50.0"]
    assert line["words"] == "Belegt von 2005 bis 2025, 1\u00a0Übernahme"
    assert line["events"][1] == {"year": "2015", "text": "Übernahme: Beispielhausen (läuft)"}


def test_without_a_known_beginning_there_is_no_line(tmp_path: Path) -> None:
    assert years(tmp_path, {"zeitraum": "nicht-berichtet"}) == {}


def test_the_profile_counts_reported_conditions_of_every_dimension(tmp_path: Path) -> None:
    made = model(tmp_path, {"kontext": {"gemeindetyp": "grossstadt"}})
    rows = profile(made, made.library.cases["a"])
    conditions = made.library.vocabulary.context_model.conditions
    assert sum(int(row["total"]) for row in rows) == len(conditions)
    (row,) = [row for row in rows if "reported" in row]
    assert row["reported"] == "1"
    assert row["words"].startswith("1 von ")
