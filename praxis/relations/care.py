"""What needs somebody's attention: reviews, talks and follow-ups that are due, and what is incomplete or unanswered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from praxis.library import Library
from praxis.records import Case, Gap, Record
from praxis.relations.matching import CLOSED, gap_matches
from praxis.relations.meetings import overdue_offers
from praxis.relations.reporting import reporting_card
from praxis.wording import german_date

INCOMPLETE_FROM = 5
"""Entries of the reporting card without any report from which a case counts as incomplete."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something that somebody must do: by when (None where no date was set), and a German sentence."""

    record: Record
    field: str
    date: dt.date | None
    text: str

    def is_overdue(self, today: dt.date) -> bool:
        """True if the day has passed; what has no date is overdue as soon as it is listed."""
        return self.date is None or self.date < today


def due(library: Library, days: int = 0) -> list[Due]:
    """What is due within ``days`` from today: reviews, then talks and follow-ups; the oldest first."""
    until = library.today + dt.timedelta(days=days)
    reviews = [
        _review(record, library.today) for record in library.records() if record.review and record.review <= until
    ]
    found = [*reviews, *_talks(library, until)]
    return sorted(found, key=lambda entry: (entry.date or dt.date.min, entry.record.path, entry.text))


def _review(record: Record, today: dt.date) -> Due:
    date = record.review or today
    when = f"ist seit {german_date(date)} fällig" if date < today else f"steht am {german_date(date)} an"
    question = "Besteht die Lücke noch?" if isinstance(record, Gap) else "Stimmen die Angaben noch?"
    return Due(record, "pruefung", date, f"Die Prüfung {when}. {question}")


def _talks(library: Library, until: dt.date) -> Iterator[Due]:
    """Steps of talks that are overdue, or will be by then."""
    for line in overdue_offers(replace(library, today=until + dt.timedelta(days=1))):
        date = line.offer.due
        yield Due(line.gap, "meldungen", date, line.overdue_text or "")


def incomplete(library: Library) -> list[tuple[Case, list[str]]]:
    """Cases that leave most of the reporting card open, with the titles of these entries; most open first."""
    open_entries = [
        (case, [entry.title for entry in reporting_card(case) if entry.state == "nicht berichtet"])
        for case in library.cases.values()
    ]
    found = [(case, titles) for case, titles in open_entries if len(titles) >= INCOMPLETE_FROM]
    return sorted(found, key=lambda pair: (-len(pair[1]), pair[0].id))


def unanswered(library: Library) -> list[Gap]:
    """Gaps that still wait and to which nobody offered advice and no answer was confirmed; oldest first."""
    waiting = [gap for gap in _waiting(library) if not gap.answers and not gap.offers]
    return sorted(waiting, key=lambda gap: (gap.reported.latest, gap.id))


def unmatched(library: Library) -> list[Gap]:
    """Gaps that still wait and to which no practice fits."""
    return [gap for gap in _waiting(library) if not gap_matches(library)[gap.id].matches]


def without_consent(library: Library) -> list[Case]:
    """Cases that the office wrote and no municipality released."""
    return [case for case in library.cases.values() if isinstance(case.release, str)]


def _waiting(library: Library) -> Iterator[Gap]:
    return (gap for gap in library.gaps.values() if gap.status not in CLOSED)
