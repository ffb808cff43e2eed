"""The types of fields as data: what the form on the site draws and the checks in the browser validate against.

Read off the same annotations as the loader's models. A type is a mapping with ``t``:

``text`` (``max``) · ``plain`` (a text that may be empty) · ``url`` · ``id`` · ``date`` · ``day`` · ``year`` · ``age`` ·
``int`` (``min``) · ``choice`` (``values``: value → meaning) · ``list`` (``of``, ``min``, ``single``: one may stand for
many) · ``map`` (``of``, ``min``, ``list``: a list of ids may stand for it) · ``group`` (``fields``) · ``words`` (``of``:
a choice, ``group``).

Besides: ``short`` (key of the group that a bare value stands for; ``any``: a list and nothing do so too), ``unless`` (the
word for unknown) and ``none`` (nothing is allowed inside a group).
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from typing import Annotated, Any

from annotated_types import Ge, MinLen
from pydantic import BaseModel, BeforeValidator, Discriminator, StringConstraints, Tag
from pydantic.fields import FieldInfo

from praxis.records import Record, dates, values
from praxis.records.choices import Meanings

FieldType = dict[str, Any]
_NAMED: tuple[tuple[Any, FieldType], ...] = (
    (dates.Date, {"t": "date"}),
    (dates.Day, {"t": "day"}),
    (dates.Year, {"t": "year"}),
    (values.Age, {"t": "age"}),
    (values.Identifier, {"t": "id"}),
    (values.Url, {"t": "url", "max": 300}),
)


def record_fields(record_type: type[Record]) -> list[FieldType]:
    """The fields of a record type in the order of the model: key, duty, default, meaning and type of each."""
    return _fields(record_type)


def _fields(model: type[BaseModel]) -> list[FieldType]:
    return [_field(info.alias or name, info) for name, info in model.model_fields.items()]


def _field(key: str, info: FieldInfo) -> FieldType:
    annotation: Any = info.annotation
    for metadata in info.metadata:
        annotation = Annotated[annotation, metadata]
    default = {"default": info.default} if isinstance(info.default, str) else {}
    duty = {"required": True} if info.is_required() else {}
    return {"key": key, "help": info.description or "", **duty, **default, "type": field_type(annotation)}


def field_type(annotation: Any) -> FieldType:
    """The type of an annotation."""
    for named, found in _NAMED:
        if annotation == named:
            return dict(found)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin in (typing.Union, types.UnionType):
        (inner,) = (part for part in arguments if part is not type(None))
        return {**field_type(inner), "none": True}
    if origin is list:
        return {"t": "list", "of": field_type(arguments[0])}
    if origin is dict:
        return {"t": "map", "of": field_type(arguments[1])}
    if origin is typing.Literal:
        return {"t": "choice", "values": dict.fromkeys(arguments, "")}
    if annotation is str:
        return {"t": "plain"}
    if annotation is int:
        return {"t": "int"}
    return {"t": "group", "name": annotation.__name__, "fields": _fields(annotation)}


def _annotated(inner: Any, metadata: Iterable[Any]) -> FieldType:
    if any(isinstance(entry, Discriminator) for entry in metadata):
        parts = {_tag(part): field_type(typing.get_args(part)[0]) for part in typing.get_args(inner)}
        return {"t": "words", "of": parts["<wort>"], "group": parts["<felder>"]}
    found = field_type(inner)
    for entry in metadata:
        found = {**found, **_told(found, entry)}
    return found


def _tag(part: Any) -> str:
    return next(entry.tag for entry in typing.get_args(part) if isinstance(entry, Tag))


def _told(found: FieldType, entry: Any) -> FieldType:
    match entry:
        case Meanings():
            return {"values": dict(entry.by_value)}
        case StringConstraints():
            return {"t": "text", "max": entry.max_length}
        case MinLen():
            return {"min": entry.min_length}
        case Ge():
            return {"min": entry.ge}
        case values.ShortForm():
            return {"short": entry.key}
        case values.Unless():
            return {"unless": entry.word}
        case BeforeValidator():
            return _before(found, entry)
        case _:
            return {}


def _before(found: FieldType, entry: BeforeValidator) -> FieldType:
    if found["t"] == "list":
        return {"single": True}
    return {"list": True} if found["t"] == "map" else {"short": "wert", "any": True}
