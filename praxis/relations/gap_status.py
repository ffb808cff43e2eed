"""The status that a gap's records suggest; an editor decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from praxis.library import Library
from praxis.records import Gap, Reuse
from praxis.relations.reuse_index import place_of
from praxis.wording import counted

SuggestedStatus = Literal["angebote", "im-austausch", "in-erprobung", "beantwortet"]


@dataclass(frozen=True, slots=True)
class StatusSuggestion:
    """A status, and the German sentence that says from which records it follows."""

    status: SuggestedStatus
    text: str


def suggested_status(library: Library, gap: Gap) -> StatusSuggestion | None:
    """The furthest status that records carry: confirmed answers, a reuse on the spot, talks, offers.

    None where there are no such records, where the gap has that status already, and where it was withdrawn.
    """
    found = _suggestion(library, gap)
    return None if found is None or gap.status in (found.status, "zurueckgezogen", "beantwortet") else found


def _suggestion(library: Library, gap: Gap) -> StatusSuggestion | None:
    if gap.answers:
        count = counted(len(gap.answers), "bestätigte Antwort ist", "bestätigte Antworten sind")
        return StatusSuggestion("beantwortet", f"{count} eingetragen.")
    if reuse := _tried_here(library, gap):
        place = place_of(library, reuse.municipality)
        return StatusSuggestion("in-erprobung", f"Die Nachnutzung „{reuse.title}“ in {place} gehört zu einem Angebot.")
    talks = [offer for offer in gap.offers if offer.state != "angeboten"]
    if talks:
        count = counted(len(talks), "Gespräch ist", "Gespräche sind")
        return StatusSuggestion("im-austausch", f"{count} vereinbart oder geführt.")
    if gap.offers:
        count = counted(len(gap.offers), "Meldung ist", "Meldungen sind")
        return StatusSuggestion("angebote", f"{count} eingetragen.")
    return None


def _tried_here(library: Library, gap: Gap) -> Reuse | None:
    """A reuse, in the gap's municipality, of a case that was offered for the gap."""
    offered = {offer.case for offer in gap.offers if offer.case}
    for reuse in library.reuses.values():
        is_here = gap.municipality is not None and reuse.municipality.id == gap.municipality
        if is_here and reuse.outcome in ("vorbereitung", "laeuft") and offered & {o.id for o in reuse.originals}:
            return reuse
    return None
