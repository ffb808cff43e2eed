"""The grid as pages show it: columns and rows of plain data, the same on the start page and on its own."""

from __future__ import annotations

from typing import Any

from praxis.grid_form import column_titles
from praxis.relations.grid import Cell, Grid
from praxis.vocabulary import Vocabulary

Piece = dict[str, Any]
_SHORT = {"geburt-3": "0–3"}


def grid_columns(table: Grid, vocabulary: Vocabulary) -> list[Piece]:
    """Age groups and the column for all ages, with a title and a short form for narrow tables."""
    groups, titles = vocabulary.age_groups, column_titles(vocabulary)
    return [
        {
            "id": key,
            "title": titles[key],
            "short": _SHORT.get(key, key.replace("-", "–")) if key in groups else "alle",
        }
        for key in table.columns
    ]


def grid_rows(table: Grid, vocabulary: Vocabulary) -> list[Piece]:
    """Standards with their cells."""
    return [
        {"id": key, "title": vocabulary.standards[key].title, "cells": [_cell(cell) for cell in table.row(key)]}
        for key in table.standards
    ]


def cell_id(cell: Cell) -> str:
    """Anchor of a cell's list on the page of the grid."""
    return f"{cell.column}-{cell.standard}"


def _cell(cell: Cell) -> Piece:
    return {"id": cell_id(cell), "state": cell.state, "cases": len(cell.cases), "gaps": len(cell.gaps)}
