"""Nachnutzung: what a municipality took over and changed (after FRAME, Wiltsey Stirman et al. 2019)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from praxis.records.base import Record, Reference
from praxis.records.choices import AdaptationKind, DimensionId, Outcome
from praxis.records.dates import Year
from praxis.records.values import Identifier, Line, Model, Text, YesNo, one_or_many, short_form


class Pointer(Model):
    """A record by its id, or a text where no record exists."""

    id: Identifier | None = Field(None, description="Kennung des Eintrags.")
    text: Line | None = Field(None, description="Bezeichnung, wo es keinen Eintrag gibt.")


Pointing = Annotated[Pointer, short_form("id")]


class Reason(Model):
    """Why something was changed."""

    condition: Identifier | None = Field(
        None, alias="bedingung", description="Bedingung des Kontextmodells, die anders war."
    )
    text: Text | None = Field(None, description="Der Grund in Worten.")


class Adaptation(Model):
    """One change that the receiving municipality made."""

    what: Text = Field(alias="was", description="Was jetzt gilt.")
    instead: Text | None = Field(None, alias="statt", description="Was es ersetzt.")
    kind: AdaptationKind | None = Field(None, alias="art", description="Art der Änderung.")
    reason: Annotated[Reason, short_form("text")] | None = Field(
        None, alias="weil", description="Warum geändert wurde."
    )
    planned: YesNo | None = Field(None, alias="geplant", description="War die Änderung geplant?")
    core_kept: YesNo | None = Field(None, alias="kern_erhalten", description="Blieb der Kern erhalten?")


class OpenQuestion(Model):
    """A question that the transfer raised and the catalogue does not have yet."""

    question: Text = Field(alias="frage", description="Die Frage.")
    dimension: DimensionId | None = Field(None, description="Dimension des Kontextmodells.")
    condition: Identifier | None = Field(None, alias="bedingung", description="Bedingung, die sie klärt.")


class Reuse(Record):
    """One transfer of a practice, failed ones included."""

    kind: ClassVar[str] = "nachnutzung"
    folder: ClassVar[str] = "nachnutzung"
    label: ClassVar[str] = "Nachnutzung"

    originals: Annotated[list[Pointing], BeforeValidator(one_or_many)] = Field(
        alias="praxis",
        min_length=1,
        description="Der ursprüngliche Fall (oder mehrere); {text: …}, wo es keinen Eintrag gibt.",
    )
    adopted: list[Identifier] = Field(
        [], alias="uebernommen", description="Übernommene Kernelemente; fehlt = nicht berichtet."
    )
    municipality: Pointing = Field(
        alias="kommune", description="Die aufnehmende Kommune; {text: …}, wo es keinen Eintrag gibt."
    )
    new_case: Identifier | None = Field(None, alias="neue_praxis", description="Fall, der daraus geworden ist.")
    year: Year | None = Field(None, alias="jahr", description="Jahr des Beginns.")
    outcome: Outcome = Field(alias="ergebnis", description="Was daraus geworden ist.")
    adaptations: list[Annotated[Adaptation, short_form("was")]] = Field(
        [], alias="anpassungen", description="Was geändert wurde und warum; ein Text je Änderung genügt."
    )
    moderator: Line | None = Field(
        None, alias="begleitet_von", description="Stelle, die die Übertragung begleitet hat."
    )
    open_questions: list[Annotated[OpenQuestion, short_form("frage")]] = Field(
        [], alias="offene_fragen", description="Fragen, die beim Übertragen aufkamen und im Kontextmodell noch fehlen."
    )

    def references(self) -> Iterator[Reference]:
        """See :meth:`Record.references`."""
        for index, original in enumerate(self.originals):
            if original.id:
                yield Reference(("praxis", index), "praxis", original.id)
        if self.municipality.id:
            yield Reference(("kommune",), "kommune", self.municipality.id)
        if self.new_case:
            yield Reference(("neue_praxis",), "praxis", self.new_case)
        for index, adaptation in enumerate(self.adaptations):
            if adaptation.reason and adaptation.reason.condition:
                field = ("anpassungen", index, "weil", "bedingung")
                yield Reference(field, "bedingung", adaptation.reason.condition)
        for index, question in enumerate(self.open_questions):
            if question.condition:
                yield Reference(("offene_fragen", index, "bedingung"), "bedingung", question.condition)
