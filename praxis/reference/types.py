"""What a field takes, in German words, read off its type."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from pydantic import BaseModel, StringConstraints

from praxis.records import dates, values
from praxis.records.choices import Meanings

_NAMED: tuple[tuple[Any, str], ...] = (
    (dates.Date, "Datum: Jahr-Monat-Tag, Jahr-Monat oder Jahr"),
    (dates.Year, "Jahreszahl mit vier Ziffern"),
    (values.Age, "Alter in Jahren oder „schwangerschaft“"),
    (values.Identifier, "Kennung"),
    (values.YesNo, "ja oder nein"),
    (values.Text, "Text"),
    (values.Url, "vollständige Adresse mit https:// oder http://"),
    (dates.Day, "Datum: Jahr-Monat-Tag"),
)
_PLAIN: Mapping[Any, str] = {dt.date: "Datum: Jahr-Monat-Tag", int: "ganze Zahl", str: "Text", float: "Zahl"}
_GROUP = "Gruppe von Feldern"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field takes: words, the values it is limited to (value -> meaning), the group of fields inside."""

    words: str
    options: Mapping[str, str] | None = None
    group: type[BaseModel] | None = None


def shape(annotation: Any) -> Shape:
    """The shape of a type annotation; ``X | None`` counts as ``X``."""
    for named, words in _NAMED:
        if annotation == named:
            return Shape(words)
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        return _annotated(*typing.get_args(annotation))
    if origin in (typing.Union, types.UnionType):
        return _alternatives(part for part in typing.get_args(annotation) if part is not type(None))
    if origin is list:
        inner = shape(typing.get_args(annotation)[0])
        return replace(inner, words=f"Liste: {inner.words}")
    if origin is dict:
        return _mapping(typing.get_args(annotation)[1])
    if origin is Literal:
        return Shape("eines der Wörter unten", dict.fromkeys(typing.get_args(annotation), ""))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(_GROUP, group=annotation)
    return Shape(_PLAIN[annotation])


def _annotated(inner: Any, *metadata: Any) -> Shape:
    found = shape(inner)
    for entry in metadata:
        if isinstance(entry, Meanings):
            found = replace(found, options=dict(entry.by_value))
        elif isinstance(entry, StringConstraints) and entry.max_length:
            found = replace(found, words=f"Text, höchstens {entry.max_length} Zeichen")
        elif isinstance(entry, values.ShortForm):
            found = replace(found, words=f"{found.words}; statt der Gruppe genügt der Wert von „{entry.key}“")
        elif isinstance(entry, values.Unless):
            found = replace(found, words=f"{found.words} oder „{entry.word}“")
    return found


def _alternatives(parts: Iterator[Any]) -> Shape:
    shapes = [shape(part) for part in parts]
    return Shape(
        " oder ".join(dict.fromkeys(found.words for found in shapes)),
        next((found.options for found in shapes if found.options), None),
        next((found.group for found in shapes if found.group), None),
    )


def _mapping(value: Any) -> Shape:
    inner = shape(value)
    if inner.group:
        return Shape("je Zeile „kennung: wert“ oder „kennung: {Felder}“", group=inner.group)
    return Shape(f"je Zeile „kennung: wert“; der Wert ist: {inner.words}")
