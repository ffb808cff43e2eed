"""The site: ``build(library) -> {path: bytes}``, knowing no site generator.

Paths are relative to ``docs/``. Markdown files are pages (see :mod:`praxis.site.page`), everything else is published
as it is. A page of the same path replaces the file that an editor wrote; :func:`unpublished` names the files of the
editors that are no part of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping

from praxis.library import Library
from praxis.settings import Settings
from praxis.site import app_data, data, finder, lunr_files, redirects, robots, search_files
from praxis.site.data import form
from praxis.site.links import moved_links
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages import PAGE_MAKERS
from praxis.site.paging import in_parts

FileMaker = Callable[[SiteModel], Iterable[tuple[str, bytes]]]
FILE_MAKERS: tuple[FileMaker, ...] = (
    data.files,
    app_data.files,
    finder.files,
    form.files,
    redirects.files,
    robots.files,
    search_files.files,
    lunr_files.files,
)
"""Makers of everything that is no page of its own: data, also for scripts, feeds, calendar, redirects, search index, and the collection for lunr.js on other websites."""


def build(library: Library, settings: Settings | None = None) -> dict[str, bytes]:
    """All generated files of the site, in a fixed order; the library must be free of errors.

    ``settings`` default to those of the library's ``mkdocs.yml``.
    """
    made = make(library, settings)
    return {path: item.render() if isinstance(item, Page) else item for path, item in made.items()}


def make(library: Library, settings: Settings | None = None) -> dict[str, Page | bytes]:
    """What :func:`build` writes, pages still as objects: who renders at once need not write and read front matter."""
    model = SiteModel(library.public, settings or Settings.load(library.root))
    files: dict[str, Page | bytes] = {}
    for path, item in _made(model):
        if path in files:
            raise ValueError(f"zwei erzeugte Dateien mit derselben Adresse: {path}")
        files[path] = item
    # Pages written by hand that no maker replaces: their links to moved files are rewritten like those of records.
    return {**moved_links(library, model.moved), **files}


def unpublished(library: Library, generated: Container[str]) -> set[str]:
    """Files of the editors, relative to ``docs/``, that are no part of the site.

    Drafts are not published; a chapter's file ``05-name.md`` gives way to the generated page ``name.md``.
    """
    drafts = {f"praxis/{case.id}.md" for case in library.cases.values() if case.is_draft}
    sources = {record.path.removeprefix("docs/"): f"{record.folder}/{record.id}.md" for record in library.records()}
    return drafts | {source for source, page in sources.items() if page != source and page in generated}


def footer_links(entries: Iterable[Mapping[str, str]], pages: Container[str]) -> list[Mapping[str, str]]:
    """The entries of the footer whose page is among ``pages`` (below ``docs/``): imprint and the like are the operator's."""
    return [entry for entry in entries if entry["url"].removesuffix(".html") + ".md" in pages]


def _made(model: SiteModel) -> Iterable[tuple[str, Page | bytes]]:
    for page_maker in PAGE_MAKERS:
        for page in page_maker(model):
            for part in in_parts(page):
                yield part.path, part
    for file_maker in FILE_MAKERS:
        yield from file_maker(model)
