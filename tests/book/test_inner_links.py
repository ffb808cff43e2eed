"""Links within a PDF lead to the place that they name, in the whole book and in every part."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from praxis.book import making
from praxis.book.making import job, made
from praxis.book.selection import Selection
from praxis.book.setting import SettingError
from praxis.book.volume import Shelf, Volume
from tests.book.reading import opened, texts


def inner_links(content: bytes) -> list[tuple[int, str]]:
    """Page and announced words of every link within the file; those of the contents and of notes are the typesetter's own."""
    with opened(content) as document:
        numbers = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        links = [link for page in document.pages for link in page.get("/Annots", []) if "/Dest" in link]
        return [
            (numbers[link.Dest[0].objgen], str(link.Contents))
            for link in links
            if isinstance(link.Dest, pikepdf.Array) and str(link.Contents).startswith("„")
        ]


def test_every_link_names_the_page_it_leads_to(book: bytes) -> None:
    links = inner_links(book)
    assert links
    assert all(words.endswith(f"“, Seite {page}") for page, words in links)


def test_headings_terms_and_sources_are_reached(book: bytes) -> None:
    """What a link says is there stands on its page."""
    pages = texts(book)
    found = {(words.rpartition("“")[0].removeprefix("„"), page) for page, words in inner_links(book)}
    assert {"Zweite Stelle", "Besuche bei allen Familien", "Quelle 1"} <= {words for words, _ in found}
    assert [words for words, page in found if not words.startswith("Quelle") and words not in pages[page - 1]] == []
    assert all("Familienbericht" in pages[page - 1] or "Bericht" in pages[page - 1] for words, page in found if words == "Quelle 1")  # fmt: skip


def test_places_are_within_their_pages(book: bytes) -> None:
    with opened(book) as document:
        for page in document.pages:
            for link in page.get("/Annots", []):
                if isinstance(link.get("/Dest"), pikepdf.Array):
                    target, _, left, top, _ = link.Dest
                    assert 0 <= float(left) <= float(target.MediaBox[2])
                    assert 0 < float(top) <= float(target.MediaBox[3])


def test_no_address_of_the_typesetters_own_scheme_is_left(book: bytes) -> None:
    assert b"ort:" not in b"".join(addresses(book))


def addresses(content: bytes) -> list[bytes]:
    with opened(content) as document:
        return [bytes(item.URI) for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/URI" in item]


@pytest.mark.parametrize("record", ["besuche", "kurz"])
def test_a_part_has_links_within_itself_only(shelf: Shelf, record: str) -> None:
    content = made(job(Volume(shelf, Selection(cases=(shelf.library.cases[record],)))))
    assert all(page <= len(texts(content)) for page, _ in inner_links(content))
    assert b"ort:" not in b"".join(addresses(content))


def test_a_link_to_a_place_that_is_not_there_sets_nothing(shelf: Shelf) -> None:
    work = job(Volume(shelf, Selection(cases=(shelf.library.cases["kurz"],))))
    broken: making.Job = replace(work, source=work.source + '#quiet-link("handbuch/fehlt.html", "Wort")\n')
    with pytest.raises(SettingError, match=r"^label does not exist: handbuch/fehlt\.html$"):
        made(broken)


def test_every_page_names_its_part_at_the_head(book: bytes) -> None:
    """The part and not the heading that stands on the page: a case's sheet its title, the contents themselves."""
    pages = texts(book)
    assert not pages[0].startswith("Praxis: Handbuch Praxis")
    heads = [page.removeprefix("Praxis: Handbuch ") for page in pages[1:]]
    for title in ("Impressum", "Inhalt", "Zugänge", "Steuerung", "Praxisbeispiele", "Besuche bei allen Familien", "Glossar", "Sachregister", "Quellen"):  # fmt: skip
        assert [head for head in heads if head.startswith(f"{title} ")], title
