"""Without a script the page of a municipality answers „Wie wäre es hier?“ for practice from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from praxis.settings import Settings
from praxis.site import make
from praxis.site.page import Page
from tests.builders import load_site

PLACE = {"id": "nordstadt", "kontext": {"gemeindetyp": "grossstadt", "jugendamt": "eigenes"}}
SIMILAR = {"id": "besuche", "kommune": "suedstadt", "kontext": {"gemeindetyp": "grossstadt"}}
DIFFERENT = {"id": "cafe", "kommune": "landkreis", "kontext": {"gemeindetyp": "landkreis"}}


def sections(root: Path, place: dict[str, Any], *cases: dict[str, Any]) -> dict[str, Any]:
    library = load_site(root, cases=cases, municipalities=[place])
    page = make(library, Settings.load(root))[f"kommunen/{place['id']}.md"]
    assert isinstance(page, Page)
    return {section["id"]: section for section in page.data["sections"]}


def test_cases_from_similar_and_from_different_places_stand_with_what_both_report(tmp_path: Path) -> None:
    found = sections(tmp_path, PLACE, SIMILAR, DIFFERENT)
    similar = found["aehnlich"]
    assert similar["intro"] == (
        "Von Nordstadt sind 2\u00a0Bedingungen bekannt. Verglichen ist nur, was auf beiden Seiten berichtet ist."
    )
    (case,) = similar["beside"]
    assert (case["id"], case["place"], case["url"]) == ("besuche", "Suedstadt", "praxis/besuche.html")
    assert [(row["title"], row["result"]) for row in case["conditions"]] == [("Gemeindetyp", "passt")]
    assert case["open"] == "10\u00a0Bedingungen sind auf mindestens einer der beiden Seiten nicht berichtet."
    assert [row["result"] for row in found["anders"]["beside"][0]["conditions"]] == ["weicht-ab"]


def test_where_nothing_is_known_the_page_says_so_and_how_to_help(tmp_path: Path) -> None:
    found = sections(tmp_path, {"id": "nordstadt"}, SIMILAR)
    assert found["aehnlich"]["empty"] == (
        "Von hier ist noch keine Bedingung bekannt. Deshalb lässt sich nicht sagen, welche Orte ähnlich sind."
    )
    assert found["aehnlich"]["next"]["url"] == "mitmachen/index.html"
    assert "anders" not in found


def test_where_no_case_is_alike_the_page_says_so(tmp_path: Path) -> None:
    assert sections(tmp_path, PLACE, DIFFERENT)["aehnlich"]["empty"] == (
        "Kein Fall aus einem anderen Ort hat bei den bekannten Bedingungen mehr Gemeinsames als Unterschiede."
    )


def test_offices_are_not_compared(tmp_path: Path) -> None:
    assert "aehnlich" not in sections(tmp_path, {"id": "institut", "art": "stelle"}, SIMILAR)
