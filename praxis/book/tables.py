"""Tables: column widths from what stands in them, tables too wide for a page in several parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import sqrt

from praxis.book.html_tree import Element
from praxis.book.literals import Code, call, joined

_MOST_COLUMNS = 7
"""Columns that a portrait page holds with readable words."""
_WORD_LIMIT = 24
_BOLD = 1.2
"""How much more room the words of a first column take, which are often bold."""
_ALIGNMENTS = {"left": Code("left"), "right": Code("right"), "center": Code("center")}
Row = list[Element]


def table(element: Element, write: Callable[[Element], Code]) -> Code:
    """A table with its header row; wide ones in parts, each with the first column."""
    rows = [[cell for cell in row.children if isinstance(cell, Element)] for row in element.elements("tr")]
    rows = [row for row in rows if row]
    width = max(map(len, rows), default=0)
    if not width:
        return Code("none")
    parts = list(_parts(width))
    return joined(
        call(
            "data-table",
            [_weight(rows, column) for column in columns],
            [_aligned(rows[0], column) for column in columns],
            _cells(rows[0], columns, write),
            [_cells(row, columns, write) for row in rows[1:]],
            keyed=names_rows([row[0].text for row in rows[1:]]),
            note=f"Spalten {columns[1] + 1} bis {columns[-1] + 1} von {width}" if len(parts) > 1 else None,
        )
        for columns in parts
    )


def names_rows(texts: list[str]) -> bool:
    """True if a first column names its rows: every cell says something, and no two say the same."""
    return all(texts) and len(set(texts)) == len(texts)


def _parts(width: int) -> Iterator[list[int]]:
    if width <= _MOST_COLUMNS:
        yield list(range(width))
        return
    for start in range(1, width, _MOST_COLUMNS - 1):
        yield [0, *range(start, min(start + _MOST_COLUMNS - 1, width))]


def _cells(row: Row, columns: list[int], write: Callable[[Element], Code]) -> list[Code]:
    return [write(row[column]) if column < len(row) else Code("none") for column in columns]


def _aligned(row: Row, column: int) -> Code:
    name = row[column].attributes.get("align", "") if column < len(row) else ""
    return _ALIGNMENTS.get(name, Code("left"))


def _weight(rows: list[Row], column: int) -> float:
    """A column's share of the width: at least its longest word, more the more it says."""
    texts = [row[column].text for row in rows if column < len(row)]
    word = max((len(word) for text in texts for word in text.split()), default=1)
    room = _BOLD if column == 0 else 1.0
    return round(max(min(word, _WORD_LIMIT) * 1.35 * room, 4 * sqrt(max(map(len, texts), default=1)), 4.0), 1)
