"""Shortlist and comparison: from a gap in one step, from the shortlist, from an address with nonsense in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import violations
from tests.browser.support import DESK, PHONE, opened, overflow, tab_to

pytestmark = pytest.mark.browser
THREE = "vergleich/index.html?faelle=willkommensbesuche-hamm,familienbuero-gelsenkirchen,cafe-kinderwagen-warendorf"


def test_from_a_gap_page_to_a_comparison_of_three_cases_by_keyboard_in_one_step(
    chromium: Browser, real_site: Path
) -> None:
    with opened(chromium, real_site, "luecken/familien-mit-einjaehrigen.html") as page:
        tab_to(page, "Die ersten drei nebeneinander vergleichen")
        page.keyboard.press("Enter")
        page.locator("table.compare").wait_for()
        assert page.locator("table.compare thead th[scope=col]").count() == 3
        assert page.locator("table.compare tbody th[scope=row]").count() > 15
        assert page.get_by_text("Für die Lücke:").is_visible()


def test_the_shortlist_is_filled_on_lists_shown_in_the_head_and_leads_to_the_comparison(
    chromium: Browser, real_site: Path
) -> None:
    with opened(chromium, real_site, "kommunen/gelsenkirchen.html") as page:
        assert page.locator(".shortlist-link").count() == 0
        for case in ("begruessungshausbesuche-gelsenkirchen", "familienbuero-gelsenkirchen"):
            page.locator(f"[data-case={case}] button").click()
            expect(page.get_by_role("status").filter(has_text="steht auf der Merkliste.")).to_have_count(1)
        assert "Merkliste: 2\u00a0Praxisbeispiele" in page.locator(".shortlist-link").inner_text()
        page.locator(".shortlist-link").click()
        expect(page.locator("table.compare thead th[scope=col]").first).to_contain_text("Begrüßungshausbesuche")
        page.get_by_role("button", name="Merkliste leeren").click()
        page.get_by_text("Ihre Merkliste ist leer.").wait_for()
        assert page.locator(".shortlist-link").count() == 0
        assert page.evaluate("Object.keys(localStorage)") == []


def test_an_address_with_nonsense_says_what_was_left_out(chromium: Browser, real_site: Path) -> None:
    address = (
        "vergleich/index.html?faelle=willkommensbesuche-hamm,%3Cimg%20src=x%20onerror=alert(1)%3E,gibt-es-nicht&x=1"
    )
    with opened(chromium, real_site, address) as page:
        expect(page.locator("#werkzeug > .notice p")).to_have_text(
            [
                "Die Angabe „x“ in der Adresse kennt diese Seite nicht. Sie wurde weggelassen.",
                "„<img src=x onerror=alert(1)>“ ist keine Kennung. Die Angabe wurde weggelassen.",
                "Das Praxisbeispiel „gibt-es-nicht“ gibt es in dieser Sammlung nicht. Die Angabe wurde weggelassen.",
            ]
        )


def test_on_a_phone_the_cases_are_compared_question_by_question(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, THREE, viewport=PHONE) as page:
        expect(page.locator(".compare-case")).to_have_count(3)
        assert page.locator("table.compare").count() == 0
        ages = page.locator(".compare-group h3", has_text="Art und Alter").locator("+ dl")
        assert ages.locator("dt").all_inner_texts() == [
            "Willkommensbesuche, Hamm",
            "Familienbüro in der Innenstadt, Gelsenkirchen",
            "Café Kinderwagen, Kreis Warendorf",
        ]
        assert ages.locator("dd").first.inner_text() == "Angebot, 0 bis 6 Jahre"
        assert overflow(page) == 0


def test_on_a_phone_what_all_cases_say_is_said_once(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, THREE, viewport=PHONE) as page:
        staff = page.locator(".compare-group h3", has_text="Personal").first.locator("+ div")
        assert " ".join(staff.inner_text().split()) == "nicht berichtet Das gilt für alle drei."
        basis = page.locator(".compare-group h3", has_text="Grundlage").locator("+ div")
        assert " ".join(basis.inner_text().split()) == (
            "Aus öffentlichen Quellen geschrieben, nicht von der Kommune freigegeben Das gilt für alle drei."
        )


def test_a_case_is_left_out_with_its_link_and_comes_back_with_the_back_button(
    chromium: Browser, real_site: Path
) -> None:
    with opened(chromium, real_site, THREE) as page:
        page.get_by_role("link", name="Weglassen Café Kinderwagen").click()
        page.wait_for_url("**/index.html?faelle=willkommensbesuche-hamm,familienbuero-gelsenkirchen")
        expect(page.locator("table.compare thead th[scope=col]")).to_have_count(2)
        page.go_back()
        expect(page.locator("table.compare thead th[scope=col]")).to_have_count(3)


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_comparison_has_no_violation(chromium: Browser, real_site: Path, size: dict[str, int]) -> None:
    with opened(chromium, real_site, THREE, viewport=size, bypass_csp=True) as page:
        page.locator(".side-by-side h2, table.compare").first.wait_for()
        page.locator("summary", has_text="Wie wäre es hier?").click()
        assert violations(page) == []
        assert overflow(page) == 0


def test_without_a_script_the_page_explains_and_leads_on(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, THREE, java_script_enabled=False) as page:
        assert page.get_by_text("dafür braucht er JavaScript").is_visible()
        assert page.get_by_role("link", name="Alle Praxisbeispiele").is_visible()
