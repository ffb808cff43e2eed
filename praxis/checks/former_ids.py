"""Former ids lead to their record: at the old address must stand nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from praxis.files import RESERVED, ContentFiles
from praxis.records import Record
from praxis.schema import Problem

_REMEDY = "Streichen Sie die Kennung hier; unter einer Adresse kann nur eines stehen."


def check_former_ids(records: Sequence[Record], files: ContentFiles) -> Iterator[tuple[Record, Problem]]:
    """Former ids that belong to an existing record, to a generated page, or to two records."""
    taken = {(file.type.kind, file.id): file.path for file in files.records}
    claimed: dict[tuple[str, str], str] = {}
    for record in records:
        for index, former in enumerate(record.former or []):
            key = (record.kind, former)
            if not former:
                continue  # wrong in form, which has a finding of its own
            if key in taken:
                message = f"Die frühere Kennung „{former}“ gehört zu {taken[key]}."
            elif former in RESERVED:
                message = f"Unter der früheren Kennung „{former}“ steht eine erzeugte Seite."
            elif key in claimed:
                message = f"Die frühere Kennung „{former}“ nennt schon {claimed[key]}."
            else:
                claimed[key] = record.path
                continue
            yield record, Problem(("frueher", index), "kennung-frueher", message, _REMEDY)
