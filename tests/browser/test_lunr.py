"""The collection on another website: the example page, from a server, with lunr.js and our analysis."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from praxis.site.lunr_files import EXAMPLE

pytestmark = pytest.mark.browser


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and writes no log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def other_website(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that has nothing but the files for lunr, the example as its page."""
    folder = tmp_path_factory.mktemp("andere")
    for path in (real_site / "daten" / "suche").glob("lunr*"):
        shutil.copy(path, folder)
    (folder / "lunr-beispiel.txt").rename(folder / "index.html")
    handler = partial(Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/index.html"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("Kinderstube", "Kinderstuben"),
        ("kinderstuben dortmund", "Kinderstuben"),
        ("Muetter, alleinerziehende!", "Junge alleinerziehende Mütter unterstützen"),
        ("Besuch", "Willkommensbesuche"),
    ],
)
def test_the_example_page_finds_german_words(chromium: Browser, other_website: str, query: str, title: str) -> None:
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(other_website)
    page.wait_for_load_state("networkidle")
    page.get_by_label("Suchbegriffe").fill(query)
    link = page.get_by_role("link", name=title).first
    expect(link).to_be_visible()
    assert str(link.get_attribute("href")).startswith("https://praxis.example/")
    assert errors == []
    page.close()


@pytest.mark.parametrize("query", ["", "und die der", "<script>", "a:b^c~d*", "😀", "ä" * 3000])
def test_any_text_is_a_query(chromium: Browser, other_website: str, query: str) -> None:
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(other_website)
    page.wait_for_load_state("networkidle")
    page.get_by_label("Suchbegriffe").fill(query)
    page.evaluate("new Promise(requestAnimationFrame)")
    assert errors == []
    page.close()


def test_the_example_has_thirty_lines() -> None:
    assert len(EXAMPLE.read_text(encoding="utf-8").splitlines()) <= 32
