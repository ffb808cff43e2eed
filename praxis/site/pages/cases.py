"""Case pages."""

from __future__ import annotations

from collections.abc import Iterator

from praxis.site.model import SiteModel
from praxis.site.page import Page


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a case."""
    for case in model.library.cases.values():
        yield Page(
            path=f"praxis/{case.id}.md",
            template="praxis.html",
            title=case.title,
            description=case.short,
            data={"kurz": case.short},
            body=case.body,
            source=case.path,
        )
