"""The grid (Raster): standards × age groups, with a column for structures of all ages.

An empty cell is the state of this collection ("hier noch nichts erfasst"), not of the country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from praxis.library import Library
from praxis.records import Case, Gap
from praxis.records.values import ALL_AGES, NOT_REPORTED, AgeSpan
from praxis.relations.facets import age_groups_of

R = TypeVar("R", Case, Gap)
CellState = Literal["praxis", "luecke", "beides", "leer"]


@dataclass(frozen=True, slots=True)
class Cell:
    """The practices and gaps of one standard in one age group, by id."""

    standard: str
    column: str
    cases: tuple[Case, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def state(self) -> CellState:
        """What the cell holds."""
        if self.cases and self.gaps:
            return "beides"
        return "praxis" if self.cases else "luecke" if self.gaps else "leer"


@dataclass(frozen=True)
class Grid:
    """All cells; ``without_age`` holds, for each standard, what names no age: counted apart, not lost."""

    standards: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    without_age: Mapping[str, Cell]

    def cell(self, standard: str, column: str) -> Cell:
        """One cell; ``column`` is an age group or ``altersuebergreifend``."""
        return self.cells[standard, column]

    def row(self, standard: str) -> tuple[Cell, ...]:
        """The cells of a standard, youngest first, all ages last."""
        return tuple(self.cells[standard, column] for column in self.columns)

    def column(self, column: str) -> tuple[Cell, ...]:
        """The cells of an age group, in the order of the standards."""
        return tuple(self.cells[standard, column] for standard in self.standards)

    def row_total(self, standard: str) -> Cell:
        """Everything in a row, each record once, those without age included."""
        return _merged(standard, "", (*self.row(standard), self.without_age[standard]))

    def column_total(self, column: str) -> Cell:
        """Everything in a column, each record once."""
        return _merged("", column, self.column(column))

    @property
    def total(self) -> Cell:
        """Everything in the grid, each record once."""
        return _merged("", "", (*self.cells.values(), *self.without_age.values()))

    def in_state(self, state: CellState) -> tuple[Cell, ...]:
        """The cells in a state, row by row."""
        return tuple(cell for standard in self.standards for cell in self.row(standard) if cell.state == state)

    @property
    def practice_without_gap(self) -> tuple[Cell, ...]:
        """Cells with practice where no gap was reported."""
        return self.in_state("praxis")

    @property
    def gap_without_practice(self) -> tuple[Cell, ...]:
        """Cells with gaps and no practice: what is missing most."""
        return self.in_state("luecke")

    @property
    def empty(self) -> tuple[Cell, ...]:
        """Cells where nothing has been recorded yet."""
        return self.in_state("leer")


def grid(library: Library, cases: Iterable[Case] | None = None, gaps: Iterable[Gap] | None = None) -> Grid:
    """The grid of the given cases and gaps; by default all cases, and all gaps that were not withdrawn."""
    vocabulary = library.vocabulary
    cases = library.cases.values() if cases is None else cases
    gaps = (gap for gap in library.gaps.values() if gap.status != "zurueckgezogen") if gaps is None else gaps
    held: dict[tuple[str, str], tuple[dict[str, Case], dict[str, Gap]]] = {}
    for case in cases:
        for key in _places(library, case.standards, case.ages):
            held.setdefault(key, ({}, {}))[0][case.id] = case
    for gap in gaps:
        for key in _places(library, gap.standards, gap.ages):
            held.setdefault(key, ({}, {}))[1][gap.id] = gap
    columns = (*vocabulary.age_groups, ALL_AGES)

    def cell(standard: str, column: str) -> Cell:
        found, wanted = held.get((standard, column), ({}, {}))
        return Cell(standard, column, _by_id(found), _by_id(wanted))

    return Grid(
        standards=tuple(vocabulary.standards),
        columns=columns,
        cells={(standard, column): cell(standard, column) for standard in vocabulary.standards for column in columns},
        without_age={standard: cell(standard, NOT_REPORTED) for standard in vocabulary.standards},
    )


def _places(library: Library, standards: Iterable[str], ages: AgeSpan | str) -> Iterator[tuple[str, str]]:
    columns = [ages] if isinstance(ages, str) else age_groups_of(library, ages) or [NOT_REPORTED]
    for standard in standards:
        for column in columns:
            yield standard, column


def _merged(standard: str, column: str, cells: Iterable[Cell]) -> Cell:
    cases: dict[str, Case] = {}
    gaps: dict[str, Gap] = {}
    for cell in cells:
        cases.update((case.id, case) for case in cell.cases)
        gaps.update((gap.id, gap) for gap in cell.gaps)
    return Cell(standard, column, _by_id(cases), _by_id(gaps))


def _by_id(records: Mapping[str, R]) -> tuple[R, ...]:
    return tuple(records[key] for key in sorted(records))
