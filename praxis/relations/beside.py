"""Cases of other places beside a municipality: those whose conditions fit it most, and those that deviate most.

No figure is told, only the conditions that both sides report. Sets of cases are numbers with one bit a case, so that
every municipality can be held beside ten thousand cases at build.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from praxis.library import Library
from praxis.records import Case
from praxis.relations.adaptations import adaptations_of
from praxis.relations.context import (
    ComparedCondition,
    Facts,
    Result,
    case_context,
    compare,
    compared,
    municipality_context,
)
from praxis.relations.derived import derived
from praxis.relations.match_conditions import called_out

SHOWN = 3
"""Cases shown on each side, at most one a place."""


@dataclass(frozen=True, slots=True)
class CaseBeside:
    """A case and the conditions that both sides report, deviations first, with what others changed; else as in the model."""

    case: Case
    rows: tuple[ComparedCondition, ...]


@dataclass(frozen=True, slots=True)
class CasesBeside:
    """Cases from the most similar and from the most different places; ``known`` conditions of the municipality."""

    similar: tuple[CaseBeside, ...]
    different: tuple[CaseBeside, ...]
    known: int


def cases_beside(library: Library, municipality_id: str) -> CasesBeside:
    """Similar: most conditions that fit, then fewest that deviate; different: the other way round.

    Ties: the newest ``stand``, then the id. A case counts as similar only if more fits than deviates, as different only
    if more deviates than fits; what is unknown on either side counts for nothing.
    """
    index = _index(library)
    own = {key: fact for key, fact in municipality_context(library, municipality_id).items() if fact.values}
    fits, deviates = index.by_count(own, Result.FITS), index.by_count(own, Result.DEVIATES)
    foreign = index.all & ~index.of_place.get(municipality_id, 0)
    similar = index.best(fits, deviates, foreign)
    different = index.best(deviates, fits, foreign)
    return CasesBeside(
        tuple(_beside(library, case, own) for case in similar),
        tuple(_beside(library, case, own) for case in different),
        len(own),
    )


def _beside(library: Library, case: Case, own: Facts) -> CaseBeside:
    theirs, changed = case_context(library, case), adaptations_of(library, case.id)
    conditions = library.vocabulary.context_model.conditions
    known = [compared(conditions[key], theirs[key], fact) for key, fact in own.items() if key in theirs]
    rows = [called_out(library, row, changed.get(row.id, ())) for row in known if row.result is not Result.UNREPORTED]
    return CaseBeside(case, tuple(sorted(rows, key=lambda row: row.result is Result.FITS)))


class _Index:
    """Which cases have which values, as numbers with one bit a case; the lowest bit is the newest case."""

    def __init__(self, library: Library) -> None:
        self._conditions = library.vocabulary.context_model.conditions
        self._cases = sorted(library.cases.values(), key=lambda case: case.id)
        self._cases.sort(key=lambda case: case.as_of.latest, reverse=True)
        self._values: dict[str, dict[tuple[str, ...], int]] = {}
        self._results: dict[tuple[str, tuple[str, ...], Result], int] = {}
        self.all = (1 << len(self._cases)) - 1
        self.of_place: dict[str, int] = {}
        for place, case in enumerate(self._cases):
            self.of_place[case.municipality] = self.of_place.get(case.municipality, 0) | 1 << place
            for key, fact in case_context(library, case).items():
                if fact.values:
                    sets = self._values.setdefault(key, {})
                    sets[fact.values] = sets.get(fact.values, 0) | 1 << place

    def by_count(self, own: Facts, result: Result) -> list[int]:
        """The cases with exactly 0, 1, 2 … conditions of this result."""
        exactly = [self.all]
        for key, fact in own.items():
            found = self._cases_with(key, fact.values, result)
            exactly.append(0)
            for count in range(len(exactly) - 1, 0, -1):
                exactly[count] = exactly[count] & ~found | exactly[count - 1] & found
            exactly[0] &= ~found
        return exactly

    def _cases_with(self, key: str, own: tuple[str, ...], result: Result) -> int:
        known = self._results.get((key, own, result))
        if known is None:
            known = 0
            for theirs, cases in self._values.get(key, {}).items():
                if compare(self._conditions[key], theirs, own) is result:
                    known |= cases
            self._results[key, own, result] = known
        return known

    def best(self, wanted: Sequence[int], unwanted: Sequence[int], among: int) -> list[Case]:
        """Most of what is wanted, then least of what is not, more of the one than of the other; one case a place."""
        found: list[Case] = []
        for count in range(len(wanted) - 1, 0, -1):
            for less in range(min(count, len(unwanted))):
                left = wanted[count] & unwanted[less] & among
                while left and len(found) < SHOWN:
                    case = self._cases[(left & -left).bit_length() - 1]
                    found.append(case)
                    among &= ~self.of_place[case.municipality]
                    left &= among
                if len(found) == SHOWN:
                    return found
        return found


@derived
def _index(library: Library) -> _Index:
    return _Index(library)
