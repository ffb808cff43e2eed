"""The reference of one record type: its fields in the order in which an author fills them, with examples."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from praxis.records import Record
from praxis.reference.examples import Example, Snippet, examples
from praxis.reference.fields import FieldDoc, describe, named_kinds


@dataclass(frozen=True, slots=True)
class Reference:
    """Fields (mandatory ones first, then as the main example has them) and examples (the main one first)."""

    type: type[Record]
    fields: tuple[FieldDoc, ...]
    examples: tuple[Example, ...]
    order: tuple[str, ...]
    """Every key in the order in which a file has them: as the examples do."""

    def snippets(self, key: str) -> list[Snippet]:
        """The examples of one top-level field, each form once."""
        found = [example.snippets[key] for example in self.examples if key in example.snippets]
        return list({snippet.form: snippet for snippet in reversed(found)}.values())[::-1]


@cache
def reference(record_type: type[Record]) -> Reference:
    """The reference of a record type."""
    worked = examples(record_type)
    named = {path: kind for example in worked for path, kind in named_kinds(example.record).items()}
    order = _order(worked)
    fields = describe(record_type, named)
    return Reference(
        record_type,
        tuple(sorted(fields, key=lambda field: (not field.required, order.index(field.name)))),
        worked,
        order,
    )


def _order(worked: tuple[Example, ...]) -> tuple[str, ...]:
    """The keys of the main example; what only others use stands behind the key that it follows there."""
    order: list[str] = []
    for example in worked:
        place = 0
        for key in example.snippets:
            if key not in order:
                order.insert(place, key)
            place = order.index(key) + 1
    return tuple(order)
