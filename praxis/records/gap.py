"""Lücke: a need that a municipality named, or that follows from a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from praxis.records.base import FieldPath, Record, Reference, name_all
from praxis.records.choices import GapStatus, Level, OfferState, Origin
from praxis.records.dates import Date, Day
from praxis.records.values import Ages, Context, Effort, Identifier, Model, Text, short_form


class Attempt(Model):
    """What was tried already."""

    what: Text = Field(alias="was", description="Was versucht wurde.")
    result: Text | None = Field(None, alias="ergebnis", description="Was dabei herauskam.")


class Offer(Model):
    """A municipality that offered advice (a match)."""

    municipality: Identifier = Field(alias="kommune", description="Kommune, die Rat anbietet.")
    date: Date | None = Field(None, alias="datum", description="Wann sie sich gemeldet hat.")
    case: Identifier | None = Field(None, alias="praxis", description="Fall, um den es geht.")
    state: OfferState = Field("angeboten", alias="stand", description="Wie weit das Gespräch ist.")
    due: Day | None = Field(None, alias="faellig", description="Bis wann der nächste Schritt verabredet ist.")


class Answer(Model):
    """A practice that an editor confirmed as an answer."""

    case: Identifier = Field(alias="praxis", description="Kennung des Falls.")
    why: Text | None = Field(None, alias="warum", description="Warum er passt.")


class Gap(Record):
    """A gap in a prevention chain, sorted by standard and age."""

    kind: ClassVar[str] = "luecke"
    folder: ClassVar[str] = "luecken"
    label: ClassVar[str] = "Lücke"

    origin: Origin = Field(
        "gemeldet",
        alias="art",
        description="Von einer Kommune gemeldet, oder von der Redaktion aus einem Text gefolgert.",
    )
    question: Text = Field(alias="frage", description="Die Frage, in den Worten der Kommune.")
    municipality: Identifier | None = Field(
        None, alias="kommune", description="Kennung der Kommune; fehlt, wenn ungenannt."
    )
    presented_by: Identifier | None = Field(
        None, alias="vorgestellt_von", description="Partnerkommune, die die Lücke beim Treffen vorgestellt hat."
    )
    levels: list[Level] = Field(
        [], alias="handlungsebenen", description="Ebenen der Präventionskette, auf denen gehandelt werden soll."
    )
    context: Context = Field(
        {}, alias="kontext", description="Bedingung: Wert; nur wo keine Kommune genannt ist oder es abweicht."
    )
    standards: list[Identifier] = Field(min_length=1, description="Standards, die nicht erfüllt sind.")
    ages: Ages = Field(alias="alter", description="{von, bis} in Jahren, „altersuebergreifend“ oder „nicht-berichtet“.")
    topics: list[Identifier] = Field(alias="themen", min_length=1, description="Themen aus dem Vokabular.")
    decisive: list[Identifier] = Field(
        [], alias="entscheidend", description="Bedingungen, die über eine Übertragung entscheiden."
    )
    limits: Effort | None = Field(
        None, alias="grenzen", description="Was höchstens aufgebracht werden kann, in Spannen."
    )
    tried: list[Annotated[Attempt, short_form("was")]] = Field(
        [], alias="versucht", description="Was schon versucht wurde; ein Text je Versuch genügt."
    )
    meeting: Identifier | None = Field(None, alias="treffen", description="Treffen, bei dem sie vorgestellt wurde.")
    reported: Date = Field(alias="gemeldet", description="Wann sie gemeldet wurde.")
    status: GapStatus = Field(description="Wie es um die Lücke steht.")
    offers: list[Offer] = Field(
        [], alias="meldungen", description="Kommunen, die Rat angeboten haben; trägt die Redaktion ein."
    )
    answers: list[Annotated[Answer, short_form("praxis")]] = Field(
        [], alias="antworten", description="Von der Redaktion bestätigte Praxis."
    )

    def references(self) -> Iterator[Reference]:
        """See :meth:`Record.references`."""
        if self.municipality:
            yield Reference(("kommune",), "kommune", self.municipality)
        if self.presented_by:
            yield Reference(("vorgestellt_von",), "kommune", self.presented_by)
        if self.meeting:
            yield Reference(("treffen",), "treffen", self.meeting)
        yield from name_all("standards", "standard", self.standards)
        yield from name_all("themen", "thema", self.topics)
        yield from name_all("entscheidend", "bedingung", self.decisive)
        for index, offer in enumerate(self.offers):
            yield Reference(("meldungen", index, "kommune"), "kommune", offer.municipality)
            if offer.case:
                yield Reference(("meldungen", index, "praxis"), "praxis", offer.case)
        for index, answer in enumerate(self.answers):
            yield Reference(("antworten", index, "praxis"), "praxis", answer.case)

    def contexts(self) -> Iterator[tuple[FieldPath, Context]]:
        """See :meth:`Record.contexts`."""
        yield ("kontext",), self.context
