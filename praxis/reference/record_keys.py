"""What a program that writes record files must know of them: folders, order and kind of keys.

The browser's writer (``web/src/shared/record_file.ts``) has it as ``record_keys.json``, committed and held equal by a
test; ``python tests/vectors/make_record_files.py`` writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.records import RECORD_TYPES, Record
from praxis.reference.catalogue import reference
from praxis.reference.fields import FieldDoc


def record_keys() -> dict[str, Any]:
    """By record kind: its folder, its keys by the path of the group that holds them.

    Besides: all keys that hold dates, and all keys whose groups have ids as keys.
    """
    return {
        "kinds": {record_type.kind: _keys(record_type) for record_type in RECORD_TYPES},
        "dates": sorted({field.name for field in _all_fields() if field.words.startswith("Datum: ")}),
        "by_id": sorted({field.name for field in _all_fields() if field.words.startswith("je Zeile ")}),
    }


def _keys(record_type: type[Record]) -> dict[str, Any]:
    entry = reference(record_type)
    groups = {".".join(field.path): field for top in entry.fields for field in top.walk() if field.inner}
    inner = {path: [below.name for below in group.inner] for path, group in groups.items()}
    return {"folder": record_type.folder, "order": {"": list(entry.order), **dict(sorted(inner.items()))}}


def _all_fields() -> Iterator[FieldDoc]:
    for record_type in RECORD_TYPES:
        for top in reference(record_type).fields:
            yield from top.walk()
