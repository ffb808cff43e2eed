"""Texts inside of data: what people wrote to be read, without ids, addresses and fixed values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

from praxis.records import Record

_APART: Final = frozenset(("title", "short", "question", "sources", "former"))
"""Fields that the search holds elsewhere, or that tell where something was read instead of what it is."""


def record_texts(record: Record) -> Iterator[str]:
    """Yield the texts of a record's front matter, in the order of the fields."""
    for name in type(record).model_fields:
        if name not in _APART:
            yield from readable_texts(getattr(record, name))


def readable_texts(value: Any) -> Iterator[str]:
    """Yield every text of several words in plain data or a model; ids, fixed values and addresses are single words."""
    if isinstance(value, str):
        if " " in value.strip():
            yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from readable_texts(getattr(value, name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from readable_texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from readable_texts(item)
