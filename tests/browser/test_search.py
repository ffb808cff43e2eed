"""The search in a real Chromium, opened from disk: dialog by keyboard at phone width, results page, missing files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.axe import violations

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A page at phone width that fails the test where a script does."""
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


def open_dialog(page: Page, site: Path, path: str = "index.html") -> None:
    page.goto((site / path).as_uri())
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Suchen")).to_be_focused()


def test_a_word_with_a_slip_leads_to_the_gap_by_keyboard_alone(phone: Page, real_site: Path) -> None:
    open_dialog(phone, real_site, "kommunen/gelsenkirchen.html")
    phone.keyboard.type("alleinerziehnde Muetter")
    expect(phone.get_by_text("„alleinerziehnde“ kommt nirgends vor; gesucht wurde „alleinerziehende“.")).to_be_visible()
    gap = phone.get_by_role("option", name="Junge alleinerziehende Mütter unterstützen")
    expect(gap).to_contain_text("Gefunden: statt „alleinerziehnde“: „alleinerziehende“ · „Muetter“")
    expect(gap.locator("mark", has_text="Mütter").first).to_be_visible()
    for _ in range(12):
        phone.keyboard.press("ArrowDown")
        if gap.get_attribute("aria-selected") == "true":
            break
    field = phone.get_by_role("combobox")
    assert field.get_attribute("aria-activedescendant") == gap.get_attribute("id")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/luecken/junge-alleinerziehende-muetter.html")


def test_escape_closes_and_focus_returns_to_the_button(phone: Page, real_site: Path) -> None:
    phone.goto((real_site / "index.html").as_uri())
    button = phone.locator("[data-search-open]")
    button.focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("combobox")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(phone.locator("dialog")).not_to_be_visible()
    expect(button).to_be_focused()


def held_back(page: Page, pattern: str) -> list[Route]:
    """The first request for a file, which waits until the test lets it go."""
    waiting: list[Route] = []

    def keep(route: Route) -> None:
        waiting.append(route)

    page.route(pattern, keep, times=1)
    return waiting


def test_what_is_typed_before_the_search_has_arrived_is_not_lost(phone: Page, real_site: Path) -> None:
    waiting = held_back(phone, "**/assets/js/suche.js")
    open_dialog(phone, real_site)
    phone.keyboard.type("Mobile Ki")
    field = phone.get_by_role("combobox", name="Suchen")
    expect(field).to_have_value("Mobile Ki")
    expect(phone.get_by_text("Die Suche wird geladen …")).to_be_visible()
    waiting[0].continue_()
    expect(phone.get_by_role("option", name="Mobile Kita").first).to_be_visible()
    phone.keyboard.type("ta")
    expect(field).to_have_value("Mobile Kita")
    expect(phone.get_by_role("option", name="Mobile Kita").first).to_be_visible()


def test_enter_before_the_search_has_arrived_leads_to_all_results(phone: Page, real_site: Path) -> None:
    held_back(phone, "**/assets/js/suche.js")
    open_dialog(phone, real_site)
    phone.keyboard.type("Mobile Kita")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/suche/index.html?q=Mobile+Kita")
    expect(phone.get_by_role("link", name="Mobile Kita").first).to_be_visible()


def test_a_search_that_cannot_be_loaded_leads_to_the_page_with_the_words(phone: Page, real_site: Path) -> None:
    waiting = held_back(phone, "**/assets/js/suche.js")
    open_dialog(phone, real_site)
    phone.keyboard.type("Kita")
    waiting[0].abort()
    phone.wait_for_url("**/suche/index.html?q=Kita")


def test_hits_are_grouped_and_counted_aloud(phone: Page, real_site: Path) -> None:
    open_dialog(phone, real_site)
    phone.keyboard.type("Hausbesuch nach der Geburt")
    expect(phone.get_by_role("group", name="Praxis").get_by_role("option").first).to_be_visible()
    expect(phone.get_by_role("status")).to_contain_text("Treffer, mit den Pfeiltasten zu wählen")
    phone.keyboard.type("xyz qqqq")
    expect(phone.get_by_role("combobox")).to_have_attribute("aria-expanded", "true")


def test_letters_alone_open_nothing(phone: Page, real_site: Path) -> None:
    phone.goto((real_site / "index.html").as_uri())
    for key in ("s", "/", "k", "?"):
        phone.keyboard.press(key)
    assert phone.locator("dialog").count() == 0


def test_the_engine_is_loaded_only_when_it_is_wanted(chromium: Browser, real_site: Path) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto((real_site / "index.html").as_uri())
    assert not [name for name in asked if name.startswith(("suche", "kern", "text-"))]
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.wait_for_function("globalThis.praxisSuche !== undefined")
    page.close()


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_no_violation_with_the_dialog_open(chromium: Browser, real_site: Path, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    open_dialog(page, real_site)
    page.keyboard.type("Kita Dortmud")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    context.close()


def test_the_results_page_keeps_its_state_in_the_address(phone: Page, real_site: Path) -> None:
    phone.goto((real_site / "suche" / "index.html").as_uri() + "?q=Hausbesuch")
    expect(phone.locator("ol .hit").first).to_be_visible()
    phone.get_by_text("Nach Art eingrenzen").click()
    phone.get_by_label("Praxis").check()
    phone.wait_for_url("**/suche/index.html?q=Hausbesuch&art=praxis")
    kinds = phone.locator("ol .hit__kind").all_text_contents()
    assert set(kinds) == {"Praxis"}
    phone.go_back()
    expect(phone.get_by_label("Praxis")).not_to_be_checked()
    phone.get_by_role("button", name="Weitere Treffer zeigen").click()
    phone.wait_for_url("**&n=40")
    expect(phone.locator("ol .hit")).to_have_count(40)
    expect(phone.locator("ol .hit").nth(20).get_by_role("link")).to_be_focused()


def test_what_the_address_should_not_have_is_named_and_left_out(phone: Page, real_site: Path) -> None:
    query = "?q=Kita&art=praxis,xxx&ordnung=quer&fremd=1&n=7"
    phone.goto((real_site / "suche" / "index.html").as_uri() + query)
    expect(phone.locator("ol .hit").first).to_be_visible()
    note = phone.get_by_text("das diese Seite nicht kennt")
    expect(note).to_contain_text("art=xxx, fremd, ordnung=quer, n=7")


@pytest.mark.parametrize("name", ["kern", "verzeichnis"])
@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_a_missing_or_damaged_index_gives_a_sentence_and_the_register(
    chromium: Browser, real_site: Path, tmp_path: Path, name: str, damage: str
) -> None:
    site = tmp_path / "site"
    shutil.copytree(real_site, site)
    for path in (site / "daten" / "suche").glob(f"{name}*.js"):
        content = path.read_bytes()
        path.unlink() if damage == "missing" else path.write_bytes(content[: len(content) // 2])
    page = chromium.new_page()
    page.goto((site / "suche" / "index.html").as_uri() + "?q=Kita")
    notice = page.locator("#suche-app .notice")
    expect(notice).to_have_text(
        "Die Suche geht gerade nicht: Eine ihrer Dateien fehlt oder ist beschädigt. "
        "Alle Einträge finden Sie im Schlagwortregister von A bis Z."
    )
    notice.get_by_role("link").click()
    page.wait_for_url("**/register/index.html")
    page.close()


def test_without_the_texts_titles_are_found_and_it_is_said(chromium: Browser, real_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(real_site, site)
    for path in (site / "daten" / "suche").glob("text-*.js"):
        path.unlink()
    page = chromium.new_page()
    open_dialog(page, site)
    page.keyboard.type("Kinderstuben")
    expect(page.get_by_text("Durchsucht sind nur Titel und Schlagwörter")).to_be_visible()
    expect(page.get_by_role("option", name="Kinderstuben").first).to_be_visible()
    page.close()


HOSTILE = [
    "<script>document.title='x'</script>",
    '"><img src=x onerror=document.title="x">',
    "‮שלום مرحبا‬",
    "😀🎉👩‍👩‍👧",
    '"Frühe Hilfen',
    "a\0b",
    "und der die das",
    "(.*)[a-z]+$^\\",
    "ä" * 10_000,
    "Kita " * 2_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_a_query(phone: Page, real_site: Path, text: str) -> None:
    open_dialog(phone, real_site)
    phone.get_by_role("combobox").fill(text)
    expect(phone.locator("dialog .search__count")).to_contain_text("Treffer")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/suche/index.html?q=*")
    expect(phone.locator("#suche-app .search__count")).to_contain_text("Treffer", timeout=3000)
    assert phone.title() != "x"
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_many_unknown_words_are_told_in_one_sentence_and_none_at_length(phone: Page, real_site: Path) -> None:
    open_dialog(phone, real_site)
    phone.get_by_role("combobox").fill("Xqa Xqb Xqc Xqd Xqe Xqf Familie")
    expect(phone.get_by_text("„Xqa“, „Xqb“, „Xqc“, „Xqd“ und zwei weitere Wörter kommen nirgends vor.")).to_be_visible()
    phone.get_by_role("combobox").fill("Xq" * 100)
    expect(phone.get_by_text(f"„{'Xq' * 30}…“ kommt nirgends vor.")).to_be_visible()


def test_without_script_the_way_leads_to_the_register(chromium: Browser, real_site: Path) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto((real_site / "index.html").as_uri())
    page.get_by_role("link", name="Suchen").click()
    page.get_by_role("link", name="Schlagwortregister von A bis Z").click()
    page.locator("dt", has_text="Sozialarbeit, Schul-").wait_for()
    page.locator("dt", has_text="Sozialarbeit, Schul- ").locator("+ dd a").click()
    assert page.url.endswith("#schulsozialarbeit")
    page.close()


def test_filters_in_the_words_lead_to_the_finder(phone: Page, real_site: Path) -> None:
    open_dialog(phone, real_site)
    phone.keyboard.type("Besuch Dormagen U3")
    phone.get_by_role("link", name="alles zusammen").click()
    phone.wait_for_url("**/praxis/index.html?q=Besuch&kommune=dormagen&alter=0-3")
    expect(
        phone.get_by_text("Hausbesuche nach der Geburt").or_(phone.get_by_text("Netzwerk für Familien")).first
    ).to_be_visible()


def test_axe_finds_no_violation_on_the_results(chromium: Browser, real_site: Path) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{real_site.as_uri()}/suche/index.html?q=Kita%20Dortmud&ordnung=art")
    expect(page.locator("ol .hit").first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
