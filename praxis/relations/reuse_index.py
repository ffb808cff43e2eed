"""Reuse records, found from the cases they concern."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from praxis.library import Library
from praxis.records import Reuse
from praxis.records.reuse import Pointer
from praxis.relations.derived import derived

BEGUN = ("laeuft", "beendet", "abgebrochen")
"""Outcomes of a reuse that took place; failed ones included."""


def in_order(reuses: Iterable[Reuse]) -> tuple[Reuse, ...]:
    """Oldest first, those without a year last."""
    return tuple(sorted(reuses, key=lambda reuse: (reuse.year is None, reuse.year or 0, reuse.id)))


@derived
def reuses_by_original(library: Library) -> Mapping[str, tuple[Reuse, ...]]:
    """Case -> its reuses, oldest first."""
    found: dict[str, dict[str, Reuse]] = {}
    for reuse in library.reuses.values():
        for original in reuse.originals:
            if original.id and original.id in library.cases:
                found.setdefault(original.id, {})[reuse.id] = reuse
    return {case: in_order(reuses.values()) for case, reuses in found.items()}


@derived
def reuses_by_new_case(library: Library) -> Mapping[str, tuple[Reuse, ...]]:
    """Case -> reuse records it came from."""
    found: dict[str, list[Reuse]] = {}
    for reuse in library.reuses.values():
        if reuse.new_case and reuse.new_case in library.cases:
            found.setdefault(reuse.new_case, []).append(reuse)
    return {case: in_order(reuses) for case, reuses in found.items()}


def reuses_of(library: Library, case_id: str) -> tuple[Reuse, ...]:
    """What others took over from a case, oldest first."""
    return reuses_by_original(library).get(case_id, ())


def has_running_reuse(library: Library, case_id: str) -> bool:
    """True if somebody took the case over and it runs there."""
    return any(reuse.outcome == "laeuft" for reuse in reuses_of(library, case_id))


def place_of(library: Library, pointer: Pointer) -> str:
    """Name of the municipality a reuse record points to."""
    municipality = library.municipalities.get(pointer.id or "")
    return municipality.title if municipality else pointer.text or pointer.id or ""


def case_title(library: Library, pointer: Pointer) -> str:
    """Title of the case a reuse record points to."""
    case = library.cases.get(pointer.id or "")
    return case.title if case else pointer.text or pointer.id or ""
