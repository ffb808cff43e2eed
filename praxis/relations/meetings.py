"""Meetings: gaps presented, advice offered, talks agreed, held and followed up, and what is overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from praxis.library import Library
from praxis.records import Case, Gap, Meeting
from praxis.records.dates import PartialDate
from praxis.records.gap import Offer
from praxis.relations.derived import derived
from praxis.wording import counted, enumeration, german_date

WAITING_DAYS = 90
"""Days after which an offer or an agreed talk without a date counts as overdue."""
STATES = ("angeboten", "vereinbart", "gefuehrt", "nachbereitet")
"""How far an offer of advice may be, in this order."""
STATE_WORDS = {
    "angeboten": "angeboten",
    "vereinbart": "vereinbart",
    "gefuehrt": "geführt",
    "nachbereitet": "nachbereitet",
}
_TOLD = {
    "angeboten": "hat Rat angeboten",
    "vereinbart": "hat ein Gespräch vereinbart",
    "gefuehrt": "hat das Gespräch geführt",
    "nachbereitet": "hat das Gespräch geführt und nachbereitet",
}
_NEXT = {
    "angeboten": "ein Gespräch ist noch nicht vereinbart",
    "vereinbart": "das Gespräch steht noch aus",
    "gefuehrt": "die Nachbereitung steht noch aus",
}


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One offer of advice, told in a German sentence; ``overdue_text`` says what is overdue, or is None."""

    gap: Gap
    offer: Offer
    place: str
    case: Case | None
    text: str
    overdue_text: str | None

    @property
    def is_overdue(self) -> bool:
        """True if the next step should have happened by now."""
        return self.overdue_text is not None

    @property
    def state_words(self) -> str:
        """How far the talk is, in one word."""
        return STATE_WORDS[self.offer.state]

    def has_reached(self, state: str) -> bool:
        """True if the talk is at least as far as ``state``."""
        return STATES.index(self.offer.state) >= STATES.index(state)


@dataclass(frozen=True, slots=True)
class MeetingSummary:
    """What a meeting led to."""

    meeting: Meeting
    gaps: tuple[Gap, ...]
    offers: tuple[OfferLine, ...]
    text: str

    def reached(self, state: str) -> tuple[OfferLine, ...]:
        """The offers that are at least as far as ``state`` (``vereinbart``, ``gefuehrt`` or ``nachbereitet``)."""
        return tuple(line for line in self.offers if line.has_reached(state))

    @property
    def overdue(self) -> tuple[OfferLine, ...]:
        """The offers whose next step is overdue."""
        return tuple(line for line in self.offers if line.is_overdue)


@derived
def meeting_summaries(library: Library) -> Mapping[str, MeetingSummary]:
    """Meeting -> what it led to."""
    presented: dict[str, list[Gap]] = {}
    for gap in library.gaps.values():
        if gap.meeting:
            presented.setdefault(gap.meeting, []).append(gap)
    return {key: _summary(library, meeting, presented.get(key, [])) for key, meeting in library.meetings.items()}


def _summary(library: Library, meeting: Meeting, presented: Iterable[Gap]) -> MeetingSummary:
    named = [library.gaps[gap_id] for gap_id in meeting.gaps if gap_id in library.gaps]
    gaps = tuple({gap.id: gap for gap in (*named, *presented)}.values())
    offers = tuple(line for gap in gaps for line in offer_lines(library, gap))
    return MeetingSummary(meeting, gaps, offers, _told(gaps, offers))


def _told(gaps: tuple[Gap, ...], offers: tuple[OfferLine, ...]) -> str:
    if not gaps:
        return "Vorgestellte Lücken sind zu diesem Treffen nicht erfasst."
    presented = f"{counted(len(gaps), 'Lücke', 'Lücken')} vorgestellt"
    if not offers:
        return f"{presented}; Angebote anderer Kommunen sind nicht erfasst."
    counts = [counted(len(offers), "Angebot", "Angebote")]
    for state, words in (("vereinbart", "vereinbart"), ("gefuehrt", "geführt"), ("nachbereitet", "nachbereitet")):
        number = sum(line.has_reached(state) for line in offers)
        counts.append(f"{counted(number, 'Gespräch', 'Gespräche')} {words}")
    late = sum(line.is_overdue for line in offers)
    overdue = f" Überfällig: {counted(late, 'nächster Schritt', 'nächste Schritte')}." if late else ""
    return f"{presented}, {enumeration(counts)}.{overdue}"


def offer_lines(library: Library, gap: Gap) -> list[OfferLine]:
    """The offers of a gap in the order of its record."""
    return [_line(library, gap, offer) for offer in gap.offers]


def overdue_offers(library: Library) -> list[OfferLine]:
    """Every offer whose next step is overdue, by gap; withdrawn and answered gaps wait for nothing."""
    waiting = [gap for gap in library.gaps.values() if gap.status not in ("zurueckgezogen", "beantwortet")]
    return [line for gap in waiting for line in offer_lines(library, gap) if line.is_overdue]


def _line(library: Library, gap: Gap, offer: Offer) -> OfferLine:
    municipality = library.municipalities.get(offer.municipality)
    place = municipality.title if municipality else offer.municipality
    case = library.cases.get(offer.case or "")
    date = f" ({german_date(offer.date)})" if offer.date else ""
    about = f", mit dem Praxisbeispiel „{case.title}“" if case else ""
    return OfferLine(
        gap, offer, place, case, f"{place} {_TOLD[offer.state]}{date}{about}.", _overdue(place, offer, library.today)
    )


def _overdue(place: str, offer: Offer, today: dt.date) -> str | None:
    if offer.state == "nachbereitet":
        return None
    if offer.due:
        if offer.due >= today:
            return None
        return f"{place}: {_NEXT[offer.state]}; verabredet war es bis {german_date(offer.due)}."
    if offer.state == "gefuehrt" or offer.date is None:
        return None
    if offer.date.latest >= today - dt.timedelta(days=WAITING_DAYS):
        return None
    return f"{place}: {_NEXT[offer.state]}; die Meldung ist {_since(offer.date)}."


def _since(date: PartialDate) -> str:
    return f"{'vom' if date.month else 'von'} {german_date(date)}"
