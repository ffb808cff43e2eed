"""Which pages of a built site stand for all of their kind, and what is asked of a page in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

WIDTHS = (320, 390, 768, 1440)
SCHEMES = ("light", "dark")
REDIRECT = b'http-equiv="refresh"'


def pages_of(site: Path) -> list[str]:
    """Every page of a site but redirects and the error page, which only a server shows at any depth."""
    return [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html" and REDIRECT not in path.read_bytes()[:2000]
    ]


def page_kinds(site: Path) -> list[str]:
    """For each folder its index, its longest and its shortest page: what differs between pages shows there."""
    folders: dict[str, list[str]] = {}
    for page in pages_of(site):
        folders.setdefault(page.rpartition("/")[0], []).append(page)
    chosen: set[str] = set()
    for pages in folders.values():
        indexes = [page for page in pages if page.endswith("index.html")]
        others = sorted(set(pages) - set(indexes), key=lambda page: ((site / page).stat().st_size, page))
        chosen.update(indexes)
        chosen.update(others[:1] + others[-1:])
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
