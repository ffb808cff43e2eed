"""What all page makers share: the published library and what is computed from it once."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import Any

from praxis.glossary_links import Glossary
from praxis.library import Library
from praxis.moved_files import rewrite
from praxis.records import Record
from praxis.settings import Settings
from praxis.site.links import moved_files


class SiteModel:
    """The published library with lists and relations that several pages show."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self.library = library
        self.settings = settings
        self.rows: dict[str, dict[str, Any]] = {}
        """Case -> its line in lists, prepared once; every list shows the same."""
        self.needs: dict[str, list[dict[str, Any]]] = {}
        """Case -> what it takes, prepared once: its page shows it, and so does every comparison."""
        self.finders: dict[str, Any] = {}
        """Kind of record -> the files of its finder, prepared once: their page names them."""

    @staticmethod
    def link(from_path: str, to_address: str) -> str:
        """Relative address of a page (``praxis/x.html#a``) as seen from a generated page (``luecken/y.md``)."""
        return posixpath.relpath(to_address, posixpath.dirname(from_path) or ".")

    @cached_property
    def glossary(self) -> Glossary:
        """The terms that texts explain where they first use them."""
        return Glossary(self.library.vocabulary.glossary.values())

    @cached_property
    def moved(self) -> dict[str, str]:
        """Files whose page has another path."""
        return moved_files(self.library)

    def body(self, record: Record) -> str:
        """The Markdown of a record with links to pages, and the glossary terms that it uses."""
        text = rewrite(record.body, record.path.removeprefix("docs/"), self.moved)
        return f"{text}\n\n{self.glossary.definitions(text)}"

    def place(self, municipality_id: str) -> str:
        """Name of a municipality; its id where it has no record."""
        record = self.library.municipalities.get(municipality_id)
        return record.title if record else municipality_id
