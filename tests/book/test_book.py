"""The whole miniature book, read back as a reader's program reads it."""

from __future__ import annotations

import re

import pikepdf
import pytest

from praxis.book.making import job, made
from praxis.book.selection import Selection, whole
from praxis.book.volume import Shelf, Volume
from tests.book.reading import bookmarks, elements, faults, opened, texts


def test_the_book_is_valid_pdf_ua_and_pdf_a(book: bytes) -> None:
    assert faults(book) == []


@pytest.mark.parametrize("kind", ["chapters", "cases"])
def test_every_part_is_valid_alone(shelf: Shelf, kind: str) -> None:
    for record in getattr(shelf.library, kind).values():
        assert faults(made(job(Volume(shelf, Selection(**{kind: (record,)}))))) == []


def test_the_same_input_gives_the_same_bytes(shelf: Shelf, book: bytes) -> None:
    again = Shelf(shelf.library, shelf.settings)
    assert made(job(Volume(again, whole(again.library)))) == book


def test_bookmarks_follow_the_book(book: bytes) -> None:
    assert bookmarks(book) == [
        ("Impressum", []),
        ("Inhalt", []),
        ("Zugänge", ["Ein Kreislauf", "Standards dieses Kapitels", "Praxis zu diesem Kapitel", "Lücken dazu", "Was die Praxis gelehrt hat", "Quellen"]),
        ("Steuerung", ["Zweite Stelle"]),
        ("Raster", []),
        ("Praxisbeispiele", ["Kurz gesagt", "Besuche bei allen Familien"]),
        ("Gesucht: offene Lücken", ["Einjährige erreichen"]),
        ("Glossar", []),
        ("Sachregister", bookmarks(book)[8][1]),
        ("Quellen", []),
    ]  # fmt: skip


def test_every_page_but_none_says_which_of_how_many_it_is(book: bytes) -> None:
    pages = texts(book)
    assert all(page.endswith(f"Seite {number} von {len(pages)}") for number, page in enumerate(pages, 1))
    assert all("Fassung vom 1. Juni 2025" in page for page in pages)


def test_cross_references_carry_the_number_of_their_page(book: bytes) -> None:
    pages = texts(book)
    case = next(
        number for number, page in enumerate(pages, 1) if "Auf einen Blick" in page and "Familienbericht" in page
    )
    chapter = next(page for page in pages if "ein Absatz mit" in page)
    assert re.search(rf"Siehe Besuche \( ?Seite {case} ?\)", chapter)


def test_links_to_the_outside_print_their_address_in_a_note(book: bytes) -> None:
    chapter = next(page for page in texts(book) if "ein Absatz mit" in page)
    assert "https://www.example.org/bericht" in chapter


def test_german_spaces_do_not_break(book: bytes, shelf: Shelf) -> None:
    work = job(Volume(shelf, whole(shelf.library)))
    assert "z.\u202fB. §\u00a08\u00a0SGB\u00a0VIII und 12\u00a0% der Familien" in work.source


def test_the_document_names_title_and_language(book: bytes) -> None:
    with opened(book) as document:
        assert str(document.Root.Lang).lower().startswith("de")
        assert document.docinfo.Title == "Praxis: Handbuch"
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_tables_have_headers_for_columns_and_rows(book: bytes) -> None:
    with opened(book) as document:
        cells = elements(document, "/TH")
        attributes = [entry for cell in cells for entry in cell.get("/A", []) if entry.get("/O") == "/Table"]
        assert {str(entry.Scope) for entry in attributes} == {"/Column", "/Row"}
        assert len(cells) == len(attributes)


def test_pictures_have_their_alternative_text(book: bytes) -> None:
    with opened(book) as document:
        assert [str(figure.Alt) for figure in elements(document, "/Figure")] == ["Vier Stationen im Kreis"]


def test_foreign_passages_name_their_language_and_nothing_else_does(book: bytes) -> None:
    with opened(book) as document:
        named = [item for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/Lang" in item]
        marks = [
            step.operands[1]
            for page in document.pages
            for step in pikepdf.parse_content_stream(page)
            if str(step.operator) == "BDC"
        ]
        named += [mark for mark in marks if isinstance(mark, pikepdf.Dictionary) and "/Lang" in mark]
        languages = [str(item.Lang) for item in named]
    assert set(languages) == {"de-DE", "en"}
    assert languages.count("en") == 1


def test_a_sheet_is_read_from_its_title(shelf: Shelf) -> None:
    """The title floats above the columns; in the order of reading it still comes first."""
    with opened(made(job(Volume(shelf, Selection(cases=(shelf.library.cases["besuche"],)))))) as document:
        assert [str(element.S) for element in elements(document, "/H1", "/H2", "/L", "/Table")][:2] == ["/H1", "/H2"]


def test_notes_stand_as_notes_and_are_written_once(book: bytes) -> None:
    chapter = next(page for page in texts(book) if "ein Absatz mit" in page)
    assert chapter.count("Der Text der Anmerkung") == 1
    with opened(book) as document:
        assert elements(document, "/Note")


def test_all_fonts_are_embedded(book: bytes) -> None:
    with opened(book) as document:
        fonts = [
            item
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)


def test_the_index_leads_from_words_to_pages_of_practice(book: bytes) -> None:
    pages = texts(book)
    case = next(
        number for number, page in enumerate(pages, 1) if "Auf einen Blick" in page and "Familienbericht" in page
    )
    index = next(page for page in pages if page.startswith("Praxis: Handbuch Sachregister"))
    assert re.search(rf"Begrüßungsbesuch,? *,? \d+ ; Praxis: {case} ; Gesucht: \d+", index)


def test_nothing_is_left_open(book: bytes) -> None:
    assert not [page for page in texts(book) if "??" in page or "\ufffd" in page]


def test_without_cases_there_are_no_sheets(shelf: Shelf) -> None:
    pages = texts(made(job(Volume(shelf, whole(shelf.library, with_cases=False)))))
    assert not [page for page in pages if "Auf einen Blick" in page]
    assert any("Glossar" in page for page in pages)


def test_a_case_takes_at_most_two_pages(shelf: Shelf) -> None:
    for case in shelf.library.cases.values():
        assert len(texts(made(job(Volume(shelf, Selection(cases=(case,))))))) <= 2


def test_a_telephone_number_and_a_hurdle_with_its_solution_read_well(book: bytes) -> None:
    sheet = next(page for page in texts(book) if "Auf einen Blick" in page and "Familienbericht" in page)
    assert re.search(r"Telefon 0209 1690 ?,", sheet)
    assert "Zeit. Geholfen hat: Ein fester Tag." in sheet
