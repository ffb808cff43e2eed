"""Pages in a real Chromium, opened from disk: the ways that readers go."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("real_site")]


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
    page.get_by_role("link", name="Ich habe eine Lücke").click()
    page.get_by_role("link", name="Wie werden Kliniken").first.click()
    assert page.locator(".matches > li ul li").count() >= 1
    page.locator(".matches > li h3 a").first.click()
    assert page.locator("#berichtsbogen").is_visible()
    page.close()
