"""Everything under ``daten/``: records and vocabularies as JSON, CSV and JSON-LD, schemas, feeds, calendar, its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from praxis.site.data import calendar, feeds, json_files, linked, schemas, tables
from praxis.site.data.overview import page
from praxis.site.model import SiteModel

Maker = Callable[[SiteModel], Iterator[tuple[str, bytes]]]
MAKERS: tuple[Maker, ...] = (
    json_files.files,
    tables.files,
    linked.files,
    schemas.files,
    feeds.files,
    calendar.files,
)


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """All data files with their paths, and the page that explains them and tells their sizes."""
    made = {path: content for maker in MAKERS for path, content in maker(model)}
    yield from made.items()
    overview = page(model, {path: len(content) for path, content in made.items()})
    yield overview.path, overview.render()
