"""How much a page takes over the wire: what a phone in a village has to load before somebody can read."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import opened, page_kinds

pytestmark = pytest.mark.browser

MOST = 150_000
"""Bytes of everything that a page loads of itself, packed as servers do, fonts included."""
PACKED = {".woff2", ".png"}
SEARCH = ("assets/js/suche.js", "daten/suche/")


def test_a_first_page_takes_at_most_150_kilobytes_over_the_wire(chromium: Browser, real_site: Path) -> None:
    """The index of the search is not counted: it is loaded only by who opens a search."""
    heavy: dict[str, int] = {}
    for name in page_kinds(real_site):
        files = loaded(chromium, real_site, name)
        assert name in files
        weight = sum(packed(real_site / file) for file in files if not file.startswith(SEARCH))
        if weight > MOST:
            heavy[name] = weight
    assert heavy == {}


def loaded(chromium: Browser, site: Path, name: str) -> set[str]:
    """Files of the site that a page loads when it is opened for the first time."""
    asked: list[str] = []
    with opened(chromium, "about:blank") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto((site / name).as_uri())
        page.wait_for_load_state("networkidle")
    return {Path(unquote(urlparse(url).path)).relative_to(site).as_posix() for url in asked}


def packed(file: Path) -> int:
    """Bytes of a file as a server sends it."""
    content = file.read_bytes()
    return len(content if file.suffix in PACKED else gzip.compress(content, 6))
