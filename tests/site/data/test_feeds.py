"""The feeds are valid Atom with ids that stay, dates from the records, and texts that stay text."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.builders import TODAY
from tests.site.data.support import HOSTILE, made

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
NAMES = ("praxis", "luecken", "gesucht")


def feed(files: dict[str, bytes], name: str = "praxis") -> ElementTree.Element:
    return ElementTree.fromstring(files[f"daten/{name}.atom"])


def entries(files: dict[str, bytes], name: str = "praxis") -> list[ElementTree.Element]:
    return feed(files, name).findall(f"{ATOM}entry")


def told(element: ElementTree.Element, tag: str) -> str:
    return element.findtext(f"{ATOM}{tag}") or ""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("records", [{}, {"cases": [{"id": "a"}], "gaps": [{"id": "b"}]}], ids=["empty", "filled"])
def test_a_feed_has_all_that_atom_asks_for(tmp_path: Path, name: str, records: dict[str, Any]) -> None:
    root = feed(made(tmp_path, **records), name)
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == f"https://praxis.example/daten/{name}.atom"
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert told(element, "id").startswith("urn:uuid:")
        assert told(element, "title")
        assert MOMENT.fullmatch(told(element, "updated"))
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Praxis"


def test_the_newest_comes_first_and_dates_the_feed(tmp_path: Path) -> None:
    cases = [{"id": "alt", "stand": "2020-01-01"}, {"id": "neu", "stand": "2025-05-01"}]
    files = made(tmp_path, cases=cases)
    assert [told(entry, "title") for entry in entries(files)] == ["Praxis neu", "Praxis alt"]
    assert told(feed(files), "updated") == "2025-05-01T00:00:00Z"


def test_a_year_that_is_not_over_is_dated_today(tmp_path: Path) -> None:
    files = made(tmp_path, cases=[{"id": "jahr", "stand": TODAY.year}])
    assert told(entries(files)[0], "updated") == f"{TODAY}T00:00:00Z"
    assert dt.date(TODAY.year, 12, 31) > TODAY


def test_a_gap_is_dated_by_its_report_unless_it_says_more(tmp_path: Path) -> None:
    gaps = [{"id": "a", "gemeldet": "2015-03-03"}, {"id": "b", "gemeldet": "2015-03-03", "stand": "2018-11-20"}]
    files = made(tmp_path, gaps=gaps)
    dates = {told(entry, "title"): told(entry, "updated") for entry in entries(files, "luecken")}
    assert dates == {"Lücke a": "2015-03-03T00:00:00Z", "Lücke b": "2018-11-20T00:00:00Z"}


def test_answered_gaps_are_no_longer_wanted(tmp_path: Path) -> None:
    gaps = [{"id": "offen"}, {"id": "fertig", "status": "beantwortet"}]
    files = made(tmp_path, gaps=gaps)
    assert [told(entry, "title") for entry in entries(files, "gesucht")] == ["Lücke offen"]
    assert len(entries(files, "luecken")) == 2


def test_a_new_name_keeps_the_id(tmp_path: Path) -> None:
    before = made(tmp_path / "a", cases=[{"id": "alter-name"}])
    after = made(tmp_path / "b", cases=[{"id": "neuer-name", "frueher": ["alter-name"]}])
    assert told(entries(before)[0], "id") == told(entries(after)[0], "id")


def test_records_of_two_kinds_with_one_id_differ(tmp_path: Path) -> None:
    files = made(tmp_path, cases=[{"id": "gleich"}], gaps=[{"id": "gleich"}])
    assert told(entries(files)[0], "id") != told(entries(files, "luecken")[0], "id")


def test_hostile_texts_are_texts(tmp_path: Path) -> None:
    files = made(tmp_path, cases=[{"id": "a", "titel": HOSTILE, "kurz": HOSTILE}])
    (entry,) = entries(files)
    assert told(entry, "title") == told(entry, "summary") == HOSTILE
    assert b"<script" not in files["daten/praxis.atom"]
