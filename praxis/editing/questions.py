"""The questions of the forms: one list a record type, asked by the issue form and in the terminal alike.

A question names the field that its answer fills. What the field means, whether it is mandatory and which values it may
have is read off the record types and vocabularies; only the wording of the question is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from praxis.records import Record
from praxis.reference.catalogue import reference
from praxis.reference.fields import FieldDoc
from praxis.vocabulary import Vocabulary
from praxis.wording import without_stop

MORE = "#"
"""Begins the key of a question whose answer is a section of the text below the front matter."""


class Kind(StrEnum):
    """What an answer looks like, and so how it is read."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    ONE = "one"
    SEVERAL = "several"
    DATE = "date"
    YEAR = "year"
    PERIOD = "period"
    AGES = "ages"
    PLACE = "place"
    CASES = "cases"
    SOURCES = "sources"
    CONTEXT = "context"
    NOTES = "notes"
    RELEASE = "release"
    SECTION = "section"
    CONSENT = "consent"


SHORT = (Kind.LINE, Kind.DATE, Kind.YEAR, Kind.PERIOD, Kind.AGES, Kind.PLACE)
"""Kinds whose answers are one line."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the dotted key of the field it fills (``wer.traeger``) or ``#Heading`` of a section."""

    key: str
    label: str
    kind: Kind
    help: str = ""
    example: str = ""
    needed: bool = False
    """True where the form insists although the record type does not."""

    @property
    def path(self) -> tuple[str, ...]:
        """The keys of the field from the outside in."""
        return tuple(self.key.split("."))

    @property
    def heading(self) -> str:
        """The heading of the section that the answer fills."""
        return self.key.removeprefix(MORE)


@dataclass(frozen=True)
class Form:
    """All questions of one record type, mandatory ones first."""

    type: type[Record]
    name: str
    intro: str
    label: str
    """The label that marks an issue as made with this form."""
    questions: tuple[Question, ...]

    @cached_property
    def _docs(self) -> Mapping[tuple[str, ...], FieldDoc]:
        return {field.path: field for top in reference(self.type).fields for field in top.walk()}

    def doc(self, question: Question) -> FieldDoc | None:
        """The field that a question fills; None for sections of the text and the consent."""
        return self._docs.get(question.path)

    def is_required(self, question: Question) -> bool:
        """True if a proposal without an answer is incomplete: a mandatory field, or what lies in one and is needed."""
        doc = self.doc(question)
        outer = self._docs.get(question.path[:1])
        return question.needed or bool(doc and outer and doc.required and outer.required)

    def help(self, question: Question) -> str:
        """What the question is about: its own help, else the description of the field."""
        doc = self.doc(question)
        return question.help or (doc.description if doc else "")

    def ordered(self) -> Iterator[Question]:
        """The questions, mandatory ones first."""
        yield from sorted(self.questions, key=lambda question: not self.is_required(question))

    def options(self, question: Question, vocabulary: Vocabulary) -> dict[str, str]:
        """Value -> what the form shows for it; empty where the answer is free."""
        if question.kind is Kind.RELEASE:
            return dict(RELEASES)
        if question.kind is Kind.CONSENT:
            return dict(CONSENTS)
        if question.kind not in (Kind.ONE, Kind.SEVERAL):
            return {}
        titles = self._titles(question, vocabulary)
        return {value: title if title == value else f"{title} ({value})" for value, title in titles.items()}

    def _titles(self, question: Question, vocabulary: Vocabulary) -> Mapping[str, str]:
        name, doc = question.path[-1], self.doc(question)
        conditions = vocabulary.context_model.conditions
        if name in conditions:
            return conditions[name].options
        terms: Mapping[str, Mapping[str, object]] = {
            "standards": vocabulary.standards,
            "themen": vocabulary.topics,
            "uebergaenge": vocabulary.transitions,
            "entscheidend": conditions,
        }
        if name in terms:
            return {key: str(getattr(term, "title", key)) for key, term in terms[name].items()}
        options = dict(doc.options) if doc else {}
        return {value: without_stop(meaning) or value for value, meaning in (options or YES_NO).items()}


YES_NO = {"ja": "ja", "nein": "nein"}
RELEASED = "freigegeben"
RELEASES = {
    "redaktionell": "Aus öffentlichen Quellen geschrieben; niemand hat den Text freigegeben (redaktionell)",
    RELEASED: "Unsere Stelle hat den Text gelesen und gibt ihn frei (freigegeben)",
}
CONSENTS = {
    "rechte": "Ich habe den Text selbst geschrieben oder darf ihn unter CC BY 4.0 weitergeben.",
    "stellen": "Genannt sind Stellen, keine Personen.",
}
