"""What happened to a gap: reported, presented, offers and talks, reuse on the spot; oldest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from praxis.library import Library
from praxis.records import Gap, Record
from praxis.records.dates import PartialDate
from praxis.relations.meetings import OfferLine, offer_lines
from praxis.relations.reuse import place_and_outcome
from praxis.wording import as_sentence, german_date


@dataclass(frozen=True, slots=True)
class GapEvent:
    """One event: when (None where it is not reported), what in a German sentence, and the record to read on in."""

    date: PartialDate | None
    text: str
    record: Record | None = None

    @property
    def date_words(self) -> str:
        """The date in words."""
        return german_date(self.date) if self.date else "Ohne Datum"


def gap_history(library: Library, gap: Gap) -> list[GapEvent]:
    """The events of a gap, oldest first; an imprecise date counts as late as it may mean, none comes last."""
    events = [
        _reported(gap),
        *_presented(library, gap),
        *map(_offer, offer_lines(library, gap)),
        *_reused(library, gap),
    ]
    return sorted(events, key=lambda event: event.date.latest if event.date else dt.date.max)


def _reported(gap: Gap) -> GapEvent:
    verb = "Von einer Kommune gemeldet." if gap.origin == "gemeldet" else "Von der Redaktion aus einem Text gefolgert."
    return GapEvent(gap.reported, verb)


def _presented(library: Library, gap: Gap) -> Iterator[GapEvent]:
    by = library.municipalities.get(gap.presented_by or "")
    who = f", vorgestellt von {by.title}" if by else ""
    for meeting in library.meetings.values():
        if meeting.id == gap.meeting or gap.id in meeting.gaps:
            yield GapEvent(meeting.start, f"Thema beim Treffen{who}:", meeting)


def _offer(line: OfferLine) -> GapEvent:
    overdue = f" Überfällig: {line.overdue_text}" if line.overdue_text else ""
    return GapEvent(line.offer.date, f"{line.text}{overdue}", line.case)


def _reused(library: Library, gap: Gap) -> Iterator[GapEvent]:
    """What the gap's municipality took over of the cases that were offered or confirmed."""
    named = {offer.case for offer in gap.offers} | {answer.case for answer in gap.answers}
    for reuse in library.reuses.values():
        is_here = gap.municipality is not None and reuse.municipality.id == gap.municipality
        if is_here and any(original.id in named for original in reuse.originals if original.id):
            date = PartialDate(reuse.year) if reuse.year else None
            yield GapEvent(date, as_sentence(f"Nachnutzung in {place_and_outcome(library, reuse)}"), reuse)
