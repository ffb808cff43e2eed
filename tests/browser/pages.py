"""Which pages of a built site stand for all of their kind, and what is asked of a page in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, Page

from praxis.library import Library
from praxis.site import build
from tests.site_building import PROJECT

WIDTHS = (320, 390, 768, 1440)
REDIRECT = b'http-equiv="refresh"'


def pages_of(site: Path) -> list[str]:
    """Every page of a site but redirects and the error page, which only a server shows at any depth."""
    return [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html" and REDIRECT not in path.read_bytes()[:2000]
    ]


@cache
def templates() -> dict[str, str]:
    """Address of each generated page of the project's own contents -> the template that it names."""
    files = build(Library.load(PROJECT))
    named = {path: re.search(rb'^template: "([^"]+)"$', text, re.MULTILINE) for path, text in files.items()}
    return {path.removesuffix(".md") + ".html": found[1].decode() for path, found in named.items() if found}


def page_kinds(site: Path) -> list[str]:
    """Of each template in each folder the index, the longest and the shortest page: what differs between pages shows there.

    ``site`` holds the project's own contents; pages that an editor wrote are of one kind in each folder.
    """
    kinds: dict[tuple[str, str], list[str]] = {}
    for page in pages_of(site):
        kinds.setdefault((page.rpartition("/")[0], templates().get(page, "")), []).append(page)
    chosen: set[str] = set()
    for pages in kinds.values():
        indexes = [page for page in pages if page.endswith("index.html")]
        others = sorted(set(pages) - set(indexes), key=lambda page: ((site / page).stat().st_size, page))
        chosen.update(indexes, others[:1], others[-1:])
    return sorted(chosen)


@contextmanager
def opened(
    chromium: Browser, address: str, *, width: int = 1280, height: int = 900, **options: object
) -> Iterator[Page]:
    """A page in a context of its own; ``options`` go to the context."""
    context = chromium.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.goto(address)
        yield page
    finally:
        context.close()


def walked(
    chromium: Browser, site: Path, names: Iterable[str], *, width: int = 1280, **options: object
) -> Iterator[tuple[str, Page]]:
    """Pages of a site one after the other in one window, each with its name; ``options`` go to the context."""
    with opened(chromium, "about:blank", width=width, **options) as page:
        for name in names:
            page.goto((site / name).as_uri())
            yield name, page
