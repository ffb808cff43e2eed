"""One PDF in the making: what its parts share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from markdown import Markdown

from praxis.book.html_tree import Element, parse
from praxis.book.literals import Code
from praxis.book.pictures import Pictures
from praxis.book.places import Places
from praxis.book.selection import Selection
from praxis.book.typography import typeset
from praxis.book.writer import Writer
from praxis.library import Library
from praxis.records import Case, Chapter, Record
from praxis.settings import Settings
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages import cases, chapters, gaps, grid_pages, overview

Piece = dict[str, Any]
GLOSSARY, GRID = "glossar/index.html", "raster/index.html"
INDEX, SOURCES, PRACTICE, WANTED = "register", "quellen", "praxis/index.html", "luecken/index.html"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NOT_SHOWN = frozenset({"trail", "jsonld", "condition", "values", "pdf", "previous", "next", "related"})
"""What only a page of the site needs; in a PDF it would change the file without a reader seeing it."""
_AS_THEY_ARE = frozenset({"url", "label_of", "email", "id"})


class Shelf:
    """The published library as pages of the site prepare it; serves any number of PDFs."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self.library = library.public
        self.settings = settings
        self.model = SiteModel(self.library, settings)
        self._html: dict[str, str] = {}
        self._markdown = Markdown(extensions=["praxis.markdown"])

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Site address -> the page as the site makes it."""
        makers = (cases.pages, chapters.pages, gaps.pages, grid_pages.pages, overview.pages)
        return {page.address: page for maker in makers for page in maker(self.model)}

    def html(self, record: Record) -> str:
        """The text of a record as sanitised HTML."""
        if record.address not in self._html:
            self._html[record.address] = self._markdown.reset().convert(self.model.body(record))
        return self._html[record.address]

    def headings(self, record: Record) -> list[Element]:
        """The headings of a record's text."""
        return list(parse(self.html(record)).elements(*_HEADINGS))


class Volume:
    """The library, a selection of it, and where its places are in the PDF."""

    def __init__(self, shelf: Shelf, selection: Selection) -> None:
        self.shelf, self.selection = shelf, selection
        self.library, self.settings = shelf.library, shelf.settings
        self.places = Places(self.settings.site_url, set(self._labels()))
        self.pictures = Pictures(self.library, self.settings.site_url)

    def _labels(self) -> list[str]:
        selection, labels = self.selection, []
        for record in (*selection.chapters, *selection.cases):
            labels.append(record.address)
            labels += [f"{record.address}#quelle-{number}" for number in range(1, len(record.sources) + 1)]
            anchors = (heading.attributes.get("id", "") for heading in self.shelf.headings(record))
            labels += [f"{record.address}#{anchor}" for anchor in anchors if anchor]
        labels += [gap.address for gap in selection.gaps]
        if selection.is_whole:
            labels += [GLOSSARY, GRID, *(f"{GLOSSARY}#{key}" for key in self.library.vocabulary.glossary)]
            labels += [WANTED] if selection.gaps else []
            labels += [PRACTICE] if selection.cases else []
        return labels

    @property
    def title(self) -> str:
        """The title of the PDF."""
        if not self.selection.has_front:
            return typeset((*self.selection.chapters, *self.selection.cases)[0].title)
        return f"{self.settings.site_name}: {'Handbuch' if self.selection.is_whole else 'Auswahl'}"

    @property
    def running(self) -> str:
        """What the head of every page names besides its part."""
        return self.title if self.selection.has_front else self.settings.site_name

    @cached_property
    def rubrics(self) -> frozenset[str]:
        """Headings that most chapters have: they say nothing in the contents."""
        chapters = self.selection.chapters
        counts = Counter(heading.text for chapter in chapters for heading in self.shelf.headings(chapter))
        return frozenset(text for text, count in counts.items() if count > max(1, len(chapters) / 2))

    def chapter_text(self, record: Chapter) -> Code:
        """The text of a chapter."""
        writer = Writer(
            record.address, self.places, self.pictures, unlisted=self.rubrics, with_labels=self.selection.is_whole
        )
        return writer.write(self.shelf.html(record))

    def case_text(self, record: Case, level: int) -> Code:
        """The text of a case whose title has the given level."""
        writer = Writer(record.address, self.places, self.pictures, level - 1, unlisted=None, with_terms=False)
        return writer.write(self.shelf.html(record))

    def page(self, address: str) -> Piece:
        """The prepared data of a page of the site, for our template."""
        page = self.shelf.pages[address]
        prepared: Piece = self.prepared({"title": page.title, **page.data})
        return prepared

    def prepared(self, value: Any) -> Any:
        """Prepared data with typeset texts, and with ``to`` or ``web`` where it had ``url``."""
        if isinstance(value, Code):
            return value
        if isinstance(value, str):
            return typeset(value)
        if isinstance(value, Mapping):
            found = {
                key: item if key in _AS_THEY_ARE else self.prepared(item)
                for key, item in value.items()
                if key not in _NOT_SHOWN and key != "url"
            }
            return {**found, **self._target(value["url"])} if "url" in value else found
        return [self.prepared(item) for item in value] if isinstance(value, (list, tuple)) else value

    def _target(self, address: str) -> Piece:
        place = self.places.of_address(address)
        return {"to": place.label} if place.label else {"web": place.address}
