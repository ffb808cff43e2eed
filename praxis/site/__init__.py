"""The site: ``build(library) -> {path: bytes}``, knowing no site generator.

Paths are relative to ``docs/``. Markdown files are pages (see :mod:`praxis.site.page`), everything else is published
as it is. A page of the same path replaces the file that an editor wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from praxis.library import Library
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages import PAGE_MAKERS

Maker = Callable[[SiteModel], Iterable[Page]]


def build(library: Library) -> dict[str, bytes]:
    """All generated files of the site, in a fixed order; the library must be free of errors."""
    model = SiteModel(library.public)
    files: dict[str, bytes] = {}
    for maker in PAGE_MAKERS:
        for page in maker(model):
            if page.path in files:
                raise ValueError(f"zwei erzeugte Seiten mit derselben Adresse: {page.path}")
            files[page.path] = page.render()
    return files
