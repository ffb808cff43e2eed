"""Rows of lists and sections of pages: prepared once, shown by every page in the same way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from praxis.records import Case, Gap, Record
from praxis.relations.evidence import evidence_label, running_label
from praxis.relations.reporting import most_telling_unknown
from praxis.site.model import SiteModel
from praxis.site.parts import age_bar, gap_origin, known
from praxis.wording import german_date

Piece = dict[str, Any]
GAP_STATUS = {
    "offen": "offen",
    "angebote": "Angebote liegen vor",
    "im-austausch": "im Austausch",
    "in-erprobung": "in Erprobung",
    "beantwortet": "beantwortet",
    "zurueckgezogen": "zurückgezogen",
    "nicht-berichtet": "Stand nicht berichtet",
}


def case_row(model: SiteModel, case: Case) -> Piece:
    """A case in a list: enough to compare twenty at a glance."""
    standards = model.library.vocabulary.standards
    return known(
        title=case.title,
        url=case.address,
        place=model.place(case.municipality),
        bar=age_bar(case.ages),
        short=case.short,
        state=running_label(case, model.library.today),
        standards=", ".join(standards[key].title for key in case.standards if key in standards),
        evidence=evidence_label(case),
        unknown=most_telling_unknown(case),
        due=case.is_review_due(model.library.today),
    )


def gap_row(model: SiteModel, gap: Gap) -> Piece:
    """A gap in a list."""
    return known(
        title=gap.title,
        url=gap.address,
        question=gap.question,
        bar=age_bar(gap.ages),
        origin=gap_origin(gap),
        status=GAP_STATUS[gap.status],
        reported=german_date(gap.reported),
    )


def link(record: Record, note: str = "") -> Piece:
    """A record in a plain list of links."""
    return known(title=record.title, url=record.address, note=note)


def section(
    key: str,
    title: str,
    *,
    intro: str = "",
    cases: Iterable[Piece] = (),
    gaps: Iterable[Piece] = (),
    links: Iterable[Piece] = (),
    texts: Iterable[str] = (),
    empty: str = "",
) -> Piece:
    """A section of a page; ``empty`` is said where nothing else is there."""
    filled = known(cases=list(cases), gaps=list(gaps), links=list(links), texts=list(texts))
    return known(id=key, title=title, intro=intro, empty="" if filled else empty, **filled)


def fact(label: str, text: str = "", links: Iterable[Piece] = ()) -> Piece:
    """A line of the facts box."""
    return known(label=label, text=text, links=list(links))


def trail(*steps: tuple[str, str]) -> list[Piece]:
    """Breadcrumbs from the start page to the page above this one."""
    return [{"title": title, "url": url} for title, url in (("Start", "index.html"), *steps)]
