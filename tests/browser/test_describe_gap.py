"""„Ich habe eine Lücke“: from a stated need to candidates, to a comparison and to a file, by keyboard and from disk."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from praxis.commands.match import ages_of
from praxis.library import Library
from praxis.relations.context import municipality_context
from praxis.relations.matching import Need, match
from tests.browser.axe import violations
from tests.browser.support import DESK, PHONE, opened, overflow, tab_to
from tests.site_building import PROJECT

pytestmark = pytest.mark.browser
PAGE = "luecke-beschreiben/index.html"
GOLDEN = PROJECT / "tests" / "golden" / "luecken.tsv"
QUESTION = "Wie erreichen wir Eltern nach der Geburt mit einem Hausbesuch?"
STATED = f"{PAGE}?frage={quote(QUESTION)}&alter=0-1&standards=zugaenge&themen=begruessungsbesuch#ort=duisburg"


def first(page: Page) -> str:
    """Title of the first match, once the words of the question count."""
    page.locator(".match", has_text="Gemeinsame Wörter").first.wait_for()
    return page.locator(".match h3 a").first.inner_text()


def test_a_need_is_stated_by_keyboard_and_finds_practice_with_reasons(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, PAGE) as page:
        expect(page.locator(".describe__results")).to_contain_text("Die Treffer erscheinen hier sofort.")
        tab_to(page, "Was fehlt bei Ihnen?")
        page.keyboard.type("Wer macht Hausbesuche gleich nach der Geburt?")
        tab_to(page, "Begrüßungsbesuch hinzufügen")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.textContent") == "Entfernen Begrüßungsbesuch"
        tab_to(page, "Standards")
        page.keyboard.press("Space")
        tab_to(page, "Zugänge für Familien")
        page.keyboard.press("Space")
        assert first(page)
        match = page.locator(".match").first
        assert match.locator("ul li").count() >= 3
        expect(page.locator("[role=status].visually-hidden").last).to_have_text(
            re.compile("Praxisbeispiele können passen. Zuerst: ")
        )
        assert "themen=begruessungsbesuch" in page.url
        assert "standards=zugaenge" in page.url


def test_the_page_finds_what_the_command_finds(chromium: Browser, real_site: Path) -> None:
    """The judged needs, each in its own words: same cases, same order, same reasons."""
    library = Library.load(PROJECT).public
    rows = [line.split("\t") for line in GOLDEN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    with opened(chromium, real_site, PAGE) as page:
        for question, standards, topics, ages, place, _ in rows[::4]:
            need = Need(
                standards=tuple(filter(None, standards.split(","))),
                topics=tuple(filter(None, topics.split(","))),
                ages=ages_of(ages),
                question=question,
                context=municipality_context(library, place) if place else {},
            )
            expected = match(library, need).matches
            terms = f"frage={quote(question)}&standards={standards}&themen={topics}&alter={ages}"
            page.evaluate("localStorage.clear()")
            page.goto(f"{real_site.as_uri()}/{PAGE}?{terms}{f'#ort={place}' if place else ''}")
            page.reload()
            first(page)
            shown = page.locator(".describe__results > div > ol").first.locator("> .match")
            assert shown.locator("h3 a").all_inner_texts() == [each.case.title for each in expected]
            reasons = [[reason.text for reason in each.reasons] for each in expected]
            assert [each.locator("ul").first.locator("li").all_text_contents() for each in shown.all()] == reasons


def test_an_address_restores_everything_and_the_back_button_goes_back(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, STATED) as page:
        name = first(page)
        assert page.get_by_label("Was fehlt bei Ihnen?").input_value() == QUESTION
        assert page.get_by_text("Verglichen wird mit Duisburg").is_visible()
        assert page.locator(".match details summary").first.inner_text().startswith("Bedingungen im Vergleich: ")
        page.get_by_label("Alter der Kinder und Jugendlichen").select_option(label="6 bis 10 Jahre")
        expect(page.locator(".match h3 a").first).not_to_have_text(name)
        assert "alter=6-10" in page.url
        page.go_back()
        expect(page.locator(".match h3 a").first).to_have_text(name)
        assert page.url.endswith("#ort=duisburg")
        with page.context.expect_page() as other:
            page.evaluate("window.open(location.href)")
        assert first(other.value) == name


def test_nonsense_in_the_address_gives_the_start_state_with_a_hint(chromium: Browser, real_site: Path) -> None:
    nonsense = f"{PAGE}?standards=%3Cscript%3Ealert(1)%3C/script%3E&alter=-5&quatsch=1#ort=../..&bedingungen=x:y"
    with opened(chromium, real_site, nonsense) as page:
        hint = page.locator("#werkzeug [role=status]").first
        expect(hint).to_contain_text("Den Standard „<script>alert(1)</script>“ gibt es nicht.")
        expect(hint).to_contain_text("„-5“ ist kein Alter.")
        expect(hint).to_contain_text("Die Angabe „quatsch“ in der Adresse kennt diese Seite nicht.")
        expect(hint).to_contain_text("Die Kommune „../..“ gibt es in dieser Sammlung nicht.")
        expect(page.locator(".describe__results")).to_contain_text("Die Treffer erscheinen hier sofort.")
        assert page.url.endswith(PAGE)


def test_what_a_place_tells_nobody_stays_out_of_the_address_and_the_file(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, STATED) as page:
        first(page)
        page.locator("summary", has_text="Eigene Angaben ergänzen").click()
        values = page.locator(".place__values")
        values.get_by_label("Prävention als Chefsache", exact=True).select_option(label="nein")
        values.get_by_label("Siedlungsraum", exact=True).select_option(label="ländlich")
        page.get_by_label("Titel").fill("Hausbesuche nach der Geburt")
        expect(page.locator("#datei")).to_have_value(re.compile("raum: laendlich"))
        assert "raum:laendlich" in page.url
        assert "chefsache" not in page.url
        assert "chefsache" not in page.locator("#datei").input_value()
        page.get_by_role("button", name="Ort von diesem Gerät entfernen").click()
        expect(page.get_by_role("button", name="Vergleichen")).to_be_visible()
        assert page.evaluate("Object.keys(localStorage)") == []
        assert "#" not in page.url


def test_the_downloaded_file_passes_the_check(chromium: Browser, real_site: Path, tmp_path: Path) -> None:
    with opened(chromium, real_site, STATED) as page:
        expect(page.locator("#fehlt")).to_have_text("Für eine gültige Datei fehlt noch: ein Titel.")
        page.get_by_label("Titel").fill("Hausbesuche nach der Geburt")
        page.get_by_label("Was wurde schon versucht?").fill("Ein Flyer\nEin Anruf")
        with page.expect_download() as waiting:
            page.get_by_role("button", name="herunterladen").click()
        name = waiting.value.suggested_filename
        assert name == "hausbesuche-nach-der-geburt-duisburg.md"
        for folder in ("vokabular", "kommunen"):
            shutil.copytree(PROJECT / "docs" / folder, tmp_path / "docs" / folder)
        target = tmp_path / "docs" / "luecken" / name
        target.parent.mkdir()
        waiting.value.save_as(target)
    library = Library.load(tmp_path)
    assert [finding for finding in library.findings if finding.file.startswith("docs/luecken/")] == []
    assert library.gaps[target.stem].question == QUESTION


def test_conditions_are_asked_three_at_a_time_and_each_can_be_left_out(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, STATED) as page:
        first(page)
        asked = page.locator("[aria-labelledby=ort-titel] > div:last-child .field")
        expect(asked).to_have_count(3)
        titles = asked.locator("label, legend").all_inner_texts()
        page.get_by_role("button", name="Weiter zu anderen Bedingungen").click()
        assert page.evaluate("document.activeElement.tagName") in ("SELECT", "INPUT")
        assert asked.locator("label, legend").all_inner_texts() != titles


def test_candidates_go_to_the_shortlist_and_side_by_side(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, STATED) as page:
        first(page)
        page.locator(".match").first.get_by_role("button", name="Auf die Merkliste").click()
        expect(page.locator(".match").first.get_by_role("button")).to_contain_text("Von der Merkliste nehmen")
        expect(page.get_by_role("link", name="Merkliste: 1")).to_be_visible()
        page.get_by_role("link", name="Die ersten drei nebeneinander vergleichen").click()
        page.wait_for_url(re.compile(r"vergleich/index\.html\?faelle=[a-z-]+,[a-z-]+,[a-z-]+&frage=Wie%20erreichen"))
        page.locator(".compare").wait_for()


def test_words_without_a_known_topic_are_no_missing_practice(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, f"{PAGE}?frage=Xylophon%20stimmen") as page:
        results = page.locator(".describe__results")
        expect(results).to_contain_text("In Ihren Worten ist noch kein Thema erkannt.")
        results.get_by_role("link", name="Diese Wörter in allen Seiten suchen").click()
        page.wait_for_url(re.compile(r"suche/index\.html\?q=Xylophon%20stimmen"))


def test_nothing_found_names_what_is_nearest_and_how_to_contribute(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, f"{PAGE}?themen=elternbildung&alter=20-21") as page:
        results = page.locator(".describe__results")
        expect(results).to_contain_text("Dazu ist noch keine Praxis erfasst.")
        assert results.locator("a[href$='themen/elternbildung.html']").count() == 1
        assert results.locator("a[href$='mitmachen/index.html']").count() == 1


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_everyone_may_use_it(chromium: Browser, real_site: Path, viewport: dict[str, int]) -> None:
    context = {"viewport": viewport, "bypass_csp": True}
    with opened(chromium, real_site, STATED, **context) as page:
        first(page)
        for fold in page.locator("#werkzeug details").all():
            fold.evaluate("each => { each.open = true }")
        page.get_by_label("Titel").fill("Hausbesuche")
        assert violations(page) == []
        assert overflow(page) <= 0


def test_without_a_script_the_page_leads_on(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, PAGE, java_script_enabled=False) as page:
        links = page.locator("main .entries a")
        assert links.count() == 5
        assert page.locator("main .notice").is_visible()


def test_the_first_door_of_the_start_page_leads_here(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, "index.html") as page:
        page.locator(".doors a").first.click()
        page.wait_for_url(re.compile(r"luecke-beschreiben/index\.html$"))


def test_a_gap_page_leads_here_with_what_it_says(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, "luecken/einbindung-gesundheitswesen.html") as page:
        titles = page.locator(".matches").first.locator("h3 a").all_inner_texts()
        page.get_by_role("link", name="Mit eigenen Angaben abgleichen").click()
        page.wait_for_url(re.compile(r"luecke-beschreiben/index\.html\?frage="))
        first(page)
        expect(page.locator("#werkzeug .notice").first).to_have_id("fehlt")
        assert page.locator(".describe__results .matches").first.locator("h3 a").all_inner_texts() == titles


def test_the_file_goes_on_to_the_form(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, STATED) as page:
        first(page)
        page.get_by_label("Titel").fill("Hausbesuche nach der Geburt")
        page.get_by_role("button", name="Im Formular weiter bearbeiten").click()
        page.wait_for_url(re.compile(r"mitmachen/formular/index\.html\?art=luecke$"))
        expect(page.locator("main")).to_contain_text("Übernommen aus: Ich habe eine Lücke.")


def test_on_paper_the_need_and_the_matches_stand_and_no_fields(chromium: Browser, real_site: Path) -> None:
    with opened(chromium, real_site, STATED) as page:
        first(page)
        page.emulate_media(media="print")
        asked = page.locator(".describe__results .print-only")
        expect(asked).to_be_visible()
        assert (
            asked.inner_text() == f"Gesucht: „{QUESTION}“ · Begrüßungsbesuch · Zugänge für Familien · 0 bis 1\u00a0Jahr"
        )
        assert page.locator(".match").first.is_visible()
        assert page.locator("#frage").is_hidden()
        assert page.locator("#einreichen").is_hidden()
