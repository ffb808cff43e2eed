"""Validating front matter against a record type, with the schema's complaints told in German."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from praxis.findings import Finding
from praxis.frontmatter import Positions, path_text
from praxis.records.base import FieldPath
from praxis.records.values import PartialDate
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
        line, column = (
            (1, 1) if self.rule == "feld-fehlt" and len(self.path) == 1 else positions.of(self.path, key=self.at_key)
        )
        return Finding(file, line, column, path_text(self.path) or None, self.rule, self.message, self.remedy)


def validate(model: type[M], data: dict[str, Any]) -> tuple[M | None, list[Problem]]:
    """The record, or None with everything that is wrong with it. Empty keys count as missing."""
    known = {key: value for key, value in data.items() if value is not None}
    try:
        return model.model_validate(known), []
    except ValidationError as error:
        return None, list(dict.fromkeys(_problem(model, details) for details in error.errors(include_url=False)))


def _problem(model: type[BaseModel], details: ErrorDetails) -> Problem:
    path = tuple(
        part for part in details["loc"] if not (isinstance(part, str) and part[:1] in "<[" and part[-1:] in ">]")
    )
    explain = _EXPLAIN.get(details["type"], _other)
    context = details.get("ctx") or {}
    if "feld" in context and isinstance(context["feld"], str):
        path = (*path, *context["feld"].split("."))
    return explain(model, path, details["input"], context)


_Explain = Callable[[type[BaseModel], FieldPath, Any, dict[str, Any]], Problem]


def _unknown_key(model: type[BaseModel], path: FieldPath, value: Any, context: dict[str, Any]) -> Problem:
    owner = _model_at(model, path[:-1])
    known = list(_aliases(owner)) if owner else []
    key = str(path[-1])
    similar = nearest(key, tuple(known))
    where = f" in „{path_text(path[:-1])}“" if len(path) > 1 else ""
    remedy = did_you_mean(similar) or f"Löschen Sie das Feld, oder benutzen Sie eines von: {', '.join(sorted(known))}."
    return Problem(path, "feld-unbekannt", f"Das Feld „{_clip(key)}“ gibt es{where} nicht.", remedy, at_key=True)


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
        f"„{_clip(value)}“ ist hier kein vorgesehener Wert.",
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
        words = {name: _clip(text) for name, text in context.items()}
        return Problem(path, rule, message.format(**words), remedy.format(**words))

    return explain


_LIST = _wrong_type("eine Liste", "Schreiben Sie [a, b] oder je Zeile „- a“.")
_MAPPING = _wrong_type(
    "eine Gruppe von Feldern",
    "Schreiben Sie {{feld: wert}} oder eingerückte Zeilen „feld: wert“.".replace("{{", "{").replace("}}", "}"),
)
_EXPLAIN: dict[str, _Explain] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _not_in_list,
    "string_too_long": _too_long,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_type": _wrong_type("ein Text", "Setzen Sie den Wert in Anführungszeichen, wenn er ein Text sein soll."),
    "list_type": _LIST,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "union_tag_not_found": _MAPPING,
    "int_type": _wrong_type("eine ganze Zahl", "Schreiben Sie die Zahl ohne Anführungszeichen."),
    "greater_than_equal": _wrong_type("eine Zahl ab 1", "Quellen werden ab 1 gezählt."),
    "alter-verdreht": _fixed("alter-verdreht", "Das Alter endet, bevor es beginnt.", "Tauschen Sie „von“ und „bis“."),
    "zeit-verdreht": _fixed("zeit-verdreht", "Der Zeitraum endet, bevor er beginnt.", "Tauschen Sie „von“ und „bis“."),
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
        "Kennungen haben nur Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche.",
    ),
    "quelle-leer": _fixed(
        "quelle-leer", "Die Quelle hat weder Titel noch Adresse.", "Ergänzen Sie „titel“ oder „url“."
    ),
    "adresse-form": _fixed(
        "adresse-form",
        "„{wert}“ ist keine vollständige Adresse.",
        "Adressen beginnen mit https:// oder http:// und haben keine Leerzeichen.",
    ),
    "stand-prueft": _fixed(
        "stand-prueft",
        "Die Stufe „geprueft“ braucht einen Prüfvermerk.",
        "Ergänzen Sie „pruefvermerk: {{stelle: …, datum: …}}“.",
    ),
    "ende-grund": _fixed(
        "ende-grund",
        "Ein Grund für das Ende passt nicht zum Status.",
        "Löschen Sie „ende_grund“, oder setzen Sie den Status auf „beendet“ oder „abgebrochen“.",
    ),
    "quelle-nummer": _fixed(
        "quelle-nummer", "Eine Quelle mit der Nummer {wert} gibt es nicht.", "Nummern zählen die Liste „quellen“ ab 1."
    ),
    "feld-leer": _empty,
    "feld-typ": _fixed(
        "feld-typ", "Hier muss {erwartet} stehen.", "Schreiben Sie zum Beispiel 3 oder schwangerschaft."
    ),
}


def _date_error(model: type[BaseModel], path: FieldPath, value: Any, context: dict[str, Any]) -> Problem:
    try:
        PartialDate.parse(value)
    except Exception as error:
        kind, details = getattr(error, "type", "datum-form"), getattr(error, "context", None) or {"wert": str(value)}
        return _EXPLAIN[kind](model, path, value, details)
    return _fixed("datum-form", "„{wert}“ ist kein Tag.", "Schreiben Sie Jahr-Monat-Tag, zum Beispiel 2025-06-01.")(
        model, path, value, {"wert": value}
    )


for _date_type in ("date_type", "date_from_datetime_parsing", "date_parsing", "date_from_datetime_inexact"):
    _EXPLAIN[_date_type] = _date_error


def _clip(value: Any, limit: int = 60) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return f"„{str(value).lower()}“"
    if isinstance(value, (int, float)):
        return f"die Zahl {value}"
    if isinstance(value, dt.date):
        return f"das Datum {value.isoformat()}"
    if isinstance(value, list):
        return "eine Liste"
    if isinstance(value, dict):
        return "eine Gruppe von Feldern"
    return f"der Text „{_clip(value)}“" if isinstance(value, str) else "dieser Wert"


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


def salvage(model: type[M], data: dict[str, Any], problems: list[Problem]) -> M:
    """What is sound of an invalid record, so that its other mistakes are found in the same run; never published."""
    wrong = {problem.path[0] for problem in problems if problem.path}
    values: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        alias = field.alias or name
        if alias not in wrong and data.get(alias) is not None:
            values[name] = _field_validator(model, name)(data[alias])
        elif field.is_required():
            values[name] = _neutral(field.annotation)
    return model.model_construct(**values)


@lru_cache(maxsize=256)
def _field_validator(model: type[BaseModel], name: str) -> Callable[[Any], Any]:
    field = model.model_fields[name]
    annotation: Any = field.annotation
    for metadata in field.metadata:
        annotation = typing.Annotated[annotation, metadata]
    return TypeAdapter(annotation, config={"strict": True, "str_strip_whitespace": True}).validate_python


def _neutral(annotation: Any) -> Any:
    origin = typing.get_origin(annotation)
    if origin in (list, dict):
        return origin()
    return "" if annotation is str else None
