"""The page of the office is built, shows what needs attention, and stands in no navigation."""

from __future__ import annotations

from pathlib import Path

from praxis.settings import Settings
from praxis.site.model import SiteModel
from praxis.site.pages import care
from tests.builders import load_site
from tests.site_building import PROJECT


def test_every_list_says_what_it_holds_or_that_it_is_empty(tmp_path: Path) -> None:
    library = load_site(
        tmp_path,
        cases=[{"id": "besuche", "pruefung": "2025-05-31"}],
        gaps=[{"id": "fern", "themen": ["monitoring"], "standards": ["wirkung"], "alter": {"von": 16, "bis": 27}}],
    )
    [page] = care.pages(SiteModel(library, Settings.load(PROJECT)))
    assert page.address == "betreuung/index.html"
    sections = {item["id"]: item for item in page.data["sections"]}
    assert list(sections) == ["faellig", "unvollstaendig", "unbeantwortet", "ohne-treffer", "ohne-freigabe"]
    assert sections["faellig"]["intro"] == "1\u00a0Schritt ist überfällig."
    assert [link["url"] for link in sections["faellig"]["links"]] == ["praxis/besuche.html"]
    assert [link["url"] for link in sections["ohne-treffer"]["links"]] == ["luecken/fern.html"]


def test_an_empty_collection_says_so(tmp_path: Path) -> None:
    [page] = care.pages(SiteModel(load_site(tmp_path), Settings.load(PROJECT)))
    assert all(item["empty"].endswith(".") for item in page.data["sections"])


def test_no_navigation_names_the_page() -> None:
    assert "betreuung" not in (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
