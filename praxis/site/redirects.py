"""Redirects: a small page at every former address of a record, so that old links keep working."""

from __future__ import annotations

from collections.abc import Iterator

from praxis.site.model import SiteModel
from praxis.site.templates import render


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """One static page for each former id, beside the record's own page."""
    for record in model.library.records():
        for former in record.former:
            page = render(
                "redirect.html",
                title=record.title,
                target=f"{record.id}.html",
                canonical=model.settings.absolute(record.address),
            )
            yield f"{record.folder}/{former}.html", page
