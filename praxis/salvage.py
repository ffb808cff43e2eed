"""What is sound of an invalid record, so that its other mistakes are found in the same run; never published."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, TypeAdapter, ValidationError
from pydantic.errors import PydanticUserError
from pydantic.fields import FieldInfo

from praxis.records.base import FieldPath

M = TypeVar("M", bound=BaseModel)
_STRICT: Any = {"strict": True, "str_strip_whitespace": True}


def salvage(model: type[M], data: dict[str, Any], wrong: Iterable[FieldPath]) -> M:
    """A record from ``data`` in which every field at a path of ``wrong`` is empty; lists keep their length."""
    return _Salvage(wrong).model(model, data, ())


class _Salvage:
    def __init__(self, wrong: Iterable[FieldPath]) -> None:
        self._wrong = frozenset(wrong)
        self._above = frozenset(path[:length] for path in self._wrong for length in range(len(path)))

    def model(self, model: type[M], data: dict[str, Any], path: FieldPath) -> M:
        values: dict[str, Any] = {}
        for name, field in model.model_fields.items():
            key = field.alias or name
            if data.get(key) is not None:
                values[name] = self._value(_annotation(field), data[key], (*path, key))
            elif field.is_required():
                values[name] = self._empty(_annotation(field))
        return model.model_construct(**values)

    def _value(self, annotation: Any, value: Any, path: FieldPath) -> Any:
        if path in self._wrong:
            return self._empty(annotation)
        if path not in self._above:
            try:
                return _validator(annotation)(value)
            except ValidationError:  # wrong as well, but beyond what is shown for one file
                return self._empty(annotation)
        inner, value = _expanded(annotation, value)
        return self._inside(inner, value, path)

    def _inside(self, annotation: Any, value: Any, path: FieldPath) -> Any:
        """A value that is wrong somewhere further in."""
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin in (typing.Union, types.UnionType):
            fitting = next((part for part in arguments if _fits(part, value)), None)
            return None if fitting is None else self._inside(*_expanded(fitting, value), path)
        if isinstance(value, list) and origin is list:
            return [self._value(arguments[0], item, (*path, index)) for index, item in enumerate(value)]
        if isinstance(value, dict) and origin is dict:
            sound = ((key, item) for key, item in value.items() if (*path, key) not in self._wrong)
            return {key: self._value(arguments[1], item, (*path, key)) for key, item in sound}
        if isinstance(value, dict) and _is_model(annotation):
            return self.model(annotation, value, path)
        return self._empty(annotation)

    def _empty(self, annotation: Any) -> Any:
        while typing.get_origin(annotation) is Annotated:
            annotation = typing.get_args(annotation)[0]
        origin = typing.get_origin(annotation)
        if origin in (list, dict):
            return origin()
        if _is_model(annotation):
            return self.model(annotation, {}, ("<leer>",))
        return "" if annotation is str else None


def _expanded(annotation: Any, value: Any) -> tuple[Any, Any]:
    """The bare annotation and the value in its long form (short forms are turned into it before validation)."""
    while typing.get_origin(annotation) is Annotated:
        annotation, *metadata = typing.get_args(annotation)
        for entry in reversed(metadata):
            if isinstance(entry, BeforeValidator):
                value = typing.cast(Callable[[Any], Any], entry.func)(value)
    return annotation, value


def _fits(annotation: Any, value: Any) -> bool:
    bare, value = _expanded(annotation, value)
    origin = typing.get_origin(bare)
    return (isinstance(value, dict) and (origin is dict or _is_model(bare))) or (
        isinstance(value, list) and origin is list
    )


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _annotation(field: FieldInfo) -> Any:
    annotation: Any = field.annotation
    for entry in field.metadata:
        annotation = Annotated[annotation, entry]
    return annotation


@lru_cache(maxsize=512)
def _validator(annotation: Any) -> Callable[[Any], Any]:
    try:
        return TypeAdapter(annotation, config=_STRICT).validate_python
    except PydanticUserError:  # a model brings its own configuration
        return TypeAdapter(annotation).validate_python
