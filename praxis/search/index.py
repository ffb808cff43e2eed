"""The index as data: dictionary, postings, lengths, norms, texts. What is stored, and nothing derived from it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from praxis.search.compounds import Span
from praxis.search.model import Field, Settings


@dataclass(frozen=True, slots=True)
class Entry:
    """What a hit shows of a document."""

    id: str
    kind: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Postings:
    """Where the forms occur in one field: form ``f`` in ``documents[starts[f]:starts[f + 1]]``, as often as ``counts``."""

    starts: array[int]
    documents: array[int]
    counts: array[int]

    def of(self, form: int) -> Iterator[tuple[int, int]]:
        """Return the documents that have a form, each with how often it has it."""
        start, end = self.starts[form], self.starts[form + 1]
        return zip(self.documents[start:end], self.counts[start:end], strict=True)


@dataclass(frozen=True, slots=True)
class Index:
    """A complete index; plain data, made by :func:`praxis.search.building.build_index`.

    ``forms`` are sorted by code point; ``cuts[f]`` letters taken off form ``f`` give its stem; ``surfaces[f]`` is the
    form as readers wrote it most often; ``parts`` holds the parts of compounds, by one form for each stem. ``lengths`` has
    the number of words for each field and document, ``norms`` the 4-gram norm of each document. ``synonyms`` are groups of
    equivalent wordings, the preferred one first, each a tuple of folded forms.
    """

    settings: Settings
    fields: tuple[Field, ...]
    entries: tuple[Entry, ...]
    forms: tuple[str, ...]
    cuts: array[int]
    surfaces: tuple[str, ...]
    parts: dict[int, tuple[Span, ...]]
    postings: tuple[Postings, ...]
    lengths: tuple[array[int], ...]
    norms: array[int]
    synonyms: tuple[tuple[tuple[str, ...], ...], ...]
    texts: tuple[str, ...]

    def field_named(self, name: str) -> Field | None:
        """Return the field of this name, or None where no document has it."""
        return next((item for item in self.fields if item.name == name), None)


def frequencies(index_forms: Sequence[str], postings: Sequence[Postings]) -> array[int]:
    """Return how often each form occurs in all fields together."""
    totals = array("q", bytes(8 * len(index_forms)))
    for column in postings:
        for form in range(len(index_forms)):
            start, end = column.starts[form], column.starts[form + 1]
            if end > start:
                totals[form] += sum(column.counts[start:end])
    return totals
