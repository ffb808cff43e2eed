"""From the files editors write to the pages of the site: the one place that knows where a file's page is.

Only chapters move: ``handbuch/05-ziele.md`` becomes ``handbuch/ziele.md``. Links in texts name the files, as editors
see them, so they are rewritten once, before rendering.
"""

from __future__ import annotations

from collections.abc import Mapping

from praxis.library import Library
from praxis.moved_files import rewrite
from praxis.records import Record

BOOK_PDF = "pdf/handbuch.pdf"
"""Address of the whole handbook as a PDF."""


def pdf_address(record: Record) -> str:
    """Address of the PDF of a chapter or a case."""
    return f"pdf/{record.folder}/{record.id}.pdf"


def moved_files(library: Library) -> dict[str, str]:
    """File below ``docs/`` -> page below ``docs/``, for files whose page has another path."""
    return {
        path: page
        for chapter in library.chapters.values()
        if (path := chapter.path.removeprefix("docs/")) != (page := f"{chapter.folder}/{chapter.id}.md")
    }


def moved_links(library: Library, moved: Mapping[str, str]) -> dict[str, bytes]:
    """Pages that editors wrote by hand and that link to moved files, with these links rewritten."""
    pages: dict[str, bytes] = {}
    for path in library.files.pages:
        file = library.root / path
        if not file.is_file() or file.is_symlink():
            continue
        text, name = file.read_text(encoding="utf-8"), path.removeprefix("docs/")
        if (rewritten := rewrite(text, name, moved)) != text:
            pages[name] = rewritten.encode()
    return pages
