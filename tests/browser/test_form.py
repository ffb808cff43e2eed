"""The form in a real Chromium, opened from disk: filled in by keyboard, its file passes ``praxis check``."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from praxis.library import Library
from tests.browser.axe import violations
from tests.site_building import PROJECT

pytestmark = pytest.mark.browser
FORM = "mitmachen/formular/index.html"
FINISH = "Prüfen und fertigstellen"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser whose storage is empty and in which no script may fail."""
    context = chromium.new_context(viewport={"width": 1000, "height": 900}, locale="de-DE", accept_downloads=True)
    messages: list[str] = []
    context.on("weberror", lambda error: messages.append(str(error.error)))
    context.on("console", lambda message: messages.append(message.text))
    yield context
    context.close()
    # A record that somebody asks for need not be there.
    assert [message for message in messages if "ERR_FILE_NOT_FOUND" not in message] == []


@pytest.fixture
def library_copy(tmp_path: Path) -> Path:
    """The contents of the collection, to put a file into."""
    shutil.copytree(PROJECT / "docs", tmp_path / "docs")
    return tmp_path


def opened(context: BrowserContext, site: Path, query: str = "") -> Page:
    """The form, drawn."""
    page = context.new_page()
    page.goto((site / FORM).as_uri() + query)
    page.locator("#formular h2:visible").first.wait_for()
    return page


class Keyboard:
    """Somebody who has no mouse: goes on by Tab, chooses by Space and arrows, and types."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, name: str) -> None:
        """Go on to the control whose id ends in ``name``."""
        for _ in range(400):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.id").endswith(name):
                return
        pytest.fail(f"Tab never reaches {name}")

    def write(self, name: str, text: str) -> None:
        """Go to a field and type."""
        self.to(name)
        self.page.keyboard.type(text)

    def choose(self, name: str, steps: int = 0) -> None:
        """Go to a choice; ``steps`` arrows down from there."""
        self.to(name)
        self.page.keyboard.press("Space")
        for _ in range(steps):
            self.page.keyboard.press("ArrowDown")

    def search(self, name: str, text: str) -> None:
        """Search in a list and choose what comes first."""
        self.write(f"{name}-liste-suche", text)
        self.choose(f"{name}-liste-0")

    def finish(self) -> None:
        """Go to the button at the end and press it."""
        for _ in range(400):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.textContent") == FINISH:
                self.page.keyboard.press("Enter")
                return
        pytest.fail("Tab never reaches the end")


def write_case(keys: Keyboard) -> None:
    keys.write("feld-titel", "Elterncafé: der Montagstreff")
    keys.write("feld-kurz", "Ein offenes Café für Eltern #1 mit „Frühstück“.")
    keys.search("feld-kommune", "gelsen")
    keys.choose("feld-status-0", 1)
    keys.write("feld-zeitraum-von", "2019")
    keys.choose("feld-standards-5")
    keys.write("feld-standards-zugaenge", "Jede Familie darf kommen: ohne Anmeldung.")
    keys.write("feld-alter-von", "0")
    keys.write("feld-alter-bis", "3")
    keys.search("feld-themen", "elterncafe")
    keys.write("feld-warum-text", "Wer freundlich empfangen wird, kommt wieder.")
    keys.write("feld-kontakt-stelle", "Stadt Gelsenkirchen, Familienbüro")
    keys.write("feld-quellen-0-titel", "Jahresbericht 2024")
    keys.write("feld-stand", "3. März 2025")
    keys.write("feld-#-0", "Eltern treffen sich.\n\n- montags\n- ohne Anmeldung")


def write_gap(keys: Keyboard) -> None:
    keys.write("feld-titel", "Eltern ohne Hebamme erreichen")
    keys.write("feld-frage", "Wie erreichen wir Eltern, die keine Hebamme gefunden haben?")
    keys.choose("feld-standards-liste-5")
    keys.choose("feld-alter-art-0", 1)
    keys.search("feld-themen", "hebamme")
    keys.write("feld-#-0", "Viele Familien haben keine Hebamme.")


def write_reuse(keys: Keyboard) -> None:
    keys.write("feld-titel", "Kinderstuben in Neustadt")
    keys.search("feld-praxis-0-id", "kinderstuben dortmund")
    keys.choose("feld-kommune-art-0", 1)
    keys.write("feld-kommune-text", "Neustadt an der Aue")
    keys.choose("feld-ergebnis-0", 1)
    keys.write("feld-#-0", "Neustadt übernahm die Kinderstuben.")


def write_municipality(keys: Keyboard) -> None:
    keys.write("feld-titel", "Bad Muster")
    keys.choose("feld-art-0")


WAYS = {
    "praxis": (write_case, "praxis/elterncafe-der-montagstreff-gelsenkirchen.md"),
    "luecke": (write_gap, "luecken/eltern-ohne-hebamme-erreichen.md"),
    "nachnutzung": (write_reuse, "nachnutzung/kinderstuben-in-neustadt.md"),
    "kommune": (write_municipality, "kommunen/bad-muster.md"),
}


def saved(page: Page) -> tuple[str, str]:
    """Name and content of the file that the form saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Datei speichern").click()
    return download.value.suggested_filename, Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", WAYS)
def test_what_is_written_by_keyboard_passes_the_check(
    context: BrowserContext, real_site: Path, library_copy: Path, kind: str
) -> None:
    way, path = WAYS[kind]
    page = opened(context, real_site, f"?art={kind}")
    keys = Keyboard(page)
    way(keys)
    keys.finish()
    page.get_by_text("Alle Angaben sind vollständig").wait_for()
    assert not page.locator(".form-summary").is_visible()
    name, content = saved(page)
    assert name == path.split("/")[1]
    target = library_copy / "docs" / path
    assert not target.exists()
    target.write_text(content, encoding="utf-8", newline="\n")
    library = Library.load(library_copy)
    assert [finding for finding in library.findings if finding.file == f"docs/{path}"] == []
    assert not library.has_errors


def test_a_proposal_takes_the_file_along(context: BrowserContext, real_site: Path) -> None:
    page = opened(context, real_site, "?art=kommune")
    keys = Keyboard(page)
    write_municipality(keys)
    keys.finish()
    assert page.get_by_role("link", name="Vorschlag beginnen").get_attribute("href") == (
        "https://github.example/praxis/praxis/new/main/docs/kommunen?filename=bad-muster.md"
        "&value=---%0Atitel%3A%20Bad%20Muster%0Aart%3A%20stadt%0A---%0A"
    )


def test_a_text_too_long_for_an_address_is_uploaded(context: BrowserContext, real_site: Path) -> None:
    page = opened(context, real_site, "?art=luecke")
    page.get_by_label("Beschreibung").fill("Ein langer Satz über den Ort. " * 300)
    page.get_by_role("button", name=FINISH).click()
    assert page.get_by_role("link", name="die Seite zum Hochladen").get_attribute("href") == (
        "https://github.example/praxis/praxis/upload/main/docs/luecken"
    )
    assert page.get_by_role("link", name="Vorschlag beginnen").count() == 0


def test_mistakes_stand_at_their_fields_and_in_a_summary_that_leads_there(
    context: BrowserContext, real_site: Path
) -> None:
    page = opened(context, real_site, "?art=praxis")
    short = page.get_by_label("Was ist es, in einem Satz?")
    short.fill("Wort " * 50)
    assert short.get_attribute("aria-invalid") is None
    page.locator("#feld-kurz-fehler", has_text="erlaubt sind 200.").wait_for()
    assert page.locator("#feld-kurz-fehler").inner_text() == (
        "Der Text hat 249 Zeichen; erlaubt sind 200. Kürzen Sie ihn um mindestens 49 Zeichen; "
        "Ausführliches gehört in den Text unter dem Kopf."
    )
    assert short.get_attribute("aria-invalid") == "true"
    assert "feld-kurz-fehler" in (short.get_attribute("aria-describedby") or "")
    office = page.get_by_label("Welche Stelle kann man fragen?")
    office.fill("Frau Dr. Petra Schneider")
    office.blur()
    page.locator(
        "#feld-kontakt-stelle-fehler", has_text="„Frau Dr. Petra Schneider“ sieht nach einer Person aus."
    ).wait_for()
    page.get_by_role("button", name=FINISH).click()
    summary = page.locator(".form-summary")
    assert summary.evaluate("element => document.activeElement === element")
    assert page.locator("#feld-titel-fehler").inner_text() == "Das Pflichtfeld „titel“ fehlt."
    assert summary.get_by_role("link").first.inner_text() == "Wie heißt die Praxis? Das Pflichtfeld „titel“ fehlt."
    summary.get_by_role("link", name="Wie steht es um die Praxis?").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "feld-status-0"


def test_a_record_of_the_collection_is_changed_where_it_changed(context: BrowserContext, real_site: Path) -> None:
    source = (PROJECT / "docs/praxis/kinderstuben-dortmund.md").read_text(encoding="utf-8")
    page = opened(context, real_site, "?datei=praxis/kinderstuben-dortmund")
    page.get_by_label("Wie heißt die Praxis?").fill("Kinderstuben (neu)")
    page.get_by_role("button", name=FINISH).click()
    name, content = saved(page)
    assert name == "kinderstuben-dortmund.md"
    assert content == source.replace("titel: Kinderstuben\n", "titel: Kinderstuben (neu)\n", 1)
    assert page.get_by_role("link", name="die Datei beim Git-Dienst").get_attribute("href") == (
        "https://github.example/praxis/praxis/edit/main/docs/praxis/kinderstuben-dortmund.md"
    )


@pytest.mark.parametrize("folder", ["praxis", "luecken", "nachnutzung", "kommunen"])
def test_every_kind_of_record_opens_and_is_the_same_file(context: BrowserContext, real_site: Path, folder: str) -> None:
    path = sorted(path for path in (PROJECT / "docs" / folder).glob("*.md") if path.stem != "index")[0]
    page = opened(context, real_site, f"?datei={folder}/{path.stem}")
    page.get_by_role("button", name=FINISH).click()
    assert saved(page) == (path.name, path.read_text(encoding="utf-8"))
    assert page.get_by_text("Die Prüfung hat nichts auszusetzen.").is_visible()


def test_entries_of_a_list_come_and_go_with_the_focus(context: BrowserContext, real_site: Path) -> None:
    page = opened(context, real_site, "?art=praxis")
    page.get_by_role("button", name="Quelle hinzufügen").click()
    assert page.evaluate("document.activeElement.id") == "feld-quellen-1-titel"
    page.keyboard.type("Zweite")
    page.get_by_role("group", name="Quelle 2").get_by_label("Adresse im Netz").fill("stadt.example")
    page.get_by_role("group", name="Quelle 2").get_by_label("Adresse im Netz").blur()
    page.locator("#feld-quellen-1-url-fehler", has_text="ist keine vollständige Adresse.").wait_for()
    page.get_by_role("button", name="Quelle 1 entfernen").click()
    assert page.evaluate("document.activeElement.textContent") == "Quelle hinzufügen"
    assert page.get_by_label("Titel (freiwillig)").input_value() == "Zweite"
    page.get_by_text("Entwurf auf diesem Gerät gespeichert").wait_for()
    page.reload()
    page.locator("#formular h2:visible").first.wait_for()
    assert page.get_by_label("Titel (freiwillig)").input_value() == "Zweite"


def test_drafts_stay_on_the_device_until_they_are_removed(context: BrowserContext, real_site: Path) -> None:
    page = opened(context, real_site, "?art=luecke")
    page.get_by_label("Wie heißt die Lücke, kurz?").fill("Erste Lücke")
    page.get_by_text("Entwurf auf diesem Gerät gespeichert").wait_for()
    page = opened(context, real_site, "?art=kommune")
    page.get_by_label("Wie heißt die Kommune?").fill("Zweitstadt")
    page.get_by_text("Entwurf auf diesem Gerät gespeichert").wait_for()
    page = opened(context, real_site)
    drafts = page.get_by_role("region", name="Ihre Entwürfe auf diesem Gerät")
    assert drafts.get_by_role("listitem").count() == 2
    drafts.get_by_role("button", name="Entwurf „Zweitstadt“ löschen").click()
    drafts.get_by_role("button", name="Weiterschreiben: Erste Lücke").click()
    assert page.get_by_label("Wie heißt die Lücke, kurz?").input_value() == "Erste Lücke"
    assert page.evaluate("document.activeElement.id") == "formular-titel"
    page.get_by_role("button", name="Entwurf löschen").click()
    page.get_by_role("button", name="Wirklich löschen?").click()
    assert page.get_by_role("region", name="Ihre Entwürfe auf diesem Gerät").count() == 0


def test_who_reads_up_something_comes_back_to_the_draft(context: BrowserContext, real_site: Path) -> None:
    page = opened(context, real_site, "?art=luecke")
    page.get_by_label("Wie heißt die Lücke, kurz?").fill("Erste Lücke")
    page.get_by_text("Entwurf auf diesem Gerät gespeichert").wait_for()
    page.get_by_role("link", name="Mehr zum Feld titel").click()
    page.get_by_role("heading", name="Felder: Lücke").wait_for()
    page.go_back()
    page.locator("#formular h2:visible").first.wait_for()
    assert page.get_by_label("Wie heißt die Lücke, kurz?").input_value() == "Erste Lücke"
    page = opened(context, real_site, "?art=luecke")
    assert page.get_by_label("Wie heißt die Lücke, kurz?").input_value() == ""
    assert page.get_by_text("Auf diesem Gerät liegt schon ein angefangener Entwurf dieser Art.").is_visible()


def test_a_municipality_that_is_a_draft_can_be_named_and_is_sent_along(
    context: BrowserContext, real_site: Path
) -> None:
    page = opened(context, real_site, "?art=kommune")
    page.get_by_label("Wie heißt die Kommune?").fill("Bad Muster")
    page.get_by_label("Stadt", exact=True).check()
    page.get_by_text("Entwurf auf diesem Gerät gespeichert").wait_for()
    page = opened(context, real_site, "?art=praxis")
    place = page.get_by_role("group", name="In welcher Kommune?")
    assert place.get_by_role("link", name="Kommune neu anlegen").get_attribute("href") == "?art=kommune"
    place.get_by_role("searchbox").fill("bad mus")
    place.get_by_label("Bad Muster").check()
    page.get_by_role("button", name=FINISH).click()
    assert page.get_by_text("„Bad Muster“ steht noch nicht in der Sammlung.").is_visible()
    assert page.locator("#feld-kommune-fehler").inner_text() == ""


def test_the_address_gives_only_what_to_open(context: BrowserContext, real_site: Path) -> None:
    page = opened(context, real_site, "?art=luecke&titel=%3Cimg%20src=x%3E&datei=../../geheim&art=kommune")
    assert page.get_by_label("Wie heißt die Lücke, kurz?").input_value() == ""
    notes = page.locator("main .notice strong").all_inner_texts()
    assert notes == [
        "Die Angabe „titel“ in der Adresse wurde nicht übernommen.",
        "„../../geheim“ ist kein Eintrag; genannt wird er wie „praxis/name-ort“.",
        "Die Angabe „art“ in der Adresse wurde nicht übernommen.",
    ]


def test_an_unknown_record_leads_to_the_search_for_one(context: BrowserContext, real_site: Path) -> None:
    page = context.new_page()
    page.goto((real_site / FORM).as_uri() + "?datei=praxis/gibt-es-nicht")
    page.get_by_text("Den Eintrag „praxis/gibt-es-nicht“ gibt es in der Sammlung nicht.").wait_for()
    page.get_by_label("Eintrag der Sammlung suchen").fill("kinderstuben dort")
    assert page.locator("#formular-treffer a").first.get_attribute("href") == "?datei=praxis/kinderstuben-dortmund"


def test_another_page_hands_a_draft_over_the_device(context: BrowserContext, real_site: Path) -> None:
    page = opened(context, real_site)
    page.evaluate(
        """localStorage.setItem("praxis-entwurf-nachnutzung", JSON.stringify(
        {values: {titel: "Übernahme", kommune: "hamm", praxis: ["kinderstuben-dortmund"]}, text: "Wir begannen.", from: "Transfergespräch"}))"""
    )
    page = opened(context, real_site, "?art=nachnutzung")
    assert page.get_by_label("Wie heißt die Nachnutzung?").input_value() == "Übernahme"
    assert page.get_by_label("Beschreibung").input_value() == "Wir begannen."
    assert page.get_by_text("Übernommen aus: Transfergespräch.").is_visible()
    assert page.locator(".picked:visible").all_inner_texts() == ["Kinderstuben\nentfernen", "Hamm\nentfernen"]
    assert page.evaluate("localStorage.getItem('praxis-entwurf-nachnutzung')") is None


FILES = {
    "brief.docx": (b"PK\x03\x04word", "Die Datei enthält keinen Text, sondern Binärdaten."),
    "leer.md": (b"", "Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen (---)."),
    "bombe.md": (b"---\na: &a [x]\nb: [*a, *a]\n---\n", "Der Kopf verwendet YAML-Anker, -Verweise oder -Typangaben (&, *, !)."),
    "tief.md": (b"---\n" + b"- " * 9_000 + b"\n---\n", "Der Kopf ist tiefer als 32 Ebenen verschachtelt."),
    "gross.md": (b"x" * 3_000_000, "Die Datei ist 2,9 MiB groß; erlaubt ist 1 MiB."),
}  # fmt: skip


def test_hostile_files_are_told_and_change_nothing(context: BrowserContext, real_site: Path) -> None:
    page = opened(context, real_site)
    for name, (content, message) in FILES.items():
        page.get_by_label("Oder eine Datei von Ihrem Gerät öffnen").set_input_files(
            {"name": name, "mimeType": "text/markdown", "buffer": content}
        )
        page.get_by_text(message).wait_for()
        assert page.get_by_role("heading", name="Etwas Neues schreiben").is_visible()


def test_markup_in_a_file_stays_text(context: BrowserContext, real_site: Path) -> None:
    attack = "<img src=x onerror=alert(1)>"
    content = f"---\ntitel: '{attack}'\nart: stadt\n'{attack}': '{attack}'\n---\n\n## {attack}\n\n{attack}\n"
    page = opened(context, real_site)
    page.get_by_label("Oder eine Datei von Ihrem Gerät öffnen").set_input_files(
        {"name": "Bad Muster.md", "mimeType": "text/markdown", "buffer": content.encode()}
    )
    assert page.get_by_label("Wie heißt die Kommune?").input_value() == attack
    page.get_by_role("button", name=FINISH).click()
    assert page.locator("#formular img").count() == 0
    assert saved(page) == ("bad-muster.md", content)


def test_without_script_the_page_tells_the_other_ways(chromium: Browser, real_site: Path) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto((real_site / FORM).as_uri())
    assert page.get_by_text("Ohne Skripte führen die Wege unten in die Sammlung.").is_visible()
    page.locator("main").get_by_role("link", name="Praxisbeispiel").click()
    assert page.get_by_role("heading", name="Felder: Praxisbeispiel").is_visible()
    page.close()


@pytest.mark.parametrize(
    ("query", "width"),
    [
        ("", 320),
        ("", 1440),
        ("?art=praxis", 320),
        ("?art=praxis", 1440),
        ("?datei=praxis/kinderstuben-dortmund", 390),
        ("?art=luecke", 320),
        ("?art=nachnutzung", 390),
        ("?art=kommune", 1440),
    ],
)
def test_axe_finds_no_violation_with_everything_open(
    chromium: Browser, real_site: Path, query: str, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = opened(context, real_site, query)
    finish = page.get_by_role("button", name=FINISH)
    if finish.count():
        finish.click()
        for button in page.get_by_role("button", name="hinzufügen").all():
            button.evaluate("element => element.click()")
    page.evaluate("document.querySelectorAll('details').forEach(element => { element.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    context.close()


def test_a_slip_in_a_search_still_finds_what_was_meant(context: BrowserContext, real_site: Path) -> None:
    page = opened(context, real_site, "?art=praxis")
    page.locator("#feld-kommune-liste-suche").fill("Bottropp")
    page.get_by_text("Nichts gefunden zu „Bottropp“; ähnlich geschrieben:").wait_for()
    page.get_by_label("Bottrop", exact=True).check()
    page.locator("#feld-kommune-liste-suche").fill("Xanten")
    page.get_by_text("Nichts gefunden zu „Xanten“. Versuchen Sie ein anderes Wort.").wait_for()


def test_an_address_as_people_say_it_becomes_a_whole_one(context: BrowserContext, real_site: Path) -> None:
    page = opened(context, real_site, "?art=praxis")
    page.locator("#feld-quellen-0-url").fill("www.bottrop.de/willkommen")
    page.keyboard.press("Tab")
    assert page.locator("#feld-quellen-0-url").input_value() == "https://www.bottrop.de/willkommen"


def test_the_printed_form_has_answers_and_no_controls(context: BrowserContext, real_site: Path) -> None:
    page = opened(context, real_site, "?art=praxis")
    page.locator("#feld-titel").fill("Elterncafé")
    page.get_by_role("button", name=FINISH).click()
    page.locator(".form-doors").wait_for()
    page.emulate_media(media="print")
    assert page.locator("#feld-titel").is_visible()
    assert not page.locator(".form-doors").is_visible()
    for name in (
        "Zurück zur Auswahl",
        "Kommune neu anlegen",
        "Prüfen und fertigstellen",
        "Entwurf löschen",
        "Andere Wege",
    ):
        assert not page.get_by_text(name, exact=True).first.is_visible(), name
    assert not page.locator("#feld-kommune-liste-suche").is_visible()


def test_what_is_open_is_named_with_the_question_it_belongs_to(context: BrowserContext, real_site: Path) -> None:
    page = opened(context, real_site, "?art=praxis")
    page.locator("#feld-zeitraum-von").fill("seit 2012")
    page.get_by_role("button", name=FINISH).click()
    page.get_by_role("link", name="Seit wann, bis wann? – von (Jahr): „seit 2012“ ist keine Jahreszahl.").wait_for()
