"""The grid in a real Chromium: for one municipality, on one printed page, blank to fill in; papers for a meeting."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import opened

pytestmark = pytest.mark.browser


def counts(page: Page) -> dict[str, str]:
    """Filled cells of the table: standard and age -> what they say."""
    return dict(
        page.locator("#raster-tabelle td:has(.cell:not(.cell--leer))").evaluate_all(
            """cells => cells.map((cell) => [cell.parentElement.dataset.standard + " " + cell.dataset.alter,
            [...cell.querySelectorAll("a")].map((link) => link.firstChild.textContent).join(", ")])"""
        )
    )


def test_the_grid_of_one_municipality_leads_to_its_lists(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, (real_site / "raster" / "index.html").as_uri()) as page:
        everything = len(counts(page))
        page.get_by_label("Raster zeigen für").select_option(label="Gelsenkirchen")
        page.get_by_role("status").get_by_text("Das Raster zeigt nur: Gelsenkirchen.").wait_for()
        chosen = counts(page)
        assert 0 < len(chosen) < everything
        assert "kommune=gelsenkirchen" in page.url
        assert page.locator("caption").inner_text().endswith(": Gelsenkirchen")
        cell = page.locator("#raster-tabelle td a", has_text="Praxis").first
        number = int(cell.inner_text().split("\u00a0")[0])
        cell.click()
        page.locator(".finder-lines li, .row").first.wait_for()
        assert page.locator("main").get_by_text("Gelsenkirchen").count() >= number
        page.go_back()
        page.get_by_role("status").get_by_text("Das Raster zeigt nur: Gelsenkirchen.").wait_for()
        assert counts(page) == chosen
        page.get_by_label("Raster zeigen für").select_option(value="")
        assert len(counts(page)) == everything


def test_on_a_phone_the_chosen_grid_is_a_list_by_age(chromium: Browser, real_site: Path) -> None:
    address = (real_site / "raster" / "index.html").as_uri() + "?kommune=dortmund"
    with opened(chromium, address, width=360) as page:
        page.locator("#raster-auswahl h2").first.wait_for()
        assert not page.locator("#raster-tabelle").is_visible()
        assert not page.locator("#raster-listen").is_visible()
        assert page.locator("#raster-auswahl a", has_text="Praxis").count() >= 1
        assert page.get_by_text("Für dieses Alter ist hier noch nichts erfasst.").count() >= 1


def test_nonsense_in_the_address_is_named_and_shows_everything(chromium: Browser, real_site: Path) -> None:
    address = (real_site / "raster" / "index.html").as_uri() + "?kommune=<img src=x onerror=alert(1)>&x=1"
    with opened(chromium, address) as page:
        message = page.locator("#raster-meldung")
        message.get_by_text("Nicht verstanden und weggelassen").wait_for()
        assert message.inner_text() == (
            "Nicht verstanden und weggelassen: „kommune=<img src=x onerror=alert(1)>“, „x=1“."
        )
        assert page.locator("#raster-listen").is_visible()


@pytest.mark.parametrize(
    "name",
    [
        "raster/index.html",
        "raster/vordruck.html",
        "netzwerktreffen/protokoll.html",
        "netzwerktreffen/protokoll-lernnetzwerktreffen-11.html",
    ],
)
def test_it_prints_on_one_page(chromium: Browser, real_site: Path, name: str) -> None:
    with (
        opened(chromium, (real_site / name).as_uri()) as page,
        pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed,
    ):
        assert len(printed.pages) == 1


def test_every_card_is_a_sheet_of_its_own(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, (real_site / "netzwerktreffen/karten-lernnetzwerktreffen-11.html").as_uri()) as page:
        cards = page.locator(".meeting-card").count()
        assert cards == 4
        with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as printed:
            assert len(printed.pages) == cards
