"""A guarded YAML reader that knows where everything stands.

It builds plain data straight from YAML events, so that nesting, aliases, anchors and tags end the reading before
anything is composed (a 300-byte alias bomb costs a minute otherwise). Only text, whole and decimal numbers,
``true``/``false``, null and ISO dates are recognised; everything else is text.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Any

import yaml

from praxis.findings import MAX_PER_FILE, Finding
from praxis.places import Positions, clip, path_text
from praxis.records.base import FieldPath
from praxis.source import position
from praxis.yaml_errors import explain

MAX_DEPTH = 32
MAX_VALUES = 1_000
"""Values in one head, six times as many as the fullest record has: a kilobyte of commas holds hundreds."""
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LINE_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Characters that end a line in YAML but nowhere else."""
_WORDS: dict[str, Any] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}


class HeadError(Exception):
    """A YAML text cannot be read; becomes one finding."""

    def __init__(self, rule: str, place: tuple[int, int], message: str, remedy: str, path: FieldPath = ()) -> None:
        super().__init__(message)
        self.rule, self.message, self.remedy, self.path = rule, message, remedy, path
        self.line, self.column = place

    def as_finding(self, file: str) -> Finding:
        """The error as a finding of ``file``."""
        return Finding(file, self.line, self.column, path_text(self.path) or None, self.rule, self.message, self.remedy)


class Reader:
    """Builds data from one YAML text of at most ``limit`` values; fills ``positions`` if given."""

    def __init__(
        self, text: str, first_line: int = 1, positions: Positions | None = None, limit: float = math.inf
    ) -> None:
        self._text, self._first_line, self._positions = text, first_line, positions
        self._limit = self._left = limit
        self._has_odd_lines = bool(_LINE_BREAKS.search(text))
        self._parser: Any = None
        self.repeated: list[HeadError] = []
        """Keys that stood twice; the first value counts."""

    def read(self) -> Any:
        """Plain data of the text; raises :class:`HeadError`."""
        try:
            self._parser = _PARSER(self._text)
            return self._document()
        except yaml.YAMLError as error:
            line, column, rule, message, remedy = explain(self._text, error)
            raise HeadError(rule, (line + self._first_line - 1, column), message, remedy) from None
        finally:
            if self._parser is not None:
                self._parser.dispose()
                self._parser = None

    def _document(self) -> Any:
        data: Any = None
        documents = 0
        while not isinstance(event := self._parser.get_event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                self._check_start(event, documents)
            elif isinstance(event, yaml.NodeEvent):
                data = self._value(event, (), 0)
        return data

    def _check_start(self, event: yaml.DocumentStartEvent, documents: int) -> None:
        if event.version or event.tags:
            message = "Der Kopf verwendet YAML-Anweisungen (%…)."
            raise HeadError("kopf-anker", self._place(event.start_mark), message, "Löschen Sie die Zeile.")
        if documents > 1:
            message = "Hier beginnt ein zweiter Kopf."
            raise HeadError(
                "kopf-syntax", self._place(event.start_mark), message, "Führen Sie die Felder zu einem Kopf zusammen."
            )

    def _value(self, event: Any, path: FieldPath, depth: int) -> Any:
        kind = type(event)
        self._left -= 1
        if self._left < 0:
            raise HeadError(
                "kopf-zu-gross",
                self._place(event.start_mark),
                f"Der Kopf hat mehr als {self._limit:,} Angaben.".replace(",", "."),
                "Verschieben Sie lange Listen aus dem Kopf in den Text darunter.",
                path,
            )
        if kind is yaml.AliasEvent or event.anchor or event.tag:
            raise self._anchor(event, path)
        if self._positions is not None:
            self._positions.values[path] = self._place(event.start_mark)
            if kind is yaml.ScalarEvent:
                self._positions.ends[path] = self._place(event.end_mark)
        if kind is yaml.ScalarEvent:
            return _scalar(event.value) if event.implicit[0] else event.value
        if depth >= MAX_DEPTH:
            raise HeadError(
                "kopf-zu-tief",
                self._place(event.start_mark),
                f"Der Kopf ist tiefer als {MAX_DEPTH} Ebenen verschachtelt.",
                "Prüfen Sie die Klammern und Einrückungen an dieser Stelle.",
                path,
            )
        is_list = kind is yaml.SequenceStartEvent
        if self._positions is not None:
            self._positions.groups[path] = list if is_list else dict
        return self._sequence(path, depth) if is_list else self._mapping(path, depth)

    def _sequence(self, path: FieldPath, depth: int) -> list[Any]:
        items: list[Any] = []
        next_event = self._parser.get_event
        while type(event := next_event()) is not yaml.SequenceEndEvent:
            below = (*path, len(items))
            if self._positions is not None and type(event) is yaml.ScalarEvent:
                self._positions.entries.setdefault((*path, event.value), below)
            items.append(self._value(event, below, depth + 1))
        return items

    def _mapping(self, path: FieldPath, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        next_event = self._parser.get_event
        while type(event := next_event()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent or event.anchor or event.tag:
                raise self._no_key(event, path)
            key = event.value
            below = (*path, key)
            if key in mapping:
                self._repeat(event, below)
                self._value(next_event(), (*path, f"{key} (2)"), depth + 1)
                continue
            if self._positions is not None:
                self._positions.keys[below] = self._place(event.start_mark)
            mapping[key] = self._value(next_event(), below, depth + 1)
        return mapping

    def _repeat(self, event: Any, path: FieldPath) -> None:
        if len(self.repeated) > MAX_PER_FILE:
            return
        message = f"Das Feld „{clip(path[-1])}“ steht hier zum zweiten Mal."
        remedy = "Führen Sie beide Angaben zu einer zusammen."
        self.repeated.append(HeadError("feld-doppelt", self._place(event.start_mark), message, remedy, path))

    def _no_key(self, event: Any, path: FieldPath) -> HeadError:
        if type(event) is yaml.AliasEvent or event.anchor or event.tag:
            return self._anchor(event, path)
        return HeadError(
            "kopf-syntax",
            self._place(event.start_mark),
            "An dieser Stelle steht kein Feldname.",
            "Setzen Sie Werte mit { oder [ am Anfang in Anführungszeichen.",
            path,
        )

    def _anchor(self, event: Any, path: FieldPath) -> HeadError:
        return HeadError(
            "kopf-anker",
            self._place(event.start_mark),
            "Der Kopf verwendet YAML-Anker, -Verweise oder -Typangaben (&, *, !).",
            "Setzen Sie den Wert in Anführungszeichen, oder schreiben Sie ihn aus.",
            path,
        )

    def _place(self, mark: Any) -> tuple[int, int]:
        if self._has_odd_lines:
            line, column = position(self._text, mark.index)
            return line + self._first_line - 1, column
        return mark.line + self._first_line, mark.column + 1


def _scalar(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    first = text[0]
    if first.isdigit() or first in "+-":
        if _INTEGER.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
        if date := _DATE.fullmatch(text):
            try:
                return dt.date(int(date[1]), int(date[2]), int(date[3]))
            except ValueError:
                return text
    return text
