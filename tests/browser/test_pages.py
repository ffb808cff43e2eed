"""Pages in a real Chromium, opened from disk: no request to another host, no message, no overflow, no violation."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("real_site")]
PAGES = [
    "index.html",
    "praxis/index.html",
    "praxis/kinderstuben-dortmund.html",
    "luecken/index.html",
    "luecken/einbindung-gesundheitswesen.html",
    "handbuch/steuerung-und-sinnfrage.html",
    "kommunen/gelsenkirchen.html",
    "nachnutzung/kinderstuben-ruhrgebiet.html",
    "raster/index.html",
    "kontextmodell/index.html",
    "glossar/index.html",
    "themen/fruehe-hilfen.html",
    "mitmachen/index.html",
]


@pytest.mark.parametrize("page_name", PAGES)
def test_a_page_asks_no_other_host_and_says_nothing_on_the_console(
    chromium: Browser, real_site: Path, page_name: str
) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 800})
    requests: list[str] = []
    messages: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto((real_site / page_name).as_uri())
    assert all(url.startswith(real_site.as_uri()) for url in requests)
    assert messages == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page_name", PAGES)
def test_axe_finds_no_violation(chromium: Browser, real_site: Path, page_name: str, scheme: str) -> None:
    # axe itself is injected as a script, which the page's own policy would rightly refuse.
    context = chromium.new_context(
        viewport={"width": 390, "height": 800},
        color_scheme=scheme,
        bypass_csp=True,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto((real_site / page_name).as_uri())
    violations = Axe().run(page).response["violations"]
    assert [(found["id"], found["nodes"][0]["html"][:160]) for found in violations] == []
    context.close()


def test_the_menu_works_by_keyboard_at_phone_width(chromium: Browser, real_site: Path) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 800})
    page.goto((real_site / "index.html").as_uri())
    page.locator(".site-nav--narrow summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Lücken"
    page.close()


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
