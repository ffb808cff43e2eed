"""The grid (Raster für Transferbedarfe): what is there and what is missing, and a blank one to print and fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from praxis.records import Case, Gap
from praxis.relations.facets import cases_by_programme, gaps_by_programme, municipality_titles
from praxis.relations.grid import Cell, grid
from praxis.relations.register_words import alphabetical
from praxis.site.data.grid_tables import BLANK, TABLE
from praxis.site.finder import finder
from praxis.site.grid_view import cell_id, grid_columns, grid_rows
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.parts import known, reference
from praxis.site.rows import trail

Piece = dict[str, Any]
LISTED = 12
"""Records of one cell that are listed by name; the finder lists the others."""


def pages(model: SiteModel) -> Iterator[Page]:
    """``raster/index`` and ``raster/vordruck``."""
    yield _grid(model)
    yield _blank(model)


def _grid(model: SiteModel) -> Page:
    table, vocabulary = grid(model.library), model.library.vocabulary
    columns = grid_columns(table, vocabulary)
    lead = "Standards und Altersgruppen: wo Praxis und Lücken erfasst sind. Ein leeres Feld beschreibt diese Sammlung, nicht das Land."
    return Page(
        path="raster/index.md",
        template="raster.html",
        title="Raster",
        description=lead,
        data={
            "trail": trail(),
            "lead": lead,
            "columns": columns,
            "rows": grid_rows(table, vocabulary),
            "lists": [_column_list(model, column, table.column(column["id"])) for column in columns],
            "choices": _choices(model),
            "finders": [_finder(model, kind) for kind in (Case.kind, Gap.kind)],
            "csv": TABLE,
        },
    )


def _finder(model: SiteModel, kind: str) -> Piece:
    made = finder(model, kind)
    return {"kind": kind, "name": made.name, "address": made.address}


def _column_list(model: SiteModel, column: Piece, cells: Iterable[Cell]) -> Piece:
    """A column as lists, for narrow screens and for who wants the names; what is empty is named."""
    standards = model.library.vocabulary.standards
    filled = [cell for cell in cells if cell.state != "leer"]
    empty = [standards[cell.standard].title for cell in cells if cell.state == "leer"]
    return {**column, "cells": [_listed(model, cell) for cell in filled], "empty": ", ".join(empty)}


def _listed(model: SiteModel, cell: Cell) -> Piece:
    """A cell as a list: its practice and its gaps by name, and the way to the others where there are many."""
    others = f"standard={cell.standard}&alter={cell.column}"
    return known(
        id=cell_id(cell),
        title=model.library.vocabulary.standards[cell.standard].title,
        cases=[{**reference(case), "place": model.place(case.municipality)} for case in cell.cases[:LISTED]],
        gaps=[{"title": gap.question, "url": gap.address} for gap in cell.gaps[:LISTED]],
        more_cases={"count": len(cell.cases), "query": others} if len(cell.cases) > LISTED else {},
        more_gaps={"count": len(cell.gaps), "query": others} if len(cell.gaps) > LISTED else {},
    )


def _choices(model: SiteModel) -> list[Piece]:
    """Municipalities and programmes for which there is a practice or a gap; names of the finder's filters."""
    library = model.library
    titles = municipality_titles(library)
    named = {case.municipality for case in library.cases.values()}
    named |= {gap.municipality for gap in library.gaps.values() if gap.municipality}
    places = sorted(((key, titles[key]) for key in named if key in titles), key=lambda pair: alphabetical(pair[1]))
    lists = (cases_by_programme(library), gaps_by_programme(library))
    programmes = sorted({name for found in lists for name, held in found.items() if held and name != "nicht-berichtet"})
    return [
        {"facet": "kommune", "title": "Kommune", "values": [{"id": key, "title": title} for key, title in places]},
        {"facet": "programm", "title": "Programm", "values": [{"id": name, "title": name} for name in programmes]},
    ]


def _blank(model: SiteModel) -> Page:
    table, vocabulary = grid(model.library), model.library.vocabulary
    lead = "Ein leeres Raster zum Ausfüllen: Was hakt bei Ihnen, bei welchem Standard und in welchem Alter?"
    return Page(
        path="raster/vordruck.md",
        template="vordruck.html",
        title="Raster zum Ausfüllen",
        description=lead,
        data={
            "trail": trail(("Raster", "raster/index.html")),
            "lead": lead,
            "columns": grid_columns(table, vocabulary),
            "standards": [standard.title for standard in vocabulary.standards.values()],
            "csv": BLANK,
        },
    )
