"""From a gap to a printed committee paper, by keyboard alone and from disk; Word and saved files; hostile files."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.support import DESK, PHONE, opened, overflow, tab_to

pytestmark = pytest.mark.browser
CASES = "willkommensbesuche-hamm,familienbuero-gelsenkirchen,cafe-kinderwagen-warendorf"
PAPER = f"beschlussvorlage/index.html?faelle={CASES}&luecke=familien-mit-einjaehrigen"
SAVED = "Zum Weiterarbeiten sichern"


def downloaded(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def open_file(page: Page, content: bytes) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": "vorlage.json", "mimeType": "application/json", "buffer": content}
    )


def test_the_whole_way_from_a_stated_need_to_a_printed_paper_by_keyboard_alone(
    chromium: Browser, real_site: Path
) -> None:
    with opened(chromium, real_site, "luecke-beschreiben/index.html", viewport=PHONE) as page:
        page.add_init_script("window.print = () => document.documentElement.setAttribute('data-printed', '')")
        tab_to(page, "Was fehlt bei Ihnen?")
        page.keyboard.type("Wer macht Hausbesuche gleich nach der Geburt?")
        tab_to(page, "Begrüßungsbesuch hinzufügen")
        page.keyboard.press("Enter")
        page.locator(".match").nth(2).wait_for()
        tab_to(page, "nebeneinander vergleichen")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Beschlussvorlage vorbereiten").wait_for()
        tab_to(page, "Beschlussvorlage vorbereiten")
        page.keyboard.press("Enter")
        page.get_by_label("Titel").wait_for()
        expect(page.get_by_label("Welcher Bedarf besteht?")).to_have_value(
            "Wer macht Hausbesuche gleich nach der Geburt?"
        )
        tab_to(page, "Drucken")
        page.keyboard.press("Enter")
        assert page.evaluate("document.documentElement.hasAttribute('data-printed')")
        page.emulate_media(media="print")
        assert "Wer macht Hausbesuche gleich nach der Geburt?" in page.locator(".paper").inner_text()


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_whole_way_from_a_gap_to_a_printed_paper_by_keyboard_alone(
    chromium: Browser, real_site: Path, size: dict[str, int]
) -> None:
    with opened(chromium, real_site, "luecken/familien-mit-einjaehrigen.html", viewport=size) as page:
        page.add_init_script("window.print = () => document.documentElement.setAttribute('data-printed', '')")
        tab_to(page, "nebeneinander vergleichen")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Beschlussvorlage vorbereiten").wait_for()
        tab_to(page, "Beschlussvorlage vorbereiten")
        page.keyboard.press("Enter")
        page.get_by_label("Titel").wait_for()
        tab_to(page, "Gremium")
        page.keyboard.type("Jugendhilfeausschuss")
        tab_to(page, "Ihre Einschätzung zu Möglichkeit 1")
        page.keyboard.type("Zuerst ansehen.")
        expect(page.locator("[role=status]", has_text="Der Entwurf ist auf diesem Gerät gesichert.")).to_be_visible()
        page.locator(".document-tools").focus()
        for _ in range(200):
            page.keyboard.press("Shift+Tab")
            if page.evaluate("document.activeElement.textContent") == "Drucken":
                break
        page.keyboard.press("Enter")
        assert page.evaluate("document.documentElement.hasAttribute('data-printed')")
        page.emulate_media(media="print")
        assert page.locator(".paper__title").is_visible()
        assert not page.locator("main > h1").is_visible()
        assert not page.locator(".document-form").is_visible()
        paper = page.locator(".paper").inner_text()
        for told in (
            "Jugendhilfeausschuss",
            "Zuerst ansehen.",
            "Möglichkeit 3:",
            "Stand der Angaben:",
            "Handhabbarkeit",
        ):
            assert told in paper
        assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_need_in_own_words_goes_along_to_the_paper(chromium: Browser, real_site: Path) -> None:
    address = f"vergleich/index.html?faelle={CASES}&frage=Wie%20erreichen%20wir%20%3Cb%3Ealle%3C/b%3E?"
    with opened(chromium, real_site, address) as page:
        expect(page.get_by_text("Für Ihren Bedarf: „Wie erreichen wir <b>alle</b>?“")).to_be_visible()
        page.get_by_role("link", name="Beschlussvorlage vorbereiten").click()
        expect(page.get_by_label("Welcher Bedarf besteht?")).to_have_value("Wie erreichen wir <b>alle</b>?")


def test_a_draft_is_kept_on_the_device_and_goes_when_it_is_discarded(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, PAPER) as page:
        page.get_by_label("Gremium").fill("Rat")
        page.reload()
        expect(page.get_by_label("Gremium")).to_have_value("Rat")
        page.goto(f"{real_site.as_uri()}/beschlussvorlage/index.html")
        page.get_by_role("button", name="Weiterarbeiten").click()
        expect(page.get_by_label("Gremium")).to_have_value("Rat")
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Entwurf verwerfen").click()
        page.get_by_text("Beginnen Sie bei einer Lücke").wait_for()
        assert page.evaluate("Object.keys(localStorage)") == []


def test_a_saved_paper_goes_on_and_a_word_file_is_made_on_the_device(
    chromium: Browser, real_site: Path, tmp_path: Path
) -> None:
    with opened(chromium, real_site, PAPER) as page:
        assert page.locator("script[src*='word.js']").count() == 0
        page.get_by_label("Gremium").fill("Rat <b>&")
        saved = downloaded(page, SAVED, tmp_path)
        word = downloaded(page, "Als Word-Datei", tmp_path)
        assert word.suffix == ".docx"
        with zipfile.ZipFile(word) as file:
            assert "Rat &lt;b&gt;&amp;" in file.read("word/document.xml").decode()
        page.get_by_label("Gremium").fill("Anderes")
        open_file(page, saved.read_bytes())
        expect(page.get_by_label("Gremium")).to_have_value("Rat <b>&")
        assert page.locator("main b").count() == 0


def hostile(saved: dict[str, Any]) -> list[tuple[bytes, str]]:
    script = {**saved, "title": "<img src=x onerror=alert(1)>", "options": "<script>alert(1)</script>"}
    return [
        (b"\x00\xff\xfe", "Sie enthält kein JSON"),
        (b"x" * 2_100_000, "zu groß"),
        (json.dumps({**saved, "version": 99}).encode(), "neueren Fassung"),
        (json.dumps({**saved, "format": "anderes"}).encode(), "keine Beschlussvorlage"),
        (json.dumps(script).encode(), "„options“ fehlt oder hat eine falsche Form"),
        (b"[" * 200_000, "Sie enthält kein JSON"),
    ]


def test_a_bad_file_gives_a_message_and_changes_nothing(chromium: Browser, real_site: Path, tmp_path: Path) -> None:
    with opened(chromium, real_site, PAPER) as page:
        page.get_by_label("Gremium").fill("Rat")
        saved = json.loads(downloaded(page, SAVED, tmp_path).read_text(encoding="utf-8"))
        before = page.evaluate("localStorage.getItem('praxis-beschlussvorlagen')")
        for content, message in hostile(saved):
            open_file(page, content)
            expect(page.locator(".document-tools [role=status]")).to_contain_text(message)
            assert page.get_by_label("Gremium").input_value() == "Rat"
        assert page.evaluate("localStorage.getItem('praxis-beschlussvorlagen')") == before


def test_hostile_texts_in_a_good_file_stay_texts(chromium: Browser, real_site: Path, tmp_path: Path) -> None:
    with opened(chromium, real_site, PAPER) as page:
        saved = json.loads(downloaded(page, SAVED, tmp_path).read_text(encoding="utf-8"))
        saved["title"] = saved["decision"] = "<img src=x onerror=alert(1)>"
        open_file(page, json.dumps(saved).encode())
        expect(page.get_by_label("Titel")).to_have_value("<img src=x onerror=alert(1)>")
        page.get_by_role("button", name="Vorschau zeigen").click()
        assert "<img src=x" in page.locator(".paper").inner_text()
        assert page.locator("main img").count() == 0


def test_the_place_that_is_chosen_before_writing_is_compared(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, PAPER) as page:
        page.locator("summary", has_text="Wie wäre es hier?").click()
        page.get_by_label("Ihre Kommune").select_option(label="Gelsenkirchen")
        page.get_by_role("button", name="Vergleichen").click()
        expect(page.get_by_text("Bedingungen hier:").first).to_be_visible()
        page.get_by_role("button", name="Vorschau zeigen").click()
        assert "Unterschiede zu den Bedingungen hier: Gelsenkirchen" in page.locator(".paper").inner_text()


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_paper_has_no_violation_and_fits(chromium: Browser, real_site: Path, size: dict[str, int]) -> None:
    with opened(chromium, real_site, PAPER, viewport=size, bypass_csp=True) as page:
        page.get_by_role("button", name="Vorschau zeigen").click()
        assert violations(page) == []
        assert overflow(page) == 0
