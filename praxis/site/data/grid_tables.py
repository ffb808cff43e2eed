"""The grid as CSV: what is recorded, and a blank one whose filled-in form ``praxis import-raster`` reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from praxis.grid_form import HEADER, blank_rows
from praxis.relations.grid import grid
from praxis.site.data.text import csv_cell
from praxis.site.grid_view import grid_columns
from praxis.site.model import SiteModel

TABLE = "daten/raster.csv"
BLANK = "daten/raster-vordruck.csv"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """Both tables with their paths."""
    yield TABLE, _table(_counted(model), ",")
    # German spreadsheets open a file with semicolons by a double click, and this one is meant for them.
    yield BLANK, _table(blank_rows(model.library.vocabulary), ";")


def _counted(model: SiteModel) -> Iterator[list[str]]:
    table, vocabulary = grid(model.library), model.library.vocabulary
    columns = grid_columns(table, vocabulary)
    yield [HEADER, "Kennung", *(f"{column['title']}: {what}" for column in columns for what in ("Praxis", "Lücken"))]
    for key in table.standards:
        counts = [str(number) for cell in table.row(key) for number in (len(cell.cases), len(cell.gaps))]
        yield [vocabulary.standards[key].title, key, *counts]


def _table(rows: Iterable[list[str]], delimiter: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(
        [csv_cell(cell) for cell in row] for row in rows
    )
    return _BYTE_ORDER_MARK + out.getvalue().encode()
