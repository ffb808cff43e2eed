"""Pages in a real Chromium, opened from disk: the ways that readers go."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_the_scheme_switch_is_kept_on_the_device(chromium: Browser, real_site: Path) -> None:
    context = chromium.new_context(color_scheme="light")
    page = context.new_page()
    page.goto((real_site / "index.html").as_uri())
    page.get_by_role("button", name="Dunkle Darstellung").click()
    page.goto((real_site / "praxis/index.html").as_uri())
    assert page.evaluate("document.documentElement.dataset.scheme") == "dunkel"
    context.close()


def test_from_the_start_page_to_a_practice_with_reasons_in_three_clicks(chromium: Browser, real_site: Path) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto((real_site / "index.html").as_uri())
    page.get_by_role("navigation", name="Bereiche").get_by_role("link", name="Lücken").click()
    page.get_by_role("link", name="Wie werden Kliniken").first.click()
    assert page.locator(".matches > li ul li").count() >= 1
    page.locator(".matches > li h3 a").first.click()
    assert page.locator("#berichtsbogen").is_visible()
    page.close()


def test_the_field_on_the_start_page_leads_to_the_results(chromium: Browser, real_site: Path) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 800})
    page.goto((real_site / "index.html").as_uri())
    page.get_by_label("Oder suchen Sie nach einem Wort oder einer Frage").fill("alleinerziehnde Mütter & Väter")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="lleinerziehend").first.wait_for()
    assert page.url.endswith("suche/index.html?q=alleinerziehnde+M%C3%BCtter+%26+V%C3%A4ter")
    page.close()


def test_the_doors_of_the_start_page_need_no_scrolling_on_a_phone(chromium: Browser, real_site: Path) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 640})
    page.goto((real_site / "index.html").as_uri())
    doors = page.locator(".doors a").evaluate_all("links => links.map((link) => link.getBoundingClientRect().bottom)")
    assert len(doors) == 3
    assert max(doors) <= 640
    page.close()
