"""The controlled vocabularies (``docs/vokabular/*.yml``) and the context model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from praxis.records.values import AgeSpan, Identifier, Line, Model, Text, one_or_many, short_form

FOLDER = "docs/vokabular"
FILES = {
    "standards": "standards.yml",
    "age_groups": "altersgruppen.yml",
    "transitions": "uebergaenge.yml",
    "topics": "themen.yml",
    "context_model": "kontextmodell.yml",
    "glossary": "begriffe.yml",
}

Texts = Annotated[list[Text], BeforeValidator(one_or_many)]


class Term(Model):
    """A term of a controlled vocabulary."""

    id: Identifier = Field(description="Kennung, unter der Einträge den Begriff nennen.")
    title: Line = Field(alias="titel", description="Bezeichnung für Leserinnen und Leser.")
    short: Text | None = Field(None, alias="kurz", description="Was gemeint ist, in einem Satz.")


class Standard(Term):
    """A quality standard of a prevention chain."""

    key_question: Text | None = Field(None, alias="leitfrage", description="Die Frage, die der Standard stellt.")
    chapter: Identifier | None = Field(None, alias="handbuch", description="Kennung des Handbuchkapitels.")
    test_stones: Texts = Field([], alias="pruefsteine", description="Woran man erkennt, dass er erfüllt ist.")


class AgeGroup(AgeSpan):
    """An age group of the transfer grid."""

    id: Identifier = Field(description="Kennung.")
    title: Line = Field(alias="titel", description="Bezeichnung.")
    short: Text | None = Field(None, alias="kurz", description="Was gemeint ist, in einem Satz.")


class Transition(Term):
    """A transition in a child's life."""

    ages: AgeSpan | None = Field(None, alias="alter", description="Alter, in dem er meist liegt.")


class Topic(Term):
    """A topic; its synonyms are the thesaurus of the search."""

    synonyms: Texts = Field([], alias="synonyme", description="Andere Wörter für dasselbe.")
    not_to_confuse: Texts = Field([], alias="nicht_verwechseln", description="Was etwas anderes ist.")
    broader: Identifier | None = Field(None, alias="ober", description="Kennung des Oberbegriffs.")


class GlossaryTerm(Model):
    """A term explained."""

    id: Identifier = Field(description="Kennung.")
    title: Line = Field(alias="titel", description="Der Begriff.")
    explanation: Text = Field(alias="erklaerung", description="Was er bedeutet.")
    see: list[Identifier] = Field([], alias="siehe", description="Verwandte Begriffe.")
    synonyms: Texts = Field([], alias="synonyme", description="Andere Wörter, Abkürzungen.")


DimensionId = Literal["institutionell", "sozialraeumlich", "diskurs", "individuell", "projektbezogen"]


class Dimension(Term):
    """A dimension of the context model."""

    id: DimensionId = Field(description="Kennung.")


class Option(Model):
    """A value that a condition may have."""

    id: Line = Field(description="Wert, wie er in Einträgen steht.")
    title: Line | None = Field(None, alias="titel", description="Bezeichnung.")


class ContextCondition(Term):
    """A condition that can be compared between municipalities."""

    dimension: DimensionId = Field(description="Dimension des Kontextmodells.")
    question: Text | None = Field(None, alias="frage", description="Die Frage, die sie stellt.")
    type: Literal["auswahl", "mehrfach", "ja-nein", "stufe"] = Field(
        alias="art", description="Wie sie beantwortet wird."
    )
    declared_options: list[Annotated[Option, short_form("id")]] = Field(
        [], alias="optionen", description="Mögliche Werte, bei „stufe“ von klein nach groß."
    )
    declared_comparison: Literal["gleich", "teilmenge", "mindestens"] | None = Field(
        None, alias="vergleich", description="Wie zwei Werte verglichen werden."
    )

    @cached_property
    def options(self) -> dict[str, str]:
        """Value -> label, in order; for ``ja-nein`` yes and no."""
        if self.type == "ja-nein":
            return {"ja": "ja", "nein": "nein"}
        return {option.id: option.title or option.id for option in self.declared_options}

    @property
    def comparison(self) -> str:
        """How two values are compared; without the key ``teilmenge`` for ``mehrfach``, else ``gleich``."""
        return self.declared_comparison or ("teilmenge" if self.type == "mehrfach" else "gleich")


class ContextQuestion(Model):
    """A question that is asked in a transfer talk."""

    id: Identifier = Field(description="Kennung.")
    dimension: DimensionId = Field(description="Dimension des Kontextmodells.")
    question: Text = Field(alias="frage", description="Die Frage.")
    purpose: Text | None = Field(None, alias="wozu", description="Wozu man sie stellt.")
    condition: Identifier | None = Field(None, alias="bedingung", description="Bedingung, die sie klärt.")


class ContextModelFile(Model):
    """The file of the context model as editors write it."""

    dimensions: list[Dimension] = Field(alias="dimensionen", description="Die fünf Dimensionen.")
    conditions: list[ContextCondition] = Field(
        alias="bedingungen", description="Bedingungen, die man vergleichen kann."
    )
    questions: list[ContextQuestion] = Field([], alias="fragen", description="Fragen für das Transfergespräch.")
    origin: Literal["redaktionell", "original"] = Field(
        "redaktionell", alias="herkunft", description="Woher die Fragen stammen."
    )
    note: Text | None = Field(None, alias="hinweis", description="Was man dazu wissen muss.")


@dataclass(frozen=True)
class ContextModel:
    """Five dimensions with conditions (compared) and questions (asked)."""

    dimensions: Mapping[str, Dimension] = field(default_factory=dict)
    conditions: Mapping[str, ContextCondition] = field(default_factory=dict)
    questions: Mapping[str, ContextQuestion] = field(default_factory=dict)
    note: str | None = None


@dataclass(frozen=True)
class Vocabulary:
    """All controlled terms, by id, in the order of their files."""

    standards: Mapping[str, Standard] = field(default_factory=dict)
    age_groups: Mapping[str, AgeGroup] = field(default_factory=dict)
    transitions: Mapping[str, Transition] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    context_model: ContextModel = field(default_factory=ContextModel)
    glossary: Mapping[str, GlossaryTerm] = field(default_factory=dict)

    def terms(self, kind: str) -> Mapping[str, object]:
        """The terms that references of ``kind`` may name."""
        return {
            "standard": self.standards,
            "uebergang": self.transitions,
            "thema": self.topics,
            "bedingung": self.context_model.conditions,
            "begriff": self.glossary,
        }[kind]

    def age_groups_of(self, span: AgeSpan) -> list[AgeGroup]:
        """The age groups that a span overlaps, youngest first."""
        return [group for group in self.age_groups.values() if group.overlaps(span)]
