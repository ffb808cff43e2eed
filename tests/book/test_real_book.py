"""The project's own handbook: set once, read as a whole."""

from __future__ import annotations

import pytest

from praxis.book.making import job, made_apart
from praxis.book.selection import whole
from praxis.book.volume import Shelf, Volume
from praxis.library import Library
from praxis.settings import Settings
from tests.book.reading import extents, faults, opened, texts
from tests.builders import TODAY
from tests.site_building import PROJECT


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf(Library.load(PROJECT, TODAY), Settings.load(PROJECT))


@pytest.fixture(scope="module")
def book(shelf: Shelf) -> bytes:
    return made_apart(job(Volume(shelf, whole(shelf.library))))


@pytest.fixture(scope="module")
def pages(book: bytes) -> list[str]:
    return texts(book)


def test_it_is_valid(book: bytes) -> None:
    assert faults(book) == []


def test_it_is_small_enough_to_send(book: bytes, pages: list[str]) -> None:
    """Three megabytes for 150 pages."""
    assert len(book) < 3_000_000 * max(1.0, len(pages) / 150)


def test_every_case_has_one_or_two_pages(pages: list[str], shelf: Shelf) -> None:
    begins = [number for number, page in enumerate(pages) if "Auf einen Blick" in page]
    end = next(number for number, page in enumerate(pages) if page.startswith("Praxis: Handbuch Gesucht"))
    assert len(begins) == len(shelf.library.cases)
    lengths = [after - before for before, after in zip(begins, [*begins[1:], end], strict=True)]
    assert set(lengths) <= {1, 2}


def test_no_page_of_a_sheet_holds_its_last_line_alone(pages: list[str]) -> None:
    last = [page for page in pages if "Im Netz: https://praxis.example/praxis/" in page]
    assert last
    assert [page for page in last if "Auskunft" not in page] == []


def test_nothing_leaves_the_pages(book: bytes) -> None:
    with opened(book) as document:
        for page in document.pages:
            spans = list(extents(page))
            assert min(start for start, _ in spans) > 28  # a centimetre, which every printer leaves
            assert max(end for _, end in spans) < float(page.mediabox[2]) - 28
