"""Data files that the browser's scripts load: one global call each, so that they load from a server and from disk."""

from __future__ import annotations

from collections.abc import Iterator

from praxis.site.app_data import comparing, details, places
from praxis.site.model import SiteModel


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """All data files of the browser's scripts with their paths."""
    yield from places.files(model)
    yield from comparing.files(model)
    yield from details.files(model)
