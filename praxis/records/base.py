"""What all records have in common."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Self

from pydantic import Field, PrivateAttr

from praxis.records.dates import Date, Day, PartialDate
from praxis.records.values import Context, Identifier, Line, Model, Source

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A field of a record that names something else by its id.

    ``kind`` is a record kind (``praxis``, ``kommune`` …) or a vocabulary (``standard``, ``thema``, ``uebergang``,
    ``bedingung``).
    """

    field: FieldPath
    kind: str
    id: str


class Record(Model):
    """A record: the front matter of one file, its id (the file's stem) and its body."""

    kind: ClassVar[str]
    """Name of the record type in German singular, as in ``praxis search --kind``."""
    folder: ClassVar[str]
    """Folder below ``docs/`` that holds the records, also their section of the site."""
    label: ClassVar[str]
    """German name of the record type for readers."""
    needs_body: ClassVar[bool] = True

    title: Line = Field(alias="titel", description="Name, unter dem der Eintrag überall erscheint.")
    sources: list[Source] = Field([], alias="quellen", description="Belege, nummeriert in dieser Reihenfolge.")
    as_of: Date | None = Field(
        None, alias="stand", description="Von wann die Angaben sind: Jahr-Monat-Tag, Jahr-Monat oder Jahr."
    )
    review: Day | None = Field(None, alias="pruefung", description="Wann der Eintrag das nächste Mal geprüft wird.")
    former: list[Identifier] = Field([], alias="frueher", description="Frühere Kennungen; alte Adressen leiten weiter.")

    _id: str = PrivateAttr("")
    _path: str = PrivateAttr("")
    _body: str = PrivateAttr("")

    # Cached, for these are asked for hundreds of thousands of times, and private attributes of models are slow to read.
    @cached_property
    def id(self) -> str:
        """Permanent id: the file's stem."""
        return self._id

    @cached_property
    def path(self) -> str:
        """The file, relative to the root, with forward slashes."""
        return self._path

    @cached_property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self._body

    @cached_property
    def address(self) -> str:
        """Address of the record's page, relative to the site."""
        return f"{self.folder}/{self.id}.html"

    def placed(self, record_id: str, path: str, body: str) -> Self:
        """The record, told where it comes from; called once by the loader."""
        self._id, self._path, self._body = record_id, path, body
        return self

    def references(self) -> Iterator[Reference]:
        """Everything in the front matter that names something else by its id."""
        yield from ()

    def contexts(self) -> Iterator[tuple[FieldPath, Context]]:
        """Context values of the record, with the field that holds them."""
        yield from ()

    def is_review_due(self, today: dt.date) -> bool:
        """True if the review date has passed."""
        return self.review is not None and self.review < today

    @property
    def as_of_latest(self) -> dt.date | None:
        """The last day that ``stand`` may mean."""
        return self.as_of.latest if isinstance(self.as_of, PartialDate) else None


def name_all(field: str, kind: str, ids: list[str]) -> Iterator[Reference]:
    """References of a list field."""
    for index, record_id in enumerate(ids):
        yield Reference((field, index), kind, record_id)
