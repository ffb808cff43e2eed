"""JSON Schema (2020-12) of the record types, for the tools of editors and for users of the data.

Read off the same types that the loader validates with, short forms and words for „nicht berichtet“ included; the ids of
the vocabularies are filled in. What only shows between records (does the municipality exist?) is left to the checks.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from annotated_types import Ge, MinLen
from pydantic import BaseModel, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo

from praxis.records import Case, Record, values
from praxis.records.reuse import Pointer
from praxis.vocabulary import ContextCondition, Vocabulary

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_NULL: Schema = {"type": "null"}
_TERMS = {
    "standards": "standard",
    "themen": "thema",
    "uebergaenge": "uebergang",
    "entscheidend": "bedingung",
    "bedingung": "bedingung",
}
"""Keys whose ids come from a vocabulary; they mean the same in every record type."""
_BANDS = ("personal", "sachkosten", "anlauf")
"""Keys whose values are the options of the condition of the same name."""
_BETWEEN_FIELDS: Mapping[type[BaseModel], Schema] = {
    values.Source: {"anyOf": [{"required": ["titel"]}, {"required": ["url"]}]},
    Pointer: {"anyOf": [{"required": ["id"]}, {"required": ["text"]}]},
    Case: {
        "allOf": [
            {
                "if": {"required": ["stufe"], "properties": {"stufe": {"const": "geprueft"}}},
                "then": {"required": ["pruefvermerk"]},
            },
            {
                "if": {"required": ["ende_grund"], "properties": {"ende_grund": {"type": "string"}}},
                "then": {"properties": {"status": {"enum": ["beendet", "abgebrochen"]}}},
            },
        ]
    },
}


def record_schema(record_type: type[Record], vocabulary: Vocabulary) -> Schema:
    """The schema of the front matter of a record type; a key without a value counts as missing, as in the files."""
    schema = _Maker(vocabulary).group(record_type)
    for name, field in schema["properties"].items():
        if name not in schema["required"]:
            schema["properties"][name] = _or_null(field)
    described = f"Kopf eines Eintrags der Art „{record_type.label}“ (Ordner docs/{record_type.folder}/)."
    return {"$schema": DRAFT, "title": record_type.label, "description": described, **schema}


class _Maker:
    """Schemas of types; ``ids`` is the schema of the ids that a field names, where a vocabulary has them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def group(self, model: type[BaseModel]) -> Schema:
        """A group of fields: a record or something inside one."""
        fields = {info.alias or name: info for name, info in model.model_fields.items()}
        return {
            "type": "object",
            "properties": {key: self._property(key, info) for key, info in fields.items()},
            "required": [key for key, info in fields.items() if info.is_required()],
            "additionalProperties": False,
            **_BETWEEN_FIELDS.get(model, {}),
        }

    def _property(self, key: str, info: FieldInfo) -> Schema:
        schema = self._special(key) or self.of(_annotation(info), self._ids(key))
        if key == "url":
            schema = {**schema, "pattern": r"^https?://[^\s<>]+$"}
        default = {"default": info.default} if isinstance(info.default, str) else {}
        return {"description": info.description or "", **default, **schema}

    def _ids(self, key: str) -> Schema | None:
        known = list(self._vocabulary.terms(_TERMS[key])) if key in _TERMS else []
        return {"type": "string", "enum": known} if known else None

    def _special(self, key: str) -> Schema | None:
        conditions = self._vocabulary.context_model.conditions
        if key == "kontext" and conditions:
            described = {name: self._context_value(condition) for name, condition in conditions.items()}
            return {"type": "object", "properties": described, "additionalProperties": False}
        if key in _BANDS and key in conditions:
            return _enum(conditions[key].options)
        return None

    def _context_value(self, condition: ContextCondition) -> Schema:
        options = _enum(condition.options)
        value = {"anyOf": [options, {"type": "array", "items": options}]}
        group = self.group(values.ContextValue)
        group["properties"]["wert"] = {**value, "description": group["properties"]["wert"]["description"]}
        return {"title": condition.title, "description": condition.question or "", "anyOf": [*value["anyOf"], group]}

    def of(self, annotation: Any, ids: Schema | None = None) -> Schema:
        """The schema of a type annotation."""
        if annotation == values.Identifier:
            return ids or {"type": "string", "pattern": f"^{values.ID_PATTERN.pattern}$"}
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is Annotated:
            return self._annotated(arguments[0], arguments[1:], ids)
        if origin in (typing.Union, types.UnionType):
            return _any_of(self.of(part, ids) for part in arguments)
        if origin is list:
            return {"type": "array", "items": self.of(arguments[0], ids)}
        if origin is dict:
            names = self.of(arguments[0], ids)
            return {"type": "object", "propertyNames": names, "additionalProperties": self.of(arguments[1])}
        if origin is typing.Literal:
            return _enum(arguments)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.group(annotation)
        return dict(_PLAIN[annotation])

    def _annotated(self, inner: Any, metadata: Iterable[Any], ids: Schema | None) -> Schema:
        told = [entry for entry in metadata if isinstance(entry, WithJsonSchema)]
        schema = dict(told[-1].json_schema or {}) if told else self.of(inner, ids)
        # A least number holds for every shape that stands for a list.
        for entry in sorted(metadata, key=lambda entry: isinstance(entry, MinLen)):
            schema = self._narrowed(schema, entry)
        return schema

    def _narrowed(self, schema: Schema, entry: Any) -> Schema:
        match entry:
            case StringConstraints():
                limits = {"minLength": entry.min_length, "maxLength": entry.max_length}
                return schema | {name: limit for name, limit in limits.items() if limit is not None}
            case MinLen():
                return _at_least(schema, entry.min_length)
            case Ge():
                return schema | {"minimum": entry.ge}
            case values.ShortForm():
                return _any_of([schema["properties"][entry.key], schema])
            case values.Unless():
                return _any_of([schema, {"const": entry.word}])
            case BeforeValidator():
                return _shorter(schema, entry)
            case _:
                return schema


_PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    dt.date: {"type": "string", "format": "date"},
    types.NoneType: _NULL,
}


def _annotation(info: FieldInfo) -> Any:
    """The type of a field as its module says it, constraints included."""
    annotation: Any = info.annotation
    for metadata in info.metadata:
        annotation = Annotated[annotation, metadata]
    return annotation


def _enum(words: Iterable[str]) -> Schema:
    return {"type": "string", "enum": list(words)}


def _shorter(schema: Schema, validator: BeforeValidator) -> Schema:
    """What a validator accepts besides: one item for a list; a list of ids, or ids without text, for texts by id."""
    if validator.func is values.one_or_many:
        return _any_of([schema["items"], schema])
    if schema.get("type") == "object" and "propertyNames" in schema:
        texts = {**schema, "additionalProperties": _or_null(schema["additionalProperties"])}
        return _any_of([texts, {"type": "array", "items": schema["propertyNames"]}])
    return schema


def _at_least(schema: Schema, count: int) -> Schema:
    if "anyOf" in schema:
        return {**schema, "anyOf": [_at_least(part, count) for part in schema["anyOf"]]}
    limits = {"array": "minItems", "object": "minProperties", "string": "minLength"}
    return {**schema, limits[schema["type"]]: count} if schema.get("type") in ("array", "object") else schema


def _any_of(parts: Iterable[Schema]) -> Schema:
    """One of several shapes, without nesting and repetition."""
    flat: list[Schema] = []
    for part in parts:
        for shape in part["anyOf"] if list(part) == ["anyOf"] else [part]:
            if shape not in flat:
                flat.append(shape)
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def _or_null(schema: Schema) -> Schema:
    about: Schema = {key: schema[key] for key in ("title", "description", "default") if key in schema}
    bare = {key: value for key, value in schema.items() if key not in about}
    return {**about, **_any_of([bare, _NULL])}
