"""Every field of a record type, as an editor meets it: name, duty, shape, values, meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from praxis.records import FieldPath, Record
from praxis.reference.types import shape


@dataclass(frozen=True, slots=True)
class FieldDoc:
    """One field of a record; ``path`` holds the German keys from the outside in, without list indexes."""

    path: tuple[str, ...]
    required: bool
    description: str
    words: str
    default: str | None = None
    options: tuple[tuple[str, str], ...] = ()
    """Value and meaning, where the values are fixed."""
    vocabulary: str | None = None
    """The kind of entry or term that the field names by its id (``standard``, ``kommune`` …)."""
    inner: tuple[FieldDoc, ...] = ()

    @property
    def name(self) -> str:
        """The key as it stands in the file."""
        return self.path[-1]

    @property
    def anchor(self) -> str:
        """Id of the field on its reference page."""
        return "-".join(self.path).replace("_", "-")

    def walk(self) -> Iterator[FieldDoc]:
        """The field and everything inside it."""
        yield self
        for field in self.inner:
            yield from field.walk()


def describe(record_type: type[Record], named: Mapping[tuple[str, ...], str]) -> tuple[FieldDoc, ...]:
    """The fields of a record type, mandatory ones first; ``named`` says what kind of id each path holds."""
    fields = _fields(record_type, (), named)
    return tuple(sorted(fields, key=lambda field: not field.required))


def named_kinds(record: Record) -> dict[tuple[str, ...], str]:
    """Path of each field of a record that names something by its id -> what kind of thing it names.

    Fields that are groups keyed by ids (``standards``, ``kontext``) stand with their own path.
    """
    kinds = {_keys(reference.field, reference.id): reference.kind for reference in record.references()}
    return kinds | {_keys(path, ""): "bedingung" for path, _ in record.contexts()}


def _keys(path: FieldPath, ids_key: str) -> tuple[str, ...]:
    keys = tuple(part for part in path if isinstance(part, str))
    return keys[:-1] if len(keys) > 1 and keys[-1] == ids_key else keys


def _fields(model: type[BaseModel], above: tuple[str, ...], named: Mapping[tuple[str, ...], str]) -> Iterator[FieldDoc]:
    for name, info in model.model_fields.items():
        path = (*above, info.alias or name)
        found = shape(_annotation(info))
        yield FieldDoc(
            path=path,
            required=info.is_required(),
            description=info.description or "",
            words=found.words,
            default=info.default if isinstance(info.default, str) else None,
            options=tuple((found.options or {}).items()),
            vocabulary=named.get(path),
            inner=tuple(_fields(found.group, path, named)) if found.group else (),
        )


def _annotation(info: FieldInfo) -> Any:
    annotation: Any = info.annotation
    for metadata in info.metadata:
        annotation = Annotated[annotation, metadata]
    return annotation
