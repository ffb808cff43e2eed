"""Validating front matter against a record type, with the schema's complaints told in German."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from praxis.findings import MAX_PER_FILE, Finding
from praxis.places import Positions, clip, path_text
from praxis.records.base import FieldPath
from praxis.records.values import AgeSpan
from praxis.suggestions import did_you_mean, nearest

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Problem:
    """A complaint about one field, not yet placed in a file."""

    path: FieldPath
    rule: str
    message: str
    remedy: str
    at_key: bool = False

    def placed(self, file: str, positions: Positions) -> Finding:
        """The problem as a finding."""
        path = positions.written(self.path)
        is_missing = self.rule == "feld-fehlt" and len(self.path) == 1
        line, column = (1, 1) if is_missing else positions.of(path, key=self.at_key)
        return Finding(file, line, column, path_text(path) or None, self.rule, self.message, self.remedy)


def validate(model: type[M], data: dict[str, Any]) -> tuple[M | None, list[Problem]]:
    """The record, or None with what is wrong with it (at most as much as is shown for one file).

    Empty optional fields count as not reported.
    """
    known = {key: value for key, value in data.items() if value is not None}
    empty = [] if len(known) == len(data) else list(_empty_fields(model, data))
    try:
        record = model.model_validate(known)
    except ValidationError as error:
        left_empty = {problem.path for problem in empty}
        problems = [_problem(model, details) for details in error.errors(include_url=False)[: MAX_PER_FILE + 1]]
        return None, list(dict.fromkeys(empty + [problem for problem in problems if problem.path not in left_empty]))
    return (None, empty) if empty else (record, [])


def _empty_fields(model: type[BaseModel], data: dict[str, Any]) -> Iterator[Problem]:
    """Fields without a value that must have one, or that there are not."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    for key in islice((key for key, value in data.items() if value is None), MAX_PER_FILE + 1):
        if key not in fields:
            yield _unknown_key(model, (key,), None, {})
        elif fields[key].is_required():
            yield Problem(
                (key,),
                "feld-leer",
                f"Das Pflichtfeld „{key}“ ist leer.",
                f"Tragen Sie einen Wert ein. {fields[key].description or ''}".strip(),
                at_key=True,
            )


def age_problems(ages: Any, path: FieldPath) -> Iterator[Problem]:
    """An age span that ends before it begins."""
    if isinstance(ages, AgeSpan) and ages.start is not None and ages.end is not None and ages.end < ages.start:
        yield Problem(path, "alter-verdreht", "Das Alter endet, bevor es beginnt.", "Tauschen Sie „von“ und „bis“.")


_TAGS = {"<wort>", "<felder>"}


def _problem(model: type[BaseModel], details: ErrorDetails) -> Problem:
    *above, last = details["loc"] or ("",)
    # Tags of alternatives and the mark of a wrong key are no part of the path; a key of the same name would be.
    path = tuple(part for part in above if part not in _TAGS)
    if details["type"] == "extra_forbidden" or last not in (*_TAGS, "[key]"):
        path = (*path, last)
    explain = _EXPLAIN.get(details["type"], _other)
    problem = explain(model, path, details["input"], details.get("ctx") or {})
    if last == "<wort>":
        problem = replace(problem, remedy=f"{problem.remedy} Oder schreiben Sie {_group(model, path)}.")
    return replace(problem, at_key=True) if last == "[key]" else problem


_Explain = Callable[[type[BaseModel], FieldPath, Any, dict[str, Any]], Problem]


def _unknown_key(model: type[BaseModel], path: FieldPath, value: Any, context: dict[str, Any]) -> Problem:
    owner = _model_at(model, path[:-1])
    known = list(_aliases(owner)) if owner else []
    key = str(path[-1])
    similar = nearest(key, tuple(known))
    where = f" in „{path_text(path[:-1])}“" if len(path) > 1 else ""
    remedy = did_you_mean(similar) or _one_of(tuple(known))
    return Problem(path, "feld-unbekannt", f"Das Feld „{clip(key)}“ gibt es{where} nicht.", remedy, at_key=True)


@lru_cache(maxsize=64)
def _one_of(known: tuple[str, ...]) -> str:
    """One long sentence for each model: a thousand files with fifty wrong fields each share it."""
    return f"Löschen Sie das Feld, oder benutzen Sie eines von: {', '.join(sorted(known))}."


def _missing(model: type[BaseModel], path: FieldPath, value: Any, context: dict[str, Any]) -> Problem:
    key = str(path[-1])
    where = f" in „{path_text(path[:-1])}“" if len(path) > 1 else ""
    owner = _model_at(model, path[:-1])
    description = _description(owner, key) if owner else ""
    kind = "Das Pflichtfeld" if len(path) == 1 else "Das Feld"
    return Problem(path, "feld-fehlt", f"{kind} „{key}“ fehlt{where}.", f"Ergänzen Sie „{key}:“. {description}".strip())


def _not_in_list(model: type[BaseModel], path: FieldPath, value: Any, context: dict[str, Any]) -> Problem:
    options = [part.strip(" '") for part in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
    similar = nearest(str(value), tuple(options), 1)
    hint = f"{did_you_mean(similar)} " if similar else ""
    return Problem(
        path,
        "wert-unbekannt",
        f"„{clip(str(value).lower() if isinstance(value, bool) else value)}“ ist hier kein vorgesehener Wert.",
        f"{hint}Möglich sind: {', '.join(options)}.",
    )


def _too_long(model: type[BaseModel], path: FieldPath, value: Any, context: dict[str, Any]) -> Problem:
    limit, length = context["max_length"], len(str(value))
    return Problem(
        path,
        "text-zu-lang",
        f"Der Text hat {length} Zeichen; erlaubt sind {limit}.",
        f"Kürzen Sie ihn um mindestens {length - limit} Zeichen; Ausführliches gehört in den Text unter dem Kopf.",
    )


def _empty(model: type[BaseModel], path: FieldPath, value: Any, context: dict[str, Any]) -> Problem:
    return Problem(
        path,
        "feld-leer",
        "Das Feld ist leer.",
        "Tragen Sie einen Wert ein, oder löschen Sie das Feld, wenn nichts bekannt ist.",
    )


def _wrong_type(expected: str, remedy: str) -> _Explain:
    def explain(model: type[BaseModel], path: FieldPath, value: Any, context: dict[str, Any]) -> Problem:
        if value is None:
            return _empty(model, path, value, context)
        return Problem(path, "feld-typ", f"Hier muss {expected} stehen, nicht {_kind_of(value)}.", remedy)

    return explain


def _other(model: type[BaseModel], path: FieldPath, value: Any, context: dict[str, Any]) -> Problem:
    return Problem(
        path,
        "feld-typ",
        f"Der Wert {_kind_of(value)} passt hier nicht.",
        "Sehen Sie im Beispiel nach, welche Form das Feld hat.",
    )


def _fixed(rule: str, message: str, remedy: str) -> _Explain:
    def explain(model: type[BaseModel], path: FieldPath, value: Any, context: dict[str, Any]) -> Problem:
        words = {name: clip(text, 200) if name == "hinweis" else clip(text) for name, text in context.items()}
        return Problem(path, rule, message.format(**words), remedy.format(**words).strip())

    return explain


_LIST = _wrong_type("eine Liste", "Schreiben Sie [a, b] oder je Zeile „- a“.")


def _no_group(model: type[BaseModel], path: FieldPath, value: Any, context: dict[str, Any]) -> Problem:
    remedy = f"Schreiben Sie {_group(model, path)}, oder je Zeile eingerückt ein Feld."
    return _wrong_type("eine Gruppe von Feldern", remedy)(model, path, value, context)


def _group(model: type[BaseModel], path: FieldPath) -> str:
    """How the group of fields at ``path`` is written."""
    owner = _model_at(model, path)
    fields = owner.model_fields.items() if owner else ()
    named = [field.alias or name for name, field in fields]
    needed = [field.alias or name for name, field in fields if field.is_required()]
    keys = needed or named[:2] or ["kennung"]
    return "{" + ", ".join(f"{key}: …" for key in keys) + "}"


_EXPLAIN: dict[str, _Explain] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _not_in_list,
    "string_too_long": _too_long,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_type": _wrong_type("ein Text", "Setzen Sie den Wert in Anführungszeichen, wenn er ein Text sein soll."),
    "list_type": _LIST,
    "dict_type": _no_group,
    "model_type": _no_group,
    "model_attributes_type": _no_group,
    "union_tag_not_found": _no_group,
    "int_type": _wrong_type("eine ganze Zahl", "Schreiben Sie die Zahl ohne Anführungszeichen."),
    "greater_than_equal": _wrong_type("eine Zahl ab 1", "Quellen werden ab 1 gezählt."),
    "datum-deutsch": _fixed(
        "datum-deutsch", "Das Datum steht in deutscher Schreibweise.", "Schreiben Sie {datum} (Jahr-Monat-Tag)."
    ),
    "datum-form": _fixed(
        "datum-form",
        "„{wert}“ ist kein Datum.",
        "Schreiben Sie Jahr-Monat-Tag, zum Beispiel 2025-06-01; prüfen Sie, ob es den Tag gibt.",
    ),
    "jahr-form": _fixed(
        "jahr-form", "„{wert}“ ist keine Jahreszahl.", "Schreiben Sie das Jahr mit vier Ziffern, zum Beispiel 2015."
    ),
    "kennung-form": _fixed(
        "kennung-form",
        "„{wert}“ ist keine Kennung.",
        "Kennungen haben nur Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche. {hinweis}",
    ),
    "adresse-form": _fixed(
        "adresse-form",
        "„{wert}“ ist keine vollständige Adresse.",
        "Adressen beginnen mit https:// oder http:// und haben keine Leerzeichen.",
    ),
    "feld-typ": _fixed(
        "feld-typ", "Hier muss {erwartet} stehen.", "Schreiben Sie zum Beispiel 3 oder schwangerschaft."
    ),
}


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return f"„{str(value).lower()}“"
    if isinstance(value, (int, float)):
        return f"die Zahl {clip(value)}"
    if isinstance(value, dt.date):
        return f"das Datum {value.isoformat()}"
    if isinstance(value, list):
        return "eine Liste"
    if isinstance(value, dict):
        return "eine Gruppe von Feldern"
    return f"der Text „{clip(value)}“" if isinstance(value, str) else "dieser Wert"


def _aliases(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name


def _description(model: type[BaseModel], alias: str) -> str:
    return next(
        (field.description or "" for name, field in model.model_fields.items() if (field.alias or name) == alias), ""
    )


def _model_at(model: type[BaseModel], path: FieldPath) -> type[BaseModel] | None:
    """The model that describes the mapping at ``path``."""
    current: type[BaseModel] | None = model
    annotation: Any = model
    for part in path:
        if isinstance(part, str) and current is not None:
            field = next((f for n, f in current.model_fields.items() if (f.alias or n) == part), None)
            if field is not None:
                annotation = field.annotation
        current = _first_model(annotation)
    return current


def _first_model(annotation: Any) -> type[BaseModel] | None:
    """The first model inside an annotation such as ``list[Annotated[X, …]] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    origin = typing.get_origin(annotation)
    if origin in (typing.Annotated,):
        return _first_model(typing.get_args(annotation)[0])
    if origin in (list, dict, typing.Union, types.UnionType):
        return next(filter(None, map(_first_model, typing.get_args(annotation))), None)
    return None
