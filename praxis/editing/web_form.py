"""The form on the site as data: fields with types, labels, help and choices, and in which groups they stand.

Types, duties and meanings come from the record types, choices from the vocabularies, labels and hints from the questions
of the forms (:mod:`praxis.editing.forms`) and, for what these ask as a whole, from :mod:`praxis.editing.field_labels`.
The browser's side is ``web/src/form/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from praxis.checks.given_names import GIVEN_NAMES
from praxis.editing.field_labels import VALUE_LABELS, field_hint, field_label
from praxis.editing.forms import FORMS
from praxis.editing.questions import CONSENTS, Kind, Question
from praxis.html_policy import INLINE_TAGS, SCHEMES
from praxis.labels import label
from praxis.markdown import TAKEN
from praxis.records import Case, Gap, Municipality, Record, Reuse
from praxis.reference.catalogue import reference
from praxis.reference.field_types import FieldType, record_fields
from praxis.vocabulary import ContextCondition, Vocabulary

FORM_TYPES: tuple[type[Record], ...] = (Case, Gap, Reuse, Municipality)
"""The record types that the form writes."""
_EFFORT = ("personal", "sachkosten", "anlauf")
_LABELS_OF = {
    "luecke:status": "luecke",
    "kommune:art": "kommune",
    "anpassungen.art": "anpassung",
    "meldungen.stand": "meldung",
    "nachweis.grad": "nachweis",
}
"""Fields whose values have their labels in :mod:`praxis.labels` under another name than the key."""


@dataclass(frozen=True, slots=True)
class Group:
    """Optional fields that stand together, folded."""

    title: str
    keys: tuple[str, ...]


_OFFICE = "Angaben der Redaktion"
GROUPS: Mapping[type[Record], tuple[Group, ...]] = {
    Case: (
        Group("Wer macht es, und wo?", ("wer", "wo")),
        Group("Was bleiben muss und was sich ändern darf", ("kern", "form")),
        Group("Bedingungen vor Ort", ("kontext",)),
        Group("Aufwand und Geld", ("aufwand", "finanzierung")),
        Group("Wirkung", ("nachweis", "qualitaetssicherung")),
        Group("Erfahrungen", ("lehren", "abweichung", "ende_grund")),
        Group("Einordnung", ("gegenstand", "uebergaenge", "handlungsebenen")),
        Group("Weitergeben", ("reife", "herkunft")),
        Group("Freigabe durch die Kommune", ("freigabe",)),
        Group(_OFFICE, ("stufe", "pruefvermerk", "pruefung", "frueher")),
    ),
    Gap: (
        Group("Ihre Kommune", ("kommune", "kontext")),
        Group("Was eine Antwort leisten muss", ("entscheidend", "grenzen", "handlungsebenen")),
        Group("Was Sie schon versucht haben", ("versucht",)),
        Group("Belege", ("quellen", "stand")),
        Group(_OFFICE, ("art", "vorgestellt_von", "treffen", "meldungen", "antworten", "pruefung", "frueher")),
    ),
    Reuse: (
        Group("Was übernommen und was geändert wurde", ("uebernommen", "anpassungen", "jahr")),
        Group("Fragen, die aufkamen", ("offene_fragen",)),
        Group("Begleitung und Belege", ("begleitet_von", "quellen", "stand")),
        Group(_OFFICE, ("neue_praxis", "pruefung", "frueher")),
    ),
    Municipality: (
        Group("Land und Programme", ("land", "programm")),
        Group("Bedingungen vor Ort", ("kontext",)),
        Group("Belege", ("quellen", "stand")),
        Group(_OFFICE, ("pruefung", "frueher")),
    ),
}


def form_spec(vocabulary: Vocabulary) -> dict[str, Any]:
    """Everything that does not depend on the records."""
    context = vocabulary.context_model
    terms: Mapping[str, Iterable[Any]] = {
        "standard": vocabulary.standards.values(),
        "thema": vocabulary.topics.values(),
        "uebergang": vocabulary.transitions.values(),
    }
    return {
        "kinds": {record_type.kind: _kind(record_type, vocabulary) for record_type in FORM_TYPES},
        "terms": {name: {term.id: _term(term) for term in listed} for name, listed in terms.items()},
        "conditions": {condition.id: _condition(condition) for condition in context.conditions.values()},
        "dimensions": {dimension.id: _term(dimension) for dimension in context.dimensions.values()},
        "consents": list(CONSENTS.values()),
        "givenNames": sorted(GIVEN_NAMES),
        "tags": sorted(INLINE_TAGS),
        "schemes": sorted(SCHEMES),
        "anchors": sorted(TAKEN),
    }


def _kind(record_type: type[Record], vocabulary: Vocabulary) -> dict[str, Any]:
    entry = reference(record_type)
    named = {field.path: field.vocabulary for top in entry.fields for field in top.walk()}
    labelled = _Labels(record_type.kind, named, vocabulary)
    return {
        "label": record_type.label,
        "needsBody": record_type.needs_body,
        "fields": [labelled.field(field, ()) for field in record_fields(record_type)],
        "required": [key for key in entry.order if any(field.name == key and field.required for field in entry.fields)],
        "groups": [{"title": group.title, "keys": list(group.keys)} for group in GROUPS[record_type]],
        "sections": [
            {"title": question.heading, "label": question.label, "help": question.help}
            for question in _questions(record_type)
            if question.kind is Kind.SECTION
        ]
        or [_FREE_TEXT],
    }


_FREE_TEXT = {"title": "", "label": "Text", "help": "Was andere darüber wissen sollten; darf leer bleiben."}
_HELPFUL = frozenset({Kind.LINE, Kind.TEXT, Kind.ONE, Kind.SEVERAL})
"""Questions whose help fits a field as well; the others say how a whole list is written on lines."""


def _questions(record_type: type[Record]) -> tuple[Question, ...]:
    return FORMS[record_type.kind].questions


class _Labels:
    """Adds labels, hints and the names of vocabularies to the types of fields."""

    def __init__(self, kind: str, named: Mapping[tuple[str, ...], str | None], vocabulary: Vocabulary) -> None:
        self._kind, self._named, self._vocabulary = kind, named, vocabulary
        self._asked = {question.path: question for question in FORMS[kind].questions}

    def field(self, field: FieldType, above: tuple[str, ...]) -> FieldType:
        """A field with its label, and everything inside it."""
        path = (*above, field["key"])
        question = self._asked.get(path)
        hint = field_hint(self._kind, path)
        if hint is None and question and question.kind in _HELPFUL and question.help:
            hint = question.help
        told = {
            **field,
            "label": question.label if question else field_label(self._kind, path),
            "hint": hint,
            "example": question.example if question and question.kind in _HELPFUL else "",
            "names": self._names(path),
            "type": self._type(field["type"], path),
        }
        return {
            key: value for key, value in told.items() if value or key == "help" or (key == "hint" and value is not None)
        }

    def _names(self, path: tuple[str, ...]) -> str | None:
        if path[-1] in _EFFORT:
            return path[-1]
        return "kern" if path == ("uebernommen",) else self._named.get(path)

    def _type(self, found: FieldType, path: tuple[str, ...]) -> FieldType:
        if found["t"] == "choice":
            return {**found, "labels": {value: self._value(value, path) for value in found["values"]}}
        inner: FieldType = {key: self._type(found[key], path) for key in ("of", "group") if key in found}
        if "fields" in found:
            inner["fields"] = [self.field(field, path) for field in found["fields"]]
        return {key: value for key, value in {**found, **inner}.items() if key != "name"}

    def _value(self, value: str, path: tuple[str, ...]) -> str:
        dimensions = self._vocabulary.context_model.dimensions
        if path[-1] == "dimension" and value in dimensions:
            return dimensions[value].title
        for name in (f"{self._kind}:{value}", f"{path[0]}:{value}", value):
            if name in VALUE_LABELS:
                return VALUE_LABELS[name]
        dotted = ".".join(path)
        key = _LABELS_OF.get(f"{self._kind}:{dotted}") or _LABELS_OF.get(dotted) or path[-1]
        return label(key, value)


def _term(term: Any) -> dict[str, Any]:
    told = {"titel": term.title, "kurz": term.short, "auch": list(getattr(term, "synonyms", ()))}
    return {key: value for key, value in told.items() if value}


def _condition(condition: ContextCondition) -> dict[str, Any]:
    told = {
        "titel": condition.title,
        "kurz": condition.question or condition.short,
        "dimension": condition.dimension,
        "mehrfach": condition.type == "mehrfach",
        "optionen": condition.options,
    }
    return {key: value for key, value in told.items() if value}


def every_field(fields: Iterable[FieldType]) -> Iterator[FieldType]:
    """Fields and everything inside them."""
    for field in fields:
        yield field
        yield from every_field(_inside(field["type"]))


def _inside(found: FieldType) -> Iterator[FieldType]:
    yield from found.get("fields", ())
    for key in ("of", "group"):
        if key in found:
            yield from _inside(found[key])
