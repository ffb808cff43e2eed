"""Data of single records for the browser, some records a file: a page needs a handful out of thousands.

A file for each record would make thousands of tiny files, one file for all would be too large. Which file holds a record
follows from its id alone, so that nothing has to be looked up; ``web/src/shared/shelves.ts`` counts in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from praxis.scripts import data_script

SHELVES: Final = 1024
"""Of ten thousand cases ten stand on a shelf, some 40 kB; of fifty nearly each has its own."""
SOURCE_SHELVES: Final = 128
"""Of the records' files, which only the form asks for; fewer files make a quicker build."""
_FACTOR, _PRIME = 48271, 2**31 - 1
"""Multiplier and modulus of the „minimal standard“ of Park and Miller: similar ids are scattered, and each product is
a number that JavaScript has exactly."""


def shelf_of(record_id: str, shelves: int = SHELVES) -> int:
    """The number of the shelf on which a record stands, from 0 to ``shelves`` − 1."""
    number = 0
    for letter in record_id:
        number = (number * _FACTOR + ord(letter)) % _PRIME
    return number % shelves


def shelf_files(folder: str, entries: Iterable[tuple[str, Any]], shelves: int = SHELVES) -> Iterator[tuple[str, bytes]]:
    """The files ``daten/<folder>/<number>.js``, each a map from ids to what is told of them; empty shelves have none."""
    filled: dict[int, dict[str, Any]] = {}
    for record_id, content in entries:
        filled.setdefault(shelf_of(record_id, shelves), {})[record_id] = content
    for number, held in sorted(filled.items()):
        name = f"{folder}/{number}"
        yield f"daten/{name}.js", data_script(name, held)
