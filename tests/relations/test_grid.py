"""The grid: standards × age groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.library import Library
from praxis.relations.grid import grid
from tests.builders import load_site


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return load_site(
        tmp_path,
        cases=[
            {"id": "a", "alter": {"von": 2, "bis": 6}},
            {"id": "b", "alter": "altersuebergreifend", "standards": ["steuerung"]},
            {"id": "c", "alter": "nicht-berichtet"},
        ],
        gaps=[
            {"id": "g", "alter": {"von": 3, "bis": 6}},
            {"id": "h", "alter": {"von": 12, "bis": 14}, "standards": ["wirkung"]},
            {"id": "weg", "standards": ["wirkung"], "status": "zurueckgezogen"},
        ],
    )


def test_cells_tell_practice_gap_both_and_nothing_apart(library: Library) -> None:
    cells = grid(library)
    assert cells.cell("zugaenge", "geburt-3").state == "praxis"
    assert cells.cell("zugaenge", "3-6").state == "beides"
    assert cells.cell("wirkung", "10-16").state == "luecke"
    assert cells.cell("wirkung", "6-10").state == "leer"


def test_structures_of_all_ages_have_a_column_of_their_own_at_the_end(library: Library) -> None:
    cells = grid(library)
    assert cells.columns[-1] == "altersuebergreifend"
    assert [cell.column for cell in cells.row("steuerung") if cell.cases] == ["altersuebergreifend"]


def test_what_names_no_age_is_counted_apart_and_not_lost(library: Library) -> None:
    cells = grid(library)
    assert [case.id for case in cells.without_age["zugaenge"].cases] == ["c"]
    assert [case.id for case in cells.row_total("zugaenge").cases] == ["a", "c"]
    assert [case.id for case in cells.total.cases] == ["a", "b", "c"]


def test_totals_count_each_record_once(library: Library) -> None:
    cells = grid(library)
    assert [case.id for case in cells.row_total("zugaenge").cases] == ["a", "c"]
    assert [gap.id for gap in cells.column_total("3-6").gaps] == ["g"]


def test_cells_by_state(library: Library) -> None:
    cells = grid(library)
    assert [(cell.standard, cell.column) for cell in cells.gap_without_practice] == [("wirkung", "10-16")]
    assert [(cell.standard, cell.column) for cell in cells.practice_without_gap] == [
        ("zugaenge", "geburt-3"),
        ("steuerung", "altersuebergreifend"),
    ]
    assert len(cells.empty) == 4 * 6 - 4


def test_withdrawn_gaps_are_no_gaps(library: Library) -> None:
    assert [gap.id for gap in grid(library).total.gaps] == ["g", "h"]


def test_a_grid_of_chosen_records(library: Library) -> None:
    cells = grid(library, cases=[library.cases["b"]], gaps=[])
    assert [case.id for case in cells.total.cases] == ["b"]
    assert cells.total.gaps == ()
