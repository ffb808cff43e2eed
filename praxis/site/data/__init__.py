"""Everything under ``daten/``: records and vocabularies as JSON, CSV and JSON-LD, schemas, feeds, calendar, its page."""

from __future__ import annotations

from collections.abc import Iterator

from praxis.site.data import calendar, feeds, grid_tables, json_files, linked, schemas, tables
from praxis.site.data.overview import page
from praxis.site.data.records import plain_records
from praxis.site.model import SiteModel


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """All data files with their paths, and the page that explains them and tells their sizes."""
    records = plain_records(model)
    made = {
        **dict(json_files.files(model, records)),
        **dict(tables.files(model, records)),
        **dict(grid_tables.files(model)),
        **dict(linked.files(model)),
        **dict(schemas.files(model)),
        **dict(feeds.files(model)),
        **dict(calendar.files(model)),
    }
    yield from made.items()
    overview = page(model, {path: len(content) for path, content in made.items()})
    yield overview.path, overview.render()
