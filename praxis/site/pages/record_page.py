"""The common frame of record pages that need no template of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from praxis.records import Record
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.parts import known, sources
from praxis.site.rows import trail
from praxis.wording import german_date

Piece = dict[str, Any]


def record_page(
    model: SiteModel,
    record: Record,
    index_title: str,
    *,
    facts: Iterable[Piece],
    sections: Iterable[Piece],
    lead: str = "",
    template: str = "eintrag.html",
    **more: Any,
) -> Page:
    """The page of a record: facts, text, sections, sources."""
    return Page(
        path=f"{record.folder}/{record.id}.md",
        template=template,
        title=record.title,
        description=lead,
        data=known(
            trail=trail((index_title, f"{record.folder}/index.html")),
            lead=lead,
            notices=notices(model, record),
            facts=list(facts),
            sections=list(sections),
            sources=sources(record),
            **more,
        ),
        body=model.body(record),
        source=record.path,
    )


def index_page(folder: str, title: str, lead: str, sections: Iterable[Piece]) -> Page:
    """The index of a folder."""
    return Page(
        path=f"{folder}/index.md",
        template="eintrag.html",
        title=title,
        description=lead,
        data={"trail": trail(), "lead": lead, "sections": list(sections)},
    )


def notices(model: SiteModel, record: Record) -> list[str]:
    """What a reader must know first: that a review is overdue."""
    if not record.is_review_due(model.library.today) or record.review is None:
        return []
    date = german_date(record.review)
    return [f"Die Angaben auf dieser Seite sollten bis {date} geprüft werden. Seitdem kann sich etwas geändert haben."]
