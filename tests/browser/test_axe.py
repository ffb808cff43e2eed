"""axe with all rules of WCAG 2.0 to 2.2, A and AA, and best practice: no violation on any kind of page."""

from __future__ import annotations

from collections.abc import Callable
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


def _search(page: Page) -> None:
    page.locator("[data-search-open]").click()
    page.get_by_role("combobox").fill("alleinerziehnde Muetter")
    page.get_by_role("option").first.wait_for()


def _menu(page: Page) -> None:
    if page.locator(".site-nav--narrow summary").is_visible():
        page.locator(".site-nav--narrow summary").click()


def _filters(page: Page) -> None:
    page.locator("[data-finder=bereit]").wait_for()
    button = page.locator(".finder__open")
    if button.is_visible():
        button.click()
    _everything(page)


def _everything(page: Page) -> None:
    page.wait_for_timeout(400)
    page.evaluate(
        "document.querySelectorAll('main details, dialog[open] details').forEach((each) => { each.open = true; })"
    )


OPEN: dict[str, tuple[str, Callable[[Page], None]]] = {
    "Suche": ("index.html", _search),
    "Menü": ("index.html", _menu),
    "Praxisfinder": ("praxis/index.html?standard=zugaenge&alter=geburt-3", _filters),
    "Lücken-Finder": ("luecken/index.html", _filters),
    "Lücke beschreiben": ("luecke-beschreiben/index.html", _everything),
    "Fall": ("praxis/kinderstuben-dortmund.html", _everything),
    "Vergleich": (
        "vergleich/index.html?faelle=kinderstuben-dortmund,begruessungshausbesuche-gelsenkirchen",
        _everything,
    ),
    "Formular": ("mitmachen/formular/index.html?art=praxis", _everything),
    "Vorlage": ("beschlussvorlage/index.html?faelle=kinderstuben-dortmund", _everything),
    "Gespräch": ("transfergespraech/index.html?praxis=kinderstuben-dortmund", _everything),
    "Ergebnisse": ("suche/index.html?q=hausbesuch", _everything),
    "Raster": ("raster/index.html?kommune=dortmund", _everything),
}


@pytest.mark.parametrize("name", OPEN)
def test_axe_finds_nothing_with_dialogs_drawers_and_filters_open(chromium: Browser, real_site: Path, name: str) -> None:
    address, act = OPEN[name]
    path, _, query = address.partition("?")
    faults: list[tuple[int, str, Any]] = []
    for width in WIDTHS:
        for scheme in SCHEMES:
            url = (real_site / path).as_uri() + (f"?{query}" if query else "")
            with opened(chromium, url, width=width, color_scheme=scheme, bypass_csp=True) as page:
                act(page)
                faults += [(width, scheme, found) for found in violations(page)]
                assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert faults == []
