"""How far a gap has come, by what is entered about it: offers, talks, a reuse on the spot, confirmed answers.

An editor decides the status; here stands what the entries say to it. Needed by the checks and by the pages alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from praxis.records import Gap, Reuse

Step = Literal["angebote", "im-austausch", "in-erprobung", "beantwortet"]
STEPS: Final[tuple[Step, ...]] = ("angebote", "im-austausch", "in-erprobung", "beantwortet")
"""Statuses that entries can carry, the furthest last; ``offen`` comes before all of them."""

_ORDER = ("offen", *STEPS)
_TALKS = ("vereinbart", "gefuehrt", "nachbereitet")
_BEGUN = ("vorbereitung", "laeuft")
_IS_ENTERED: Final[dict[str, str]] = {
    "angebote": "eine Meldung eingetragen ist",
    "im-austausch": "ein Gespräch vereinbart oder geführt ist",
    "in-erprobung": "eine Nachnutzung am Ort eingetragen ist",
    "beantwortet": "eine Antwort bestätigt ist",
}
_IS_MISSING: Final[dict[str, str]] = {
    "angebote": "keine Meldung eingetragen ist",
    "im-austausch": "kein Gespräch vereinbart oder geführt ist",
    "in-erprobung": "keine Nachnutzung am Ort eingetragen ist",
    "beantwortet": "keine Antwort bestätigt ist",
}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Status and entries disagree: what is so (a clause for „obwohl …“), and the status they carry, if it is further."""

    clause: str
    proposal: Step | None


def furthest_step(gap: Gap, reuses: Iterable[Reuse]) -> Step | None:
    """The furthest status that the entries carry, or None; a trial counts where its case was offered for the gap."""
    tried = reuse_on_the_spot(gap, reuses)
    if gap.answers:
        return "beantwortet"
    if tried and _is_offered(gap, tried):
        return "in-erprobung"
    return next((step for step in reversed(STEPS[:2]) if _is_entered(gap, step)), None)


def reuse_on_the_spot(gap: Gap, reuses: Iterable[Reuse]) -> Reuse | None:
    """A reuse that is prepared or runs in the gap's municipality, first one of a case that was named for the gap."""
    here = [
        reuse
        for reuse in reuses
        if gap.municipality and reuse.municipality.id == gap.municipality and reuse.outcome in _BEGUN
    ]
    return min(here, key=lambda reuse: not _is_offered(gap, reuse), default=None)


def _is_offered(gap: Gap, reuse: Reuse) -> bool:
    offered = {offer.case for offer in gap.offers if offer.case}
    return any(original.id in offered for original in reuse.originals)


def contradiction(gap: Gap, reuses: Iterable[Reuse]) -> Contradiction | None:
    """What the entries say against the status; None where they agree, and where no status is reported."""
    known, status = list(reuses), str(gap.status)
    if status not in _ORDER:
        return None
    step = furthest_step(gap, known)
    if step and _ORDER.index(step) > _ORDER.index(status):
        return Contradiction(_IS_ENTERED[step], step)
    if status == "offen":
        return None
    if status == "in-erprobung":
        # Where no municipality is named, nobody can tell whether something is tried there.
        is_carried = gap.municipality is None or reuse_on_the_spot(gap, known) is not None
    else:
        is_carried = _is_entered(gap, status)
    return None if is_carried else Contradiction(_IS_MISSING[status], None)


def _is_entered(gap: Gap, step: str) -> bool:
    if step == "im-austausch":
        return any(offer.state in _TALKS for offer in gap.offers)
    return bool(gap.offers if step == "angebote" else gap.answers)
