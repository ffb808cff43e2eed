"""The start page counts in whole German words, however small a collection is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from praxis.settings import Settings
from praxis.site.model import SiteModel
from praxis.site.pages.home import pages
from praxis.wording import NBSP
from tests.builders import load_site


def counts(root: Path, **records: Any) -> list[str]:
    settings = Settings("Praxis", "https://praxis.example/", "https://github.example/praxis")
    (home,) = pages(SiteModel(load_site(root, **records).public, settings))
    return [count["words"].replace(NBSP, " ") for count in home.data["counts"]]


def test_an_empty_collection_says_so_in_the_right_gender(tmp_path: Path) -> None:
    assert counts(tmp_path) == ["kein Praxisbeispiel", "keine Lücke", "keine Nachnutzung", "kein Handbuchkapitel"]


def test_a_single_place_is_named(tmp_path: Path) -> None:
    assert counts(tmp_path, cases=[{"id": "besuche", "kommune": "musterstadt"}], gaps=[{"id": "frage"}]) == [
        "1 Praxisbeispiel", "aus Musterstadt", "1 Lücke", "keine Nachnutzung", "kein Handbuchkapitel",
    ]  # fmt: skip


def test_a_cell_of_the_grid_says_one_gap(real_site: Path) -> None:
    page = BeautifulSoup((real_site / "index.html").read_bytes(), "html.parser")
    cells = [cell.get_text() for cell in page.select(".grid-picture td .visually-hidden")]
    gaps = {cell.rpartition(", ")[2] for cell in cells}
    assert "1 Lücke" in gaps
    assert "1 Lücken" not in gaps
