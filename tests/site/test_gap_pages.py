"""Gap pages: what people offered before what was computed, each marked; what happened, and what the records suggest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from praxis.library import Library
from praxis.settings import Settings
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages import gap_index, gaps
from praxis.wording import NBSP
from tests.builders import TODAY, load_site

CASES: list[dict[str, Any]] = [
    {"id": "a-treffer", "kommune": "aurich"},
    {"id": "b-bestaetigt", "kommune": "bonn"},
    {"id": "c-angebot", "kommune": "celle"},
]
GAP: dict[str, Any] = {
    "id": "luecke",
    "kommune": "jena",
    "gemeldet": "2024-02-01",
    "treffen": "treffen",
    "status": "angebote",
    "antworten": ["b-bestaetigt"],
    "meldungen": [
        {"kommune": "celle", "datum": "2025-05-02", "praxis": "c-angebot", "stand": "gefuehrt"},
        {"kommune": "hamm"},
    ],
}


def page(root: Path, gap: dict[str, Any], **records: Any) -> Page:
    """The gap's page in a site with a meeting in between."""
    meetings = [{"id": "treffen", "titel": "Frühjahrstreffen", "beginn": "2024-03-03"}]
    library = load_site(root, gaps=[gap], meetings=meetings, **records)
    made = gaps.pages(SiteModel(library, Settings.load(root)))
    return next(each for each in made if each.path == "luecken/luecke.md")


def section(found: Page, key: str) -> dict[str, Any] | None:
    sections: list[dict[str, Any]] = found.data["sections"]
    return next((each for each in sections if each["id"] == key), None)


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_offers_stand_before_confirmed_answers_and_those_before_computed_ones_each_marked(tmp_path: Path) -> None:
    found = page(tmp_path, GAP, cases=CASES)
    assert found.data["advice"] == ["Hamm hat Rat angeboten."]
    assert [match["mark"] for match in found.data["matches"]] == [
        "Angebot von Celle",
        "Von der Redaktion bestätigte Antwort",
        "Berechneter Treffer",
    ]


def test_an_offer_that_the_editors_confirmed_is_marked_as_both(tmp_path: Path) -> None:
    found = page(tmp_path, {**GAP, "antworten": ["c-angebot"]}, cases=CASES)
    assert found.data["matches"][0]["mark"] == "Angebot von Celle, von der Redaktion bestätigte Antwort"


def test_the_history_is_told_oldest_first_and_what_has_no_date_last(tmp_path: Path) -> None:
    reuse = {"id": "r", "titel": "Angebot in Jena", "praxis": "c-angebot", "kommune": "jena", "jahr": 2024}
    elsewhere = {**reuse, "id": "s", "kommune": "gera"}
    history = section(page(tmp_path, GAP, cases=CASES, reuses=[reuse, elsewhere]), "verlauf")
    assert history
    assert [(plain(line["label"]), plain(line["text"]).strip()) for line in history["defs"]] == [
        ("1. Februar 2024", "Von einer Kommune gemeldet."),
        ("3. März 2024", "Thema beim Treffen:"),
        ("2024", "Nachnutzung in Jena, läuft seit 2024."),
        ("2. Mai 2025", "Celle hat das Gespräch geführt (2. Mai 2025), mit dem Praxisbeispiel „Praxis c-angebot“."),
        ("Ohne Datum", "Hamm hat Rat angeboten."),
    ]
    assert [link["title"] for line in history["defs"] for link in line.get("links", ())] == [
        "Frühjahrstreffen",
        "Angebot in Jena",
        "Praxis c-angebot",
    ]


def test_the_page_says_which_status_the_records_suggest(tmp_path: Path) -> None:
    notices = page(tmp_path, GAP, cases=CASES).data["notices"]
    assert [plain(text) for text in notices] == [
        "1 bestätigte Antwort ist eingetragen. Danach könnte der Status „beantwortet“ lauten; das entscheidet die Redaktion."
    ]


def test_without_a_match_the_page_names_what_is_nearest_and_asks_for_help(tmp_path: Path) -> None:
    gap = {**GAP, "meldungen": [], "antworten": [], "status": "offen"}
    found = page(tmp_path, gap)
    assert "matches" not in found.data
    assert {"title": "Frühe Hilfen", "url": "themen/fruehe-hilfen.html"} in found.data["nearest"]
    call = section(found, "angebote")
    assert call
    assert call["next"]["url"] == "mitmachen/index.html"


def test_the_page_leads_to_ones_own_gap_with_what_this_one_says(tmp_path: Path) -> None:
    gap = {**GAP, "frage": "Wie, wo & wann?", "alter": {"von": "schwangerschaft", "bis": 3}, "entscheidend": ["raum"]}
    assert page(tmp_path, gap, cases=CASES).data["describe"] == (
        "luecke-beschreiben/index.html?frage=Wie,%20wo%20%26%20wann%3F&alter=schwangerschaft-3&standards=zugaenge"
        "&themen=fruehe-hilfen&entscheidend=raum"
    )


def test_the_index_leads_to_ones_own_gap_and_to_the_feed(tmp_path: Path) -> None:
    library = load_site(tmp_path, gaps=[GAP], cases=CASES, meetings=[{"id": "treffen"}])
    index = gap_index.index(SiteModel(library, Settings.load(tmp_path)))
    assert index.data["call"]["url"] == "luecke-beschreiben/index.html"
    wanted = next(each for each in index.data["sections"] if each["id"] == "gesucht")
    assert wanted["groups"][0]["links"][0]["url"] == "daten/gesucht.atom"


def test_a_new_case_file_alone_puts_the_case_on_the_pages_of_the_gaps_it_answers(tmp_path: Path) -> None:
    gap = {**GAP, "meldungen": [], "antworten": [], "status": "offen"}
    other = {"id": "fremd", "standards": ["steuerung"], "themen": ["monitoring"]}
    load_site(tmp_path, gaps=[gap], cases=[other], meetings=[{"id": "treffen"}])
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert titles_of_matches(tmp_path) == []
    load_site(tmp_path, cases=[{"id": "neuer-fall"}])
    assert titles_of_matches(tmp_path) == ["Praxis neuer-fall"]
    assert {path: path.read_bytes() for path in before} == before


def titles_of_matches(root: Path) -> list[str]:
    """What a build of the site as it is on disk shows on the gap's page."""
    made = gaps.pages(SiteModel(Library.load(root, TODAY), Settings.load(root)))
    found = next(each for each in made if each.path == "luecken/luecke.md")
    return [match["title"] for match in found.data.get("matches", ())]
