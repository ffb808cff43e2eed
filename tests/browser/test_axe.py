"""axe with all rules of WCAG 2.0 to 2.2, A and AA, and best practice: no violation on any kind of page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from praxis.library import Library
from praxis.site.stage import stage
from tests.browser.axe import violations
from tests.browser.pages import WIDTHS, opened, page_kinds, templates, walked
from tests.browser.support import overflow
from tests.site_building import EPOCH, PROJECT, run_mkdocs

pytestmark = pytest.mark.browser
PARTS = 8
"""Into how many tests the pages are divided, so that two processes share them evenly."""
FRAMES = {"404.html"}
"""Not named by any page: the error page, which ``test_everywhere`` opens behind a server."""


def test_every_template_has_a_page_that_stands_for_it(real_site: Path) -> None:
    """Whoever adds a kind of page has it among those that all tests of this folder look at."""
    shown = {templates()[name] for name in page_kinds(real_site) if name in templates()}
    sources = {path.name: path.read_text(encoding="utf-8") for path in (PROJECT / "praxis" / "theme").glob("*.html")}
    shown |= {base for name in shown for base in re.findall(r'{% extends "([^"]+)" %}', sources[name])}
    assert sorted(sources.keys() - shown - FRAMES) == [], (
        "Keine Seite der Sammlung zeigt diese Vorlagen; niemand prüft sie."
    )


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_kind_of_page_at_any_width_in_any_scheme(
    chromium: Browser, real_site: Path, part: int
) -> None:
    # axe is injected as a script, which the page's own policy would rightly refuse.
    faults: list[tuple[str, int, Any]] = []
    for name, page in walked(chromium, real_site, page_kinds(real_site)[part::PARTS], bypass_csp=True):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            faults += [(name, width, found) for found in violations(page)]
    assert faults == []


def test_axe_finds_nothing_on_the_staged_site_either(
    chromium: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who builds ``praxis stage`` with another tool gets the same pages."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    stage(Library.load(PROJECT), tmp_path / "gestellt")
    site = tmp_path / "site"
    result = run_mkdocs(tmp_path / "gestellt", site, tool="properdocs")
    assert result.returncode == 0, result.stderr
    faults: list[tuple[str, Any]] = []
    for name, page in walked(chromium, site, page_kinds(site), width=390, bypass_csp=True):
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
    _unfold(page)


def _everything(sign: str) -> Callable[[Page], None]:
    """Wait until the page's script has made what ``sign`` selects, then open every fold."""

    def act(page: Page) -> None:
        page.locator(sign).first.wait_for()
        _unfold(page)

    return act


def _unfold(page: Page) -> None:
    page.evaluate(
        "document.querySelectorAll('main details, dialog[open] details').forEach((each) => { each.open = true; })"
    )


OPEN: dict[str, tuple[str, Callable[[Page], None]]] = {
    "Suche": ("index.html", _search),
    "Menü": ("index.html", _menu),
    "Praxisfinder": ("praxis/index.html?standard=zugaenge&alter=geburt-3", _filters),
    "Lücken-Finder": ("luecken/index.html", _filters),
    "Lücke beschreiben": ("luecke-beschreiben/index.html", _everything(".describe textarea")),
    "Fall": ("praxis/kinderstuben-dortmund.html", _everything("[data-here] select")),
    "Vergleich": (
        "vergleich/index.html?faelle=kinderstuben-dortmund,begruessungshausbesuche-gelsenkirchen",
        _everything("table.compare, .compare-case"),
    ),
    "Formular": ("mitmachen/formular/index.html?art=praxis", _everything("#formular h2:visible")),
    "Vorlage": ("beschlussvorlage/index.html?faelle=kinderstuben-dortmund", _everything(".document-form h2")),
    "Gespräch": ("transfergespraech/index.html?praxis=kinderstuben-dortmund", _everything(".document-form h2")),
    "Ergebnisse": ("suche/index.html?q=hausbesuch", _everything("ol .hit")),
    "Raster": ("raster/index.html?kommune=dortmund", _everything("#raster-meldung:not(:empty)")),
}


@pytest.mark.parametrize("name", OPEN)
def test_axe_finds_nothing_with_dialogs_drawers_and_filters_open(chromium: Browser, real_site: Path, name: str) -> None:
    address, act = OPEN[name]
    path, _, query = address.partition("?")
    url = (real_site / path).as_uri() + (f"?{query}" if query else "")
    faults: list[tuple[int, Any]] = []
    for width in WIDTHS:
        with opened(chromium, url, width=width, bypass_csp=True) as page:
            act(page)
            faults += [(width, found) for found in violations(page)]
            assert overflow(page) <= 0, width
    assert faults == []
