"""A facet of a finder: its name in the address, its title, and which record has which of its values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from praxis.labels import label
from praxis.records import Record
from praxis.records.values import NOT_REPORTED
from praxis.relations.register_words import alphabetical
from praxis.site.parts import first_upper
from praxis.suggestions import as_id

Lists = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Value:
    """A choice: its id in the address, its words, and how deep it stands in a tree (0: on top)."""

    id: str
    title: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: ``id`` is its name in the address, ``lists`` the records of each value, in the values' order.

    Facets without a ``group`` stand by themselves; ``is_open`` are shown unfolded.
    """

    id: str
    title: str
    values: Sequence[Value]
    lists: Sequence[Sequence[Record]] = field(repr=False)
    group: str = ""
    is_open: bool = False

    def indexes(self) -> dict[str, list[int]]:
        """Record -> the indexes of its values, in order."""
        found: dict[str, list[int]] = {}
        for index, records in enumerate(self.lists):
            for record in records:
                found.setdefault(record.id, []).append(index)
        return found


def facet(
    key: str,
    title: str,
    lists: Lists,
    words: Callable[[str], str],
    *,
    group: str = "",
    is_open: bool = False,
    unreported: str = "nicht berichtet",
    depths: Mapping[str, int] | None = None,
) -> Facet:
    """A facet of lists by term; ``words`` gives a term's title, ``unreported`` the words of the choice for unknown."""
    depths = depths or {}
    values = [
        Value(
            as_id(term) or term if term not in depths else term,
            unreported if term == NOT_REPORTED else words(term),
            depths.get(term, 0),
        )
        for term in lists
    ]
    return Facet(key, title, values, list(lists.values()), group, is_open)


def of_terms(terms: Mapping[str, Any]) -> Callable[[str], str]:
    """Titles of a vocabulary's terms; what is in no vocabulary keeps its own word."""
    return lambda term: terms[term].title if term in terms else first_upper(term)


def of_labels(key: str) -> Callable[[str], str]:
    """Labels of a field's fixed values."""
    return lambda term: label(key, term)


def by_title(lists: Lists, words: Callable[[str], str]) -> dict[str, Sequence[Record]]:
    """The same lists in the order of their titles, what is unknown last."""
    order: Iterable[str] = sorted(lists, key=lambda term: (term == NOT_REPORTED, alphabetical(words(term)), term))
    return {term: lists[term] for term in order}
