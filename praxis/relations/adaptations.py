"""What others changed when they took a practice over, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from praxis.library import Library
from praxis.records import Reuse
from praxis.records.reuse import Adaptation
from praxis.relations.derived import derived
from praxis.relations.reuse_index import in_order, place_of, reuses_of
from praxis.wording import without_stop


@dataclass(frozen=True, slots=True)
class AdaptationNote:
    """One change, with the reuse it belongs to; ``text`` is a German sentence that begins with the place."""

    reuse: Reuse
    place: str
    adaptation: Adaptation
    text: str

    @property
    def condition(self) -> str | None:
        """The condition that was different, if one is named."""
        return self.adaptation.reason.condition if self.adaptation.reason else None


def adaptation_notes(library: Library, reuse: Reuse) -> list[AdaptationNote]:
    """The changes of one reuse, in the order of its record."""
    place = place_of(library, reuse.municipality)
    return [AdaptationNote(reuse, place, change, _sentence(place, change)) for change in reuse.adaptations]


def _sentence(place: str, change: Adaptation) -> str:
    instead = f" statt: {without_stop(change.instead)}" if change.instead else ""
    because = f"; Grund: {without_stop(change.reason.text)}" if change.reason and change.reason.text else ""
    what = without_stop(change.what)
    return f"{place}: {what}{f' ({instead.strip()})' if instead else ''}{because}."


@derived
def adaptations_by_condition(library: Library) -> Mapping[str, tuple[AdaptationNote, ...]]:
    """Condition -> what municipalities changed when it was different, oldest reuse first; in the model's order."""
    return _by_condition(library, in_order(library.reuses.values()))


def adaptations_of(library: Library, case_id: str) -> Mapping[str, tuple[AdaptationNote, ...]]:
    """Condition -> what municipalities that took over this case changed when it was different."""
    return _by_condition(library, reuses_of(library, case_id))


def _by_condition(library: Library, reuses: Iterable[Reuse]) -> dict[str, tuple[AdaptationNote, ...]]:
    notes = [note for reuse in reuses for note in adaptation_notes(library, reuse)]
    found: dict[str, tuple[AdaptationNote, ...]] = {}
    for condition in library.vocabulary.context_model.conditions:
        if named := tuple(note for note in notes if note.condition == condition):
            found[condition] = named
    return found
