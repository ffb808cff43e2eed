"""Municipalities, handbook chapters, materials and meetings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from praxis.records.base import FieldPath, Record, Reference, name_all
from praxis.records.case import Short
from praxis.records.choices import MaterialKind, MeetingKind, PlaceKind, Station
from praxis.records.dates import Date, Day, Year
from praxis.records.values import Context, Identifier, Line, Model, Url, short_form


class Programme(Model):
    """A programme in which a municipality or office takes part."""

    name: Line = Field(description="Name des Programms.")
    start: Year | None = Field(None, alias="von", description="Jahr des Beginns.")
    end: Year | None = Field(None, alias="bis", description="Jahr des Endes.")
    role: Line | None = Field(None, alias="rolle", description="Rolle darin, etwa: Modellkommune.")


class Municipality(Record):
    """A town, district or state, or a state office that acts in the network."""

    kind: ClassVar[str] = "kommune"
    folder: ClassVar[str] = "kommunen"
    label: ClassVar[str] = "Kommune"
    needs_body: ClassVar[bool] = False

    type: PlaceKind = Field(alias="art", description="Was es ist.")
    state: Line | None = Field(None, alias="land", description="Bundesland.")
    programmes: list[Annotated[Programme, short_form("name")]] = Field(
        [], alias="programm", description="Förder- und Modellprogramme, an denen sie teilnahm; ein Name allein genügt."
    )
    context: Context = Field(
        {},
        alias="kontext",
        description="Bedingungen vor Ort, die für alle Fälle gelten, die selbst nichts anderes sagen. Je Zeile „bedingung: wert“ oder {wert, hinweis, stand}.",
    )

    def contexts(self) -> Iterator[tuple[FieldPath, Context]]:
        """See :meth:`Record.contexts`."""
        yield ("kontext",), self.context


class Chapter(Record):
    """A chapter of the quality handbook; the number in the file name orders the chapters."""

    kind: ClassVar[str] = "kapitel"
    folder: ClassVar[str] = "handbuch"
    label: ClassVar[str] = "Handbuchkapitel"

    short: Short = Field(alias="kurz", description="Worum es geht, in einem Satz (höchstens 200 Zeichen).")
    standards: list[Identifier] = Field([], description="Standards, um die es geht.")
    station: Station | None = Field(None, description="Station des Qualitätskreislaufs.")

    def references(self) -> Iterator[Reference]:
        """See :meth:`Record.references`."""
        yield from name_all("standards", "standard", self.standards)


class Material(Record):
    """A guide, tool, template or study."""

    kind: ClassVar[str] = "material"
    folder: ClassVar[str] = "materialien"
    label: ClassVar[str] = "Material"
    needs_body: ClassVar[bool] = False

    type: MaterialKind = Field(alias="art", description="Art des Materials.")
    standards: list[Identifier] = Field([], description="Standards, zu denen es hilft.")
    topics: list[Identifier] = Field([], alias="themen", description="Themen aus dem Vokabular.")
    publisher: Line | None = Field(None, alias="herausgeber", description="Wer es herausgegeben hat.")
    year: Year | None = Field(None, alias="jahr", description="Jahr der Veröffentlichung.")
    url: Url | None = Field(None, description="Adresse des Materials.")

    def references(self) -> Iterator[Reference]:
        """See :meth:`Record.references`."""
        yield from name_all("standards", "standard", self.standards)
        yield from name_all("themen", "thema", self.topics)


class Contribution(Model):
    """A talk or workshop of a meeting."""

    title: Line = Field(alias="titel", description="Worum es ging.")
    by: Line | None = Field(None, alias="von", description="Welche Stelle ihn gehalten hat; keine Person.")


class Meeting(Record):
    """A meeting of the learning network."""

    kind: ClassVar[str] = "treffen"
    folder: ClassVar[str] = "lernnetzwerk"
    label: ClassVar[str] = "Treffen"
    needs_body: ClassVar[bool] = False

    type: MeetingKind = Field(alias="art", description="Art des Treffens.")
    start: Date = Field(alias="beginn", description="Erster Tag.")
    end: Day | None = Field(None, alias="ende", description="Letzter Tag, wenn es mehrere sind.")
    place: Line | None = Field(None, alias="ort", description="Wo es stattfand.")
    municipality: Identifier | None = Field(None, alias="kommune", description="Gastgebende Kommune.")
    topics: list[Identifier] = Field([], alias="themen", description="Themen aus dem Vokabular.")
    contributions: list[Annotated[Contribution, short_form("titel")]] = Field(
        [], alias="beitraege", description="Vorträge und Arbeitsgruppen; ein Titel allein genügt."
    )
    gaps: list[Identifier] = Field([], alias="luecken", description="Lücken, die vorgestellt wurden.")

    def references(self) -> Iterator[Reference]:
        """See :meth:`Record.references`."""
        if self.municipality:
            yield Reference(("kommune",), "kommune", self.municipality)
        yield from name_all("themen", "thema", self.topics)
        yield from name_all("luecken", "luecke", self.gaps)
