"""Columns: one text a fact, with one sign a record, so that ten thousand records stay small.

A sign stands for a number: ``FIRST`` for 0, the next in Unicode for 1 and so on (up to 55,000). Where records have
several numbers, each record's signs end with ``END``. The browser's side is ``web/src/finder/columns.ts``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from praxis.records import Record
from praxis.records.values import AgeSpan
from praxis.site.finder.facet import Facet, Value
from praxis.site.parts import age_bar, known

Piece = dict[str, Any]
FIRST: Final = 0x3F
"""Code of the sign for 0: from here on JSON escapes nothing but the backslash."""
END: Final = ","
_LAST: Final = 0xD7FF
"""Code of the last sign before the surrogates."""


def signs(numbers: Iterable[int]) -> str:
    """One sign a number; raises ``ValueError`` for numbers that have none."""
    codes = [FIRST + number for number in numbers]
    if codes and not (min(codes) >= FIRST and max(codes) <= _LAST):
        raise ValueError("more values than there are signs")
    return "".join(map(chr, codes))


def single(numbers: Sequence[int]) -> Piece:
    """A column with exactly one number a record."""
    return {"rows": signs(numbers)}


def several(numbers: Iterable[Sequence[int]]) -> Piece:
    """A column with any count of numbers a record; with exactly one each it is written as :func:`single`."""
    lists = list(numbers)
    if all(len(each) == 1 for each in lists):
        return single([each[0] for each in lists])
    return {"rows": "".join(f"{signs(each)}{END}" for each in lists), "several": True}


def words(values: Sequence[Hashable]) -> Piece:
    """A column of values that records share: each value once, in the order in which they are met."""
    index: dict[Hashable, int] = {}
    numbers = [index.setdefault(value, len(index)) for value in values]
    return {"values": list(index), **single(numbers)}


def ranks(values: Sequence[Any]) -> Piece:
    """A column that only orders: 0 for the greatest value."""
    order = {value: rank for rank, value in enumerate(sorted(set(values), reverse=True))}
    return single([order[value] for value in values])


@dataclass(frozen=True, slots=True)
class _Span:
    """An age span as lists show it and as the browser compares it; no bounds where no span is known."""

    words: str
    x: float | None
    width: float | None
    bounds: tuple[float, float] | None


def spans(ages: Sequence[AgeSpan | str]) -> Piece:
    """The age spans of records, each different one once."""
    column = words([_span(each) for each in ages])
    column["values"] = [
        known(words=span.words, x=span.x, width=span.width, bounds=span.bounds) for span in column["values"]
    ]
    return column


def _span(ages: AgeSpan | str) -> _Span:
    bar = age_bar(ages)
    return _Span(bar["words"], bar.get("x"), bar.get("width"), None if isinstance(ages, str) else ages.bounds)


def facet_column(facet: Facet, records: Sequence[Record]) -> Piece:
    """A facet with its values and what each record has of them; every record has at least one."""
    indexes = facet.indexes()
    return {
        **known(id=facet.id, title=facet.title, group=facet.group, open=facet.is_open),
        "values": [_value(value) for value in facet.values],
        **several([indexes[record.id] for record in records]),
    }


def _value(value: Value) -> list[Any]:
    return [value.id, value.title, value.depth] if value.depth else [value.id, value.title]
