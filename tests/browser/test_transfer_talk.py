"""The transfer talk: from a case to a filled-in guide and a record for the collection, from disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.support import DESK, PHONE, opened, overflow, tab_to

pytestmark = pytest.mark.browser
TALK = "transfergespraech/index.html?praxis=willkommensbesuche-hamm&kommune=gelsenkirchen"


def record(page: Page) -> str:
    return page.locator("#eintrag").input_value()


def test_the_way_from_a_case_to_its_talk_by_keyboard(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, "praxis/willkommensbesuche-hamm.html") as page:
        tab_to(page, "Transfergespräch vorbereiten")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Teil 1: Vorbereitung").wait_for()
        titles = page.locator(".document-form h2").all_inner_texts()
        assert titles == ["Teil 1: Vorbereitung", "Teil 2: Austausch", "Teil 3: Nachbereitung"]
        tab_to(page, "Aufnehmende Kommune")
        page.keyboard.type("Nordstadt")
        assert "kommune:\n  text: Nordstadt\n" in record(page)
        page.get_by_label("Aufnehmende Kommune").fill("münster")
        assert "kommune: muenster\n" in record(page)


def test_questions_are_picked_by_dimension_and_can_be_changed_answered_added_and_removed(
    chromium: Browser, real_site: Path
) -> None:
    with opened(chromium, real_site, TALK) as page:
        group = page.locator("details", has_text="Institutionelle Dimension").first
        before = group.locator("fieldset").count()
        assert before > 0
        group.get_by_role("button", name="Frage hinzufügen").click()
        page.keyboard.type("Wer schließt abends ab?")
        group.locator("fieldset").first.get_by_role("button", name="Frage entfernen").click()
        assert group.locator("fieldset").count() == before
        assert page.evaluate("document.activeElement.textContent") == "Frage hinzufügen"
        group.locator("fieldset").last.get_by_label("Antwort").fill("Der Hausmeister.")
        page.get_by_role("button", name="Vorschau zeigen").click()
        paper = page.locator(".paper").inner_text()
        assert "Wer schließt abends ab?" in paper
        assert "Der Hausmeister." in paper


def test_the_follow_up_becomes_a_record(chromium: Browser, real_site: Path, tmp_path: Path) -> None:
    with opened(chromium, real_site, TALK) as page:
        page.get_by_role("button", name="Anpassung hinzufügen").click()
        page.get_by_label("Was jetzt gilt").fill("Besuche nur auf Wunsch")
        page.get_by_label("Bedingung, die anders ist").select_option(label="Gemeindetyp")
        page.get_by_role("button", name="Neue Frage hinzufügen").click()
        entry = page.locator("fieldset.entry", has_text="Neue Frage 1")
        entry.get_by_label("Frage").first.fill("Wer vertritt bei Krankheit?")
        entry.get_by_label("Dimension").select_option(label="Individuelle Dimension")
        text = record(page)
        assert text.startswith(
            "---\ntitel: Willkommensbesuche aus Hamm für Gelsenkirchen\npraxis: willkommensbesuche-hamm\n"
        )
        assert "  - was: Besuche nur auf Wunsch\n    weil:\n      bedingung: gemeindetyp\n" in text
        assert "  - frage: Wer vertritt bei Krankheit?\n    dimension: individuell\n" in text
        with page.expect_download() as download:
            page.get_by_role("button", name="Als Datei sichern").click()
        download.value.save_as(tmp_path / "eintrag.md")
        assert download.value.suggested_filename == "willkommensbesuche-gelsenkirchen.md"
        assert (tmp_path / "eintrag.md").read_text(encoding="utf-8") == text


def test_the_record_goes_on_in_the_form(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, TALK) as page:
        page.get_by_label("Worum es uns geht").fill("Früh da sein.")
        page.get_by_role("button", name="Im Formular prüfen und einreichen").click()
        page.wait_for_url("**/mitmachen/formular/index.html?art=nachnutzung")
        expect(page.locator("main")).to_contain_text("Transfergespräch")
        assert "praxis-transfergespraeche" in page.evaluate("Object.keys(localStorage)")


def test_a_talk_is_kept_saved_and_opened_again(chromium: Browser, real_site: Path, tmp_path: Path) -> None:
    with opened(chromium, real_site, TALK) as page:
        page.get_by_label("Worum es uns geht").fill("Wir wollen „früh“ da sein.")
        with page.expect_download() as download:
            page.get_by_role("button", name="Zum Weiterarbeiten sichern").click()
        download.value.save_as(tmp_path / "gespraech.json")
        assert (
            json.loads((tmp_path / "gespraech.json").read_text(encoding="utf-8"))["format"]
            == "praxis-transfergespraech"
        )
        page.reload()
        expect(page.get_by_label("Worum es uns geht")).to_have_value("Wir wollen „früh“ da sein.")
        page.evaluate("localStorage.clear()")
        page.goto(f"{real_site.as_uri()}/transfergespraech/index.html")
        page.locator("input[type=file]").set_input_files(tmp_path / "gespraech.json")
        expect(page.get_by_label("Worum es uns geht")).to_have_value("Wir wollen „früh“ da sein.")


def test_a_paper_is_no_talk(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, "transfergespraech/index.html") as page:
        content = b'{"format": "praxis-beschlussvorlage", "version": 1}'
        page.locator("input[type=file]").set_input_files({"name": "a.json", "mimeType": "", "buffer": content})
        expect(page.locator("#werkzeug [role=status]")).to_have_text(
            "In der Datei steht kein Transfergespräch. Ihr Entwurf ist unverändert."
        )


def test_an_address_with_nonsense_is_the_start_with_a_hint(chromium: Browser, real_site: Path) -> None:
    address = "transfergespraech/index.html?praxis=%3Cscript%3E&kommune=gibt-es-nicht"
    with opened(chromium, real_site, address) as page:
        expect(page.locator("#werkzeug > .notice p")).to_have_text(
            ["„<script>“ ist keine Kennung. Die Angabe wurde weggelassen."]
        )
        assert page.get_by_role("link", name="Praxisbeispiel wählen").is_visible()


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_the_guide_has_no_violation_and_fits(chromium: Browser, real_site: Path, size: dict[str, int]) -> None:
    with opened(chromium, real_site, TALK, viewport=size, bypass_csp=True) as page:
        page.get_by_role("button", name="Anpassung hinzufügen").click()
        page.get_by_role("button", name="Neue Frage hinzufügen").click()
        page.get_by_role("button", name="Vorschau zeigen").click()
        assert violations(page) == []
        assert overflow(page) == 0
