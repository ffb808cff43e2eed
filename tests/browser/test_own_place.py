"""„Wie wäre es hier?“: one's own place, chosen once, on case pages and lists; kept on the device and removed from it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.support import DESK, PHONE, opened, overflow

pytestmark = pytest.mark.browser
CASE = "praxis/willkommensbesuche-hamm.html"


def choose(page: Page, name: str) -> None:
    page.get_by_label("Ihre Kommune").select_option(label=name)
    page.get_by_role("button", name="Vergleichen").click()
    page.get_by_text("Verglichen wird mit").wait_for()


def test_a_chosen_place_is_compared_on_the_page_and_on_lists_and_can_be_removed(
    chromium: Browser, real_site: Path
) -> None:
    with opened(chromium, real_site, CASE) as page:
        choose(page, "Gelsenkirchen")
        assert page.get_by_role("heading", name="So wäre es in Gelsenkirchen").is_visible()
        assert page.evaluate("document.activeElement.textContent") == "Ort von diesem Gerät entfernen"
        told = page.get_by_role("status").filter(has_text=re.compile("^Vergleich: .*nicht\u00a0berichtet$"))
        expect(told).to_have_count(1)
        assert "%" not in page.locator(".here").inner_text()
        page.goto(f"{real_site.as_uri()}/praxis/index.html")
        row = page.locator(".finder [data-here-of]").first
        expect(row).to_have_text(re.compile("^Gelsenkirchen: .*nicht\u00a0berichtet$"))
        page.get_by_text("Verglichen mit: Gelsenkirchen").click()
        page.get_by_role("button", name="Ort von diesem Gerät entfernen").click()
        assert page.evaluate("Object.keys(localStorage)") == []
        expect(row).to_have_text("")


def test_a_value_told_where_it_is_asked_becomes_a_known_row_and_keeps_the_focus_on_the_page(
    chromium: Browser, real_site: Path
) -> None:
    with opened(chromium, real_site, CASE) as page:
        choose(page, "Meine Kommune ist nicht dabei")
        before = page.locator(".here__summary").inner_text()
        page.locator("summary", has_text="Eigene Angaben ergänzen").click()
        field = page.locator(".place__values").get_by_label("Qualifikation", exact=True)
        field.focus()
        field.select_option(label="Fachkraft")
        assert page.locator(".here__summary").inner_text() != before
        assert page.locator(".here .conditions .result--passt").count() == 1
        assert page.evaluate("document.activeElement.tagName") == "SELECT"


def test_the_letter_can_be_copied_and_names_the_page(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, CASE) as page:
        choose(page, "Gelsenkirchen")
        page.locator("summary", has_text="Brief mit den Fragen").click()
        text = page.locator("#brief").input_value()
        assert text.startswith("Betreff: 5\u00a0Fragen zu „Willkommensbesuche“ (Hamm)")
        assert "/praxis/willkommensbesuche-hamm.html (Stand der Angaben: 2025)" in text
        page.get_by_role("button", name="Text kopieren").click()
        page.get_by_text("Text ist").wait_for()


def test_nonsense_on_the_device_is_the_start_state(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, CASE) as page:
        page.evaluate('localStorage.setItem(\'praxis-eigener-ort\', \'{"municipality": "<b>", "values": 3}\')')
        page.reload()
        page.get_by_label("Ihre Kommune").wait_for()
        assert page.locator(".here").inner_text() == ""


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_comparison_on_a_case_page_has_no_violation_and_fits(
    chromium: Browser, real_site: Path, size: dict[str, int]
) -> None:
    with opened(chromium, real_site, CASE, viewport=size, bypass_csp=True) as page:
        choose(page, "Gelsenkirchen")
        for summary in page.locator("[data-here] summary").all():
            summary.click()
        assert violations(page) == []
        assert overflow(page) == 0


def test_without_a_script_the_case_page_leads_to_the_municipalities(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, CASE, java_script_enabled=False) as page:
        assert page.get_by_role("link", name="Kommune", exact=True).is_visible()
