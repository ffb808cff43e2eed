"""Our Markdown: glossary terms explained where a text first uses them, own anchors, nothing unsafe."""

from __future__ import annotations

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from praxis.glossary_links import Glossary
from praxis.markdown import slugify
from praxis.vocabulary import GlossaryTerm


def term(term_id: str, title: str, *synonyms: str, explanation: str = "Was es heißt.") -> GlossaryTerm:
    return GlossaryTerm.model_validate(
        {"id": term_id, "titel": title, "erklaerung": explanation, "synonyme": list(synonyms)}
    )


GLOSSARY = Glossary([term("kette", "Präventionskette", "KPK"), term("zugang", "Zugang"), term("fh", "Frühe Hilfen")])


def rendered(text: str, glossary: Glossary = GLOSSARY) -> BeautifulSoup:
    html = markdown.markdown(text + glossary.definitions(text), extensions=["praxis.markdown"])
    return BeautifulSoup(html, "html.parser")


def linked(text: str) -> list[str]:
    return [link.get_text() for link in rendered(text).select("a.term")]


def test_the_first_use_of_a_term_leads_to_its_explanation() -> None:
    soup = rendered("Der Zugang zählt. Ein zweiter Zugang nicht.")
    links = soup.select("a.term")
    assert [link.get_text() for link in links] == ["Zugang"]
    assert links[0]["href"] == "../glossar/index.html#zugang"
    assert links[0]["title"] == "Was es heißt."
    assert soup.get_text() == "Der Zugang zählt. Ein zweiter Zugang nicht."


def test_a_term_is_linked_once_whichever_of_its_words_comes_first() -> None:
    assert linked("Die KPK wächst. Jede Präventionskette wächst.") == ["KPK"]


@pytest.mark.parametrize("text", ["Vier Frühe Hilfen.", "FRÜHE und Frühe Hilfen", "Frühe\nund Frühe Hilfen"])
def test_a_term_of_several_words_is_found_as_a_whole(text: str) -> None:
    assert linked(text) == ["Frühe Hilfen"]


@pytest.mark.parametrize("text", ["Viele Präventionsketten.", "Der Präventionskette folgend."])
def test_inflected_words_are_found(text: str) -> None:
    assert len(linked(text)) == 1


@pytest.mark.parametrize("text", ["Zugangsdaten", "Erst-Zugang", "Datenzugang", "ein Zugang-Programm"])
def test_parts_of_longer_words_are_left_alone(text: str) -> None:
    assert linked(text) == []


@pytest.mark.parametrize(
    "text", ["## Zugang\n\nText.", "`Zugang`", "[Zugang](x.md)", "    Zugang\n", "| Zugang |\n|---|\n| x |\n"]
)
def test_headings_links_and_code_are_left_alone(text: str) -> None:
    assert linked(text) == []


def test_terms_are_found_in_lists_emphasis_and_behind_them() -> None:
    text = "- eins **Zugang** zwei\n- die KPK und Frühe Hilfen\n"
    assert linked(text) == ["Zugang", "KPK", "Frühe Hilfen"]


def test_a_term_before_and_a_term_behind_a_link_keep_their_places() -> None:
    soup = rendered("Zugang, [Mitte](x.md), KPK.")
    assert [link.get_text() for link in soup.find_all("a")] == ["Zugang", "Mitte", "KPK"]


def test_definitions_never_show() -> None:
    assert "?[" not in str(rendered("Zugang und `Code`.\n\n```\nZugang\n```\n"))


def test_html_in_an_explanation_is_text() -> None:
    glossary = Glossary([term("x", "Zugang", explanation='<script>"&')])
    assert rendered("Der Zugang.", glossary).select_one("a.term")["title"] == '<script>"&'  # type: ignore[index]


def test_links_to_sources_are_kept_and_marked() -> None:
    link = rendered("Belegt [Quelle 2](#quelle-2).").select_one("a.source-ref")
    assert link is not None
    assert link["href"] == "#quelle-2"


@pytest.mark.parametrize("words", ["Quellen", "Quelle 3", "Kontext", "Nachnutzung"])
def test_a_heading_never_takes_an_anchor_that_the_page_sets_itself(words: str) -> None:
    assert slugify(words, "-").endswith("-im-text")


def test_umlauts_are_written_out_in_anchors() -> None:
    assert slugify("Über Öffnungszeiten & Maße", "-") == "ueber-oeffnungszeiten-masse"


_LINES = (
    "Ein Satz.", "Zwei | Spalten", "---|---", "Über 5 * 3 = 15", "[ref]: #a", "*[KPK]: Kette", "# Titel", "## Titel", "===",
    "- Punkt", "1. Punkt", "> Zitat", ": Erklärung", "    Eingerückt", "Wort[^1]", "[^1]: Fußnote", "```", "<em>x</em>",
    "Wort", "ein <br> Wort", "", "",
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_LINES), max_size=9))
def test_the_short_way_for_plain_paragraphs_gives_what_the_long_way_gives(lines: list[str]) -> None:
    text = "\n".join(lines)
    short, long = (markdown.Markdown(extensions=["praxis.markdown"]) for _ in range(2))
    long.parser.blockprocessors.deregister("praxis_paragraph")
    assert short.convert(text) == long.convert(text)


def test_a_table_is_named_after_the_heading_above_it() -> None:
    """„Tabelle 1“ alone says nothing to who goes from region to region."""
    table = "\n\n| A | B |\n|---|---|\n| a | b |\n\n"
    soup = rendered(f"{table}## Drei *Ebenen* <b> & „Wege“\n\nText{table}{table}### Kosten{table}")
    names = [region["aria-label"] for region in soup.select("[role=region]")]
    assert names == [
        "Tabelle 1",
        "Tabelle 2: Drei Ebenen <b> & „Wege“",
        "Tabelle 3: Drei Ebenen <b> & „Wege“",
        "Tabelle 4: Kosten",
    ]
