"""Pages of records, terms and overviews in a miniature site: what stands on them, in which order, and how they link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from praxis.library import Library
from tests.builders import load_site
from tests.site_building import configured, run_mkdocs

Find = Callable[[str], BeautifulSoup]
FULL: dict[str, Any] = {
    "id": "besuche",
    "titel": "Besuche",
    "kommune": "musterstadt",
    "status": "laeuft",
    "stand": "2020-05-01",
    "pruefung": "2024-01-01",
    "uebergaenge": [],
    "themen": ["begruessungsbesuch"],
    "warum": {"text": "Früher Kontakt senkt die Schwelle.", "von": "redaktion"},
    "wer": {"traeger": "frei", "federfuehrung": "Familienbüro", "beteiligte": ["Klinik", "Hebammen"]},
    "kern": [{"id": "alle", "text": "Alle Familien."}],
    "form": ["Die Tasche"],
    "kontext": {
        "jugendamt": {"wert": "eigenes", "bedeutung": "unverzichtbar", "hinweis": "Eigenes Amt"},
    },
    "aufwand": {"personal": "1-2", "stand": 2019},
    "finanzierung": ["kommune", "esf"],
    "reife": {"handbuch": "ja", "schulung": "nein"},
    "nachweis": {"grad": "beobachtet", "art": ["prozessdaten"], "ergebnis": "80 % erreicht", "quelle": 1},
    "lehren": {"gelungen": ["Vertrauen"], "schwierig": [{"huerde": "Daten fehlten.", "loesung": "Ein Vertrag."}]},
    "text": "## Kernidee\n\nDie Präventionskette beginnt hier [Quelle 1](#quelle-1).\n\n## Quellen\n\nText.\n",
}
GAP: dict[str, Any] = {
    "id": "einjaehrige",
    "titel": "Einjährige",
    "frage": "Wie erreichen wir Einjährige?",
    "themen": ["begruessungsbesuch"],
    "entscheidend": ["jugendamt"],
    "kontext": {"jugendamt": "kreis"},
    "treffen": "treffen-1",
    "antworten": [{"praxis": "besuche", "warum": "Gleiche Lage."}],
    "meldungen": [{"kommune": "anderswo", "datum": "2025-01-01", "stand": "vereinbart"}],
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_site(
        tmp_path_factory.mktemp("seiten"),
        cases=[FULL, {"id": "cafe", "titel": "Café", "kommune": "anderswo", "alter": "altersuebergreifend"}],
        gaps=[GAP, {"id": "redaktionell", "art": "redaktionell", "standards": ["wirkung"], "themen": ["einschulung"]}],
        reuses=[
            {
                "id": "besuche-anderswo",
                "praxis": "besuche",
                "uebernommen": ["alle"],
                "anpassungen": [{"was": "kürzer", "statt": "lang", "weil": {"bedingung": "jugendamt"}}],
                "offene_fragen": [{"frage": "Wer zahlt?", "dimension": "institutionell"}],
            }
        ],
        chapters=[
            {"id": "01-anfang", "titel": "Anfang", "standards": ["zugaenge"], "text": "## Erstens\n\n[Weiter](02-ende.md)\n"},
            {"id": "02-ende", "titel": "Ende"},
        ],
        materials=[{"id": "heft", "titel": "Heft", "standards": ["zugaenge"]}],
        meetings=[{"id": "treffen-1", "titel": "Erstes Treffen"}],
        municipalities=[
            {"id": "musterstadt", "titel": "Musterstadt", "land": "Hessen", "kontext": {"gemeindetyp": "mittelstadt"}}
        ],
    )  # fmt: skip


@pytest.fixture(scope="module")
def page(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Find:
    root = configured(library.root)
    (root / "docs/mitmachen").mkdir()
    (root / "docs/mitmachen/index.md").write_text("# Mitmachen\n\nSo geht es.\n", encoding="utf-8")
    site = tmp_path_factory.mktemp("gebaut") / "site"
    result = run_mkdocs(root, site)
    assert result.returncode == 0, result.stderr

    def find(address: str) -> BeautifulSoup:
        return BeautifulSoup((site / address).read_bytes(), "html.parser")

    return find


def section(soup: BeautifulSoup, key: str) -> Tag:
    found = soup.find("section", attrs={"aria-labelledby": key})
    assert isinstance(found, Tag), key
    return found


def text(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_a_case_answers_a_coordinators_questions_in_order(page: Find) -> None:
    ids = [str(heading["id"]) for heading in page("praxis/besuche.html").select(".record__main h2")]
    assert ids == [
        "warum", "aufwand", "kern", "hier", "kontext", "wirkung", "lehren", "kernidee", "quellen-im-text", "berichtsbogen", "zeitleiste",
        "nachnutzung", "luecken", "quellen", "auskunft", "zitieren",
    ]  # fmt: skip


def test_the_facts_come_before_everything_else(page: Find) -> None:
    soup = page("praxis/besuche.html")
    parts = [tag["class"] for tag in soup.select(".facts, .record__main")]
    assert parts == [["facts"], ["record__main"]]
    facts = soup.select(".facts")[0]
    assert "Angaben zuletzt belegt 2020" in text(facts)
    assert "Musterstadt Hessen" in text(facts)
    assert "Aus öffentlichen Quellen geschrieben" in text(facts)


def test_what_nobody_reported_is_said_where_it_is_missed(page: Find) -> None:
    needs = text(section(page("praxis/besuche.html"), "aufwand"))
    assert "Personal 1 bis 2 Stellen Stand 2019" in needs
    assert "Sachkosten nicht berichtet" in needs
    assert "schriftliche Anleitung: ja; Schulung: nein" in needs
    assert text(section(page("praxis/cafe.html"), "lehren")) == "Was man gelernt hat nicht berichtet"


def test_the_reading_of_the_editors_is_marked(page: Find) -> None:
    assert "So liest es die Redaktion" in text(section(page("praxis/besuche.html"), "warum"))
    assert "Redaktion" not in text(section(page("praxis/cafe.html"), "warum"))


def test_conditions_tell_importance_origin_and_date(page: Find) -> None:
    context = text(section(page("praxis/besuche.html"), "kontext"))
    assert "Jugendamt eigenes Jugendamt unverzichtbar Eigenes Amt. Angabe zur Praxis, Stand 1. Mai 2020." in context
    assert "Gemeindetyp Mittelstadt Angabe zur Kommune." in context
    value = page("praxis/besuche.html").select_one('[data-condition="jugendamt"]')
    assert value is not None
    assert value["data-values"] == "eigenes"


def test_a_review_that_is_due_is_announced(page: Find) -> None:
    assert page("praxis/besuche.html").select_one(".review-due") is not None
    assert page("praxis/cafe.html").select_one(".review-due") is None


def test_reuse_shows_who_took_over_and_what_they_changed(page: Find) -> None:
    reuse = section(page("praxis/besuche.html"), "nachnutzung")
    assert "Was andere geändert haben" in text(reuse)
    assert "kürzer" in text(reuse)
    assert "Alle Familien." in text(section(page("nachnutzung/besuche-anderswo.html"), "uebernommen"))


def test_confirmed_gaps_are_told_from_computed_ones(page: Find) -> None:
    assert "von der Redaktion bestätigt" in text(section(page("praxis/besuche.html"), "luecken"))
    assert "berechnet" in text(section(page("praxis/cafe.html"), "luecken")) or "passt keine" in text(
        section(page("praxis/cafe.html"), "luecken")
    )


def test_a_gap_asks_in_quotation_marks_only_where_a_municipality_asked(page: Find) -> None:
    assert page("luecken/einjaehrige.html").select_one("h1 q") is not None
    assert page("luecken/redaktionell.html").select_one("h1 q") is None
    assert "keine Frage einer Kommune" in text(page("luecken/redaktionell.html"))


def test_an_indispensable_condition_that_differs_is_called_out_with_what_others_changed(page: Find) -> None:
    match = page("luecken/einjaehrige.html").select_one(".match")
    assert match is not None
    assert "Was hier anders ist und dort unverzichtbar war" in text(match)
    assert text(match).count("Andere haben bei der Übernahme geändert: Anderswo: kürzer (statt: lang).") == 1


def test_a_gap_without_practice_says_what_is_near_and_how_to_help(page: Find) -> None:
    answers = section(page("luecken/redaktionell.html"), "antworten")
    assert "noch keine Praxis erfasst" in text(answers)
    assert answers.select("a[href$='mitmachen/index.html']")
    assert answers.select("a[href*='themen/']")


def test_overdue_talks_stand_on_the_page_of_the_network(page: Find) -> None:
    assert "das Gespräch steht noch aus" in text(section(page("lernnetzwerk/index.html"), "ueberfaellig"))
    assert "Gespräch vereinbart" in text(section(page("luecken/einjaehrige.html"), "verlauf"))


def test_a_chapter_shows_practice_gaps_materials_and_what_was_learned(page: Find) -> None:
    soup = page("handbuch/anfang.html")
    for key in ("praxis", "luecken", "gelernt", "materialien"):
        assert section(soup, key)
    assert soup.select_one(".turn__next")
    assert soup.select_one(".on-page a[href='#erstens']")
    assert soup.select_one(".body a[href='ende.html']")


def test_a_standard_tells_lessons_and_leads_to_the_handbook(page: Find) -> None:
    soup = page("standards/zugaenge.html")
    assert "Vertrauen" in text(section(soup, "gelernt"))
    assert section(soup, "handbuch").select("a[href$='handbuch/anfang.html']")


def test_topics_stand_as_a_tree(page: Find) -> None:
    assert page("themen/index.html").select(".entries .entries a[href$='themen/begruessungsbesuch.html']")


def test_municipalities_are_listed_by_state(page: Find) -> None:
    assert "Musterstadt" in text(section(page("kommunen/index.html"), "hessen"))


def test_new_questions_stand_beside_the_context_model(page: Find) -> None:
    assert "Wer zahlt?" in text(section(page("kontextmodell/index.html"), "institutionell"))


def test_the_collection_counts_what_is_reported(page: Find) -> None:
    rows = section(page("ueber/index.html"), "berichtet").select("tbody tr")
    assert len(rows) == 9
    assert all(sum(int(cell.get_text()) for cell in row.select("td")[:3]) == 2 for row in rows)
    assert all(row.svg is not None and row.svg.get("aria-hidden") == "true" for row in rows)


def test_a_term_without_practice_says_how_to_contribute(page: Find) -> None:
    empty = page("standards/steuerung.html").select_one(".empty")
    assert empty is not None
    assert empty.select("a[href$='mitmachen/index.html']")


def test_the_first_glossary_term_of_a_text_is_explained(page: Find) -> None:
    link = page("praxis/besuche.html").select_one("a.term")
    assert link is not None
    assert link["href"] == "../glossar/index.html#praeventionskette"
    assert page("glossar/index.html").find(id="praeventionskette")


def test_json_ld_names_the_case_at_its_own_address(page: Find) -> None:
    script = page("praxis/besuche.html").find("script", type="application/ld+json")
    assert script is not None
    assert "praxis/besuche.html" in script.text
