"""The status that a gap's records suggest; an editor decides."""

from __future__ import annotations

from dataclasses import dataclass

from praxis.gap_progress import Step, furthest_step, reuse_on_the_spot
from praxis.library import Library
from praxis.records import Gap
from praxis.relations.reuse_index import place_of
from praxis.wording import counted


@dataclass(frozen=True, slots=True)
class StatusSuggestion:
    """A status, and the German sentence that says from which records it follows."""

    status: Step
    text: str


def suggested_status(library: Library, gap: Gap) -> StatusSuggestion | None:
    """The furthest status that records carry: confirmed answers, a reuse on the spot, talks, offers.

    None where there are no such records, where the gap has that status already, and where it was withdrawn.
    """
    step = furthest_step(gap, library.reuses.values())
    if step is None or gap.status in (step, "zurueckgezogen", "beantwortet"):
        return None
    return StatusSuggestion(step, _reason(library, gap, step))


def _reason(library: Library, gap: Gap, step: Step) -> str:
    if step == "beantwortet":
        return f"{counted(len(gap.answers), 'bestätigte Antwort ist', 'bestätigte Antworten sind')} eingetragen."
    if step == "in-erprobung" and (reuse := reuse_on_the_spot(gap, library.reuses.values())):
        place = place_of(library, reuse.municipality)
        return f"Die Nachnutzung „{reuse.title}“ in {place} gehört zu einem Angebot."
    if step == "im-austausch":
        talks = sum(offer.state != "angeboten" for offer in gap.offers)
        return f"{counted(talks, 'Gespräch ist', 'Gespräche sind')} vereinbart oder geführt."
    return f"{counted(len(gap.offers), 'Meldung ist', 'Meldungen sind')} eingetragen."
