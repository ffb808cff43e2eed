"""What all page makers share: the published library and what is computed from it once."""

from __future__ import annotations

import posixpath

from praxis.library import Library
from praxis.settings import Settings


class SiteModel:
    """The published library with lists and relations that several pages show."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self.library = library
        self.settings = settings

    @staticmethod
    def link(from_path: str, to_address: str) -> str:
        """Relative address of a page (``praxis/x.html#a``) as seen from a generated page (``luecken/y.md``)."""
        return posixpath.relpath(to_address, posixpath.dirname(from_path) or ".")
