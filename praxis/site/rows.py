"""Rows of lists and sections of pages: prepared once, shown by every page in the same way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from praxis.labels import label
from praxis.records import Case, Gap, Record
from praxis.records.values import NOT_REPORTED
from praxis.relations.context import ComparedCondition
from praxis.relations.evidence import evidence_label, running_label
from praxis.relations.matching import gap_matches
from praxis.relations.reporting import most_telling_unknown
from praxis.site.model import SiteModel
from praxis.site.parts import GAP_STATUS_UNKNOWN, age_bar, first_upper, gap_origin, known
from praxis.wording import counted, german_date

Piece = dict[str, Any]
REGISTER_LINK = ("Schlagwortregister von A bis Z", "register/index.html")
"""A last link (see :func:`section`) to where everything can be found without a script."""


def case_row(model: SiteModel, case: Case) -> Piece:
    """A case in a list: enough to compare twenty at a glance."""
    row = model.rows.get(case.id)
    if row is None:
        row = model.rows[case.id] = _case_row(model, case)
    return row


def _case_row(model: SiteModel, case: Case) -> Piece:
    standards = model.library.vocabulary.standards
    return known(
        id=case.id,
        title=case.title,
        url=case.address,
        place=model.place(case.municipality),
        bar=age_bar(case.ages),
        short=case.short,
        state=running_label(case, model.library.today),
        standards=", ".join(standards[key].title for key in case.standards if key in standards),
        # Where nothing is reported, `unknown` says so.
        evidence=evidence_label(case) if case.evidence else "",
        unknown=most_telling_unknown(case),
        due=case.is_review_due(model.library.today),
    )


def gap_row(model: SiteModel, gap: Gap) -> Piece:
    """A gap in a list."""
    standards = model.library.vocabulary.standards
    return known(
        title=gap.title,
        url=gap.address,
        question=gap.question,
        bar=age_bar(gap.ages),
        origin=first_upper(gap_origin(gap)),
        status=gap_status(gap),
        reported=german_date(gap.reported),
        standards=", ".join(standards[key].title for key in gap.standards if key in standards),
        answers=_answers(model, gap),
    )


def gap_status(gap: Gap) -> str:
    """The state of a gap in words."""
    return GAP_STATUS_UNKNOWN if gap.status == NOT_REPORTED else label("luecke", gap.status)


def _answers(model: SiteModel, gap: Gap) -> str:
    """What there is for a gap, in the words of the Lücken-Finder."""
    parts = []
    if gap.answers:
        parts.append(counted(len(gap.answers), "bestätigte Antwort", "bestätigte Antworten"))
    if gap.offers:
        parts.append(counted(len(gap.offers), "Angebot", "Angebote"))
    matches = gap_matches(model.library)[gap.id].matches
    if any(not (match.is_confirmed or match.offered_by) for match in matches):
        parts.append("berechnete Treffer")
    return ", ".join(parts) or "noch keine Praxis"


def condition_row(row: ComparedCondition) -> Piece:
    """A compared condition; its sentence begins with the title, which stands before it, and tells what others changed."""
    text = row.text.removeprefix(f"{row.title}: ")
    return known(title=row.title, result=str(row.result), importance=row.importance, text=text)


def link(record: Record, note: str = "") -> Piece:
    """A record in a plain list of links."""
    return known(title=record.title, url=record.address, note=note)


def section(
    key: str,
    title: str,
    *,
    intro: str = "",
    empty: str = "",
    after: tuple[str, str] | None = None,
    **filling: Iterable[Any],
) -> Piece:
    """A section of a page, filled with ``cases``, ``gaps``, ``beside``, ``links``, ``texts``, ``defs``,
    ``tree``, ``folds``, ``groups``.

    ``empty`` is said where nothing else is there; ``after`` is a last link (title, address), also in an empty section.
    """
    filled = known(**{name: list(items) for name, items in filling.items()})
    more = {"title": after[0], "url": after[1]} if after else {}
    if filled or not empty:
        return known(id=key, title=title, intro=intro, more=more, **filled)
    return known(id=key, title=title, intro=intro, empty=empty, next=more)


def finder_link(facet: str, value: str) -> tuple[str, str]:
    """A last link (see :func:`section`) to the finder with one filter set."""
    return ("Im Praxisfinder weiter eingrenzen", f"praxis/index.html?{facet}={value}")


def fact(name: str, text: str = "", links: Iterable[Piece] = ()) -> Piece:
    """A line of the facts box; without text and links it says that this is not reported."""
    shown = list(links)
    return known(label=name, text=text, links=shown, open=(not text and not shown) or None)


def trail(*steps: tuple[str, str]) -> list[Piece]:
    """Breadcrumbs from the start page to the page above this one."""
    return [{"title": title, "url": url} for title, url in (("Start", "index.html"), *steps)]
