"""axe with all rules of WCAG 2.0 to 2.2, A and AA, and best practice: no violation on any kind of page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from praxis.library import Library
from praxis.site.stage import stage
from tests.browser.pages import SCHEMES, WIDTHS, opened, page_kinds
from tests.site_building import EPOCH, PROJECT, run_mkdocs

# A group of its own: the longest of all tests, beside which the other process does the rest.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("axe")]

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [(entry["id"], node["html"][:160]) for entry in found for node in entry["nodes"][:2]]


def test_axe_finds_nothing_on_any_kind_of_page_at_any_width_in_any_scheme(chromium: Browser, real_site: Path) -> None:
    # axe is injected as a script, which the page's own policy would rightly refuse.
    faults: list[tuple[str, int, str, Any]] = []
    for name in page_kinds(real_site):
        with opened(chromium, (real_site / name).as_uri(), bypass_csp=True) as page:
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    faults += [(name, width, scheme, found) for found in violations(page)]
    assert faults == []


def test_axe_finds_nothing_on_the_staged_site_either(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who builds ``praxis stage`` with another tool gets the same pages."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    stage(Library.load(PROJECT), tmp_path / "gestellt")
    result = run_mkdocs(tmp_path / "gestellt", tmp_path / "site", tool="properdocs")
    assert result.returncode == 0, result.stderr
    faults: list[tuple[str, Any]] = []
    for name in page_kinds(tmp_path / "site"):
        with opened(chromium, (tmp_path / "site" / name).as_uri(), width=390, bypass_csp=True) as page:
            faults += [(name, found) for found in violations(page)]
    assert faults == []
