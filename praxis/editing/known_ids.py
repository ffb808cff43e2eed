"""Which ids there are and were, by what they name; and the id that a word meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from praxis.library import Library
from praxis.records import RECORD_TYPES
from praxis.suggestions import as_id


@dataclass(frozen=True, slots=True)
class KnownIds:
    """Ids by kind (``praxis``, ``thema`` …), and former ids with the one that stands for them now."""

    ids: Mapping[str, frozenset[str]]
    former: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, library: Library) -> KnownIds:
        """The ids of a library; files that cannot be read count by their name."""
        records = {kind.kind: {file.id for file in library.files.records if file.type is kind} for kind in RECORD_TYPES}
        terms = {kind: set(library.vocabulary.terms(kind)) for kind in ("standard", "uebergang", "thema", "bedingung")}
        former = {(record.kind, old): record.id for record in library.records() for old in record.former}
        return cls({kind: frozenset(ids) for kind, ids in (records | terms).items()}, former)

    def meant(self, kind: str, word: str) -> str | None:
        """The id that a word certainly means: written otherwise, or a former one; None where it is right or unclear."""
        known = self.ids.get(kind, frozenset())
        if word in known:
            return None
        plain = as_id(word)
        return self.former.get((kind, word)) or _only(plain, known) or self.former.get((kind, plain))

    def meant_of(self, options: Iterable[str], word: str) -> str | None:
        """The fixed value that a word certainly means."""
        known = frozenset(options)
        return None if word in known else _only(as_id(word), {*known})


def _only(word: str, known: Iterable[str]) -> str | None:
    return word if word in known else None
