"""The error page helps at any depth and wherever the site lies; the list of pages says nothing about the day."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.builders import write_site
from tests.site_building import configured, run_mkdocs, tree


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in a folder of its host, with a former id and a draft."""
    root = configured(write_site(tmp_path_factory.mktemp("klein"), cases=[{"id": "a", "frueher": ["alt"]}]))
    for path in ("index.md", "mitmachen/index.md"):
        (root / "docs" / path).parent.mkdir(exist_ok=True)
        (root / "docs" / path).write_text("# Seite\n\nText.\n", encoding="utf-8")
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("https://praxis.example/", "https://kette.example/praxis/")
    config.write_text(text, encoding="utf-8")
    out = tmp_path_factory.mktemp("gebaut") / "site"
    result = run_mkdocs(root, out)
    assert result.returncode == 0, result.stderr
    return out


def test_every_link_of_the_error_page_is_a_path_from_the_host_to_an_existing_file(built: Path) -> None:
    soup = BeautifulSoup((built / "404.html").read_bytes(), "html.parser")
    links = [str(tag.get("href") or tag.get("src")) for tag in soup.select("[href], [src]")]
    inside = [link for link in links if not link.startswith(("#", "mailto:"))]
    assert len(inside) > 20
    for link in inside:
        assert link.startswith("/praxis/"), link
        assert (built / link.removeprefix("/praxis/").partition("#")[0]).is_file(), link


def test_the_error_page_shows_three_doors_the_sections_in_order_and_is_not_listed(built: Path) -> None:
    soup = BeautifulSoup((built / "404.html").read_bytes(), "html.parser")
    assert [door.text for door in soup.select(".doors strong")] == [
        "Ich habe eine Lücke",
        "Ich suche Praxis",
        "Ich lese das Handbuch",
    ]
    sections = [link.text for link in soup.select("#bereiche + ul a")]
    assert {"Lücken", "Praxis", "Handbuch", "Glossar", "Daten und Feeds"} <= set(sections)
    assert sections == sorted(sections)
    assert soup.select_one('meta[name="robots"][content="noindex"]')
    assert soup.h1 is not None
    assert soup.h1.text == "Diese Seite gibt es nicht"


def test_the_list_of_pages_names_every_page_once_and_no_day(built: Path) -> None:
    text = (built / "sitemap.xml").read_text(encoding="utf-8")
    addresses = re.findall("<loc>(.*?)</loc>", text)
    pages = {f"https://kette.example/praxis/{name}" for name in tree(built, ".html")}
    unlisted = {f"https://kette.example/praxis/{name}" for name in ("404.html", "praxis/alt.html")}
    assert set(addresses) == pages - unlisted
    assert addresses == sorted(set(addresses))
    assert "lastmod" not in text
    assert gzip.decompress((built / "sitemap.xml.gz").read_bytes()) == text.encode()


def test_addresses_in_data_and_redirects_follow_the_site_url(built: Path) -> None:
    assert "https://kette.example/praxis/praxis/a.html" in (built / "praxis/alt.html").read_text(encoding="utf-8")
    files = [
        path
        for path in built.rglob("*")
        if path.is_file() and path.suffix in {".json", ".atom", ".jsonld", ".csv", ".html", ".txt", ".xml"}
    ]
    assert not [path.name for path in files if "https://praxis.example" in path.read_text(encoding="utf-8")]
