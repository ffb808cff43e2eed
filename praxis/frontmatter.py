"""Front matter: splitting, and a guarded YAML reader that knows where everything stands.

python-frontmatter names the boundaries; the reader builds plain data straight from YAML events, so that nesting,
aliases, anchors and tags end the reading before anything is composed (a 300-byte alias bomb costs a minute
otherwise). Only text, whole and decimal numbers, ``true``/``false``, null and ISO dates are recognised; everything
else is text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import BaseHandler

from praxis.findings import Finding
from praxis.records.base import FieldPath
from praxis.source import Source, position

MAX_HEAD = 64 * 1024
MAX_DEPTH = 32
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
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
    """The front matter cannot be read; becomes one finding."""

    def __init__(self, rule: str, line: int, column: int, message: str, remedy: str, path: FieldPath = ()) -> None:
        super().__init__(message)
        self.rule, self.line, self.column, self.message, self.remedy, self.path = (
            rule,
            line,
            column,
            message,
            remedy,
            path,
        )

    def as_finding(self, file: str) -> Finding:
        """The error as a finding of ``file``."""
        return Finding(file, self.line, self.column, path_text(self.path) or None, self.rule, self.message, self.remedy)


@dataclass(slots=True)
class Positions:
    """Where keys and values stand: field path -> (line, column) from 1, in the file."""

    keys: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    values: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)

    def of(self, path: FieldPath, *, key: bool = False) -> tuple[int, int]:
        """Place of a field: of its key or its value; of the nearest known field around it if it has none."""
        while path:
            for table in (self.keys, self.values) if key else (self.values, self.keys):
                if path in table:
                    return table[path]
            path, key = path[:-1], True
        return (1, 1)


@dataclass(frozen=True, slots=True)
class Head:
    """A file taken apart: front matter as plain data, the body and the line before it."""

    data: dict[str, Any]
    body: str
    body_line: int
    """Number of the line on which the body begins, from 1."""


class GuardedHandler(BaseHandler):
    """python-frontmatter's interface to our reader: boundaries from it, parsing from us."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def load(self, fm: str, **kwargs: object) -> Any:
        """Plain data of a YAML text; raises :class:`HeadError`."""
        return _Reader(fm, first_line=1).read()

    def export(self, metadata: dict[str, object], **kwargs: object) -> str:
        """YAML text of plain data, in the given order."""
        return yaml.safe_dump(metadata, allow_unicode=True, sort_keys=False, width=1 << 16).rstrip("\n")


_HANDLER = GuardedHandler()


def split_head(source: Source) -> tuple[Head | None, list[Finding]]:
    """Front matter and body of a file, or None with the findings that say why not."""
    try:
        start, end, body_start = _boundaries(source.text)
        first_line = source.text.count("\n", 0, start) + 1
        head_text = source.text[start:end]
        if len(head_text.encode()) > MAX_HEAD:
            raise HeadError(
                "kopf-zu-gross",
                1,
                1,
                "Der Kopf der Datei ist größer als 64 kB.",
                "Verschieben Sie lange Texte aus dem Kopf in den Text darunter.",
            )
        reader = _Reader(head_text, first_line)
        data = reader.read()
        if not isinstance(data, dict):
            raise HeadError(
                "kopf-kein-feld",
                first_line,
                1,
                "Der Kopf besteht nicht aus Feldern.",
                "Schreiben Sie je Zeile „feld: wert“, zum Beispiel „titel: Begrüßungsbesuche“.",
            )
    except HeadError as error:
        return None, [error.as_finding(source.path)]
    head = Head(data, source.text[body_start:], source.text.count("\n", 0, body_start) + 1)
    return head, [error.as_finding(source.path) for error in reader.repeated]


def read_yaml(text: str, positions: Positions) -> tuple[Any, list[HeadError]]:
    """Plain data of a whole YAML file and its repeated keys; raises :class:`HeadError`."""
    reader = _Reader(text, 1, positions)
    return reader.read(), reader.repeated


def locate(source: Source) -> Positions:
    """Positions of all fields of a file whose front matter could be read; read again only where a finding needs it."""
    positions = Positions()
    start, end, _ = _boundaries(source.text)
    _Reader(source.text[start:end], source.text.count("\n", 0, start) + 1, positions).read()
    return positions


def path_text(path: FieldPath) -> str:
    """``("quellen", 0, "url")`` as ``quellen[0].url``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else (f".{part}" if text else part)
    return text


def _boundaries(text: str) -> tuple[int, int, int]:
    opening = _HANDLER.FM_BOUNDARY.match(text)
    if not opening:
        raise HeadError(
            "kopf-fehlt",
            1,
            1,
            "Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen (---).",
            "Stellen Sie den Kopf mit den Feldern an den Anfang der Datei, zwischen zwei Zeilen ---.",
        )
    closing = _HANDLER.FM_BOUNDARY.search(text, opening.end())
    if not closing:
        raise HeadError(
            "kopf-ende",
            1,
            1,
            "Dem Kopf fehlt die schließende Zeile aus drei Bindestrichen (---).",
            "Setzen Sie unter das letzte Feld eine Zeile mit genau drei Bindestrichen.",
        )
    body_start = min(closing.end() + 1, len(text))
    return min(opening.end() + 1, len(text)), closing.start(), body_start


class _Reader:
    """Builds data from the events of one YAML text; fills ``positions`` if given."""

    def __init__(self, text: str, first_line: int, positions: Positions | None = None) -> None:
        self._text, self._first_line, self._positions = text, first_line, positions
        self.repeated: list[HeadError] = []
        """Keys that stand twice; the first value counts."""

    def read(self) -> Any:
        try:
            events = yaml.parse(self._text, Loader=_PARSER)
            return self._document(events)
        except yaml.YAMLError as error:
            raise self._syntax_error(error) from None

    def _document(self, events: Iterator[yaml.Event]) -> Any:
        data: Any = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
                raise self._at(
                    event, "kopf-anker", "Der Kopf verwendet YAML-Anweisungen (%…).", "Löschen Sie die Zeile.", ()
                )
            if isinstance(event, yaml.NodeEvent):
                data = self._value(event, events, (), 0)
        return data

    def _value(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], path: FieldPath, depth: int) -> Any:
        if event.anchor or getattr(event, "tag", None):
            raise self._at(
                event,
                "kopf-anker",
                "Der Kopf verwendet YAML-Anker, -Verweise oder -Typangaben (&, *, !).",
                "Setzen Sie den Wert in Anführungszeichen, oder schreiben Sie ihn aus.",
                path,
            )
        if self._positions is not None:
            self._positions.values[path] = self._place(event)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event.value) if event.implicit[0] else event.value
        if depth >= MAX_DEPTH:
            raise self._at(
                event,
                "kopf-zu-tief",
                f"Der Kopf ist tiefer als {MAX_DEPTH} Ebenen verschachtelt.",
                "Prüfen Sie die Klammern und Einrückungen an dieser Stelle.",
                path,
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path, depth)
        return self._mapping(events, path, depth)

    def _sequence(self, events: Iterator[yaml.Event], path: FieldPath, depth: int) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(_as_node(event), events, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, events: Iterator[yaml.Event], path: FieldPath, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
                raise self._at(
                    event,
                    "kopf-syntax",
                    "An dieser Stelle steht kein Feldname.",
                    "Setzen Sie Werte mit { oder [ am Anfang in Anführungszeichen.",
                    path,
                )
            key = event.value
            below = (*path, key)
            if key in mapping:
                self.repeated.append(
                    self._at(
                        event,
                        "feld-doppelt",
                        f"Das Feld „{key}“ steht hier zum zweiten Mal.",
                        "Führen Sie beide Angaben zu einer zusammen.",
                        below,
                    )
                )
                self._value(_node(events), events, (*path, f"{key} (2)"), depth + 1)
                continue
            if self._positions is not None:
                self._positions.keys[below] = self._place(event)
            mapping[key] = self._value(_node(events), events, below, depth + 1)
        return mapping

    def _place(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        assert mark is not None  # the parser marks every event
        return mark.line + self._first_line, mark.column + 1

    def _at(self, event: yaml.Event, rule: str, message: str, remedy: str, path: FieldPath) -> HeadError:
        return HeadError(rule, *self._place(event), message, remedy, path)

    def _syntax_error(self, error: yaml.YAMLError) -> HeadError:
        context = str(getattr(error, "context", "") or "")
        begins_earlier = "quoted scalar" in context or "simple key" in context
        marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
        mark = next(filter(None, reversed(marks) if begins_earlier else marks), None)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        if mark is None and isinstance(error, yaml.reader.ReaderError):
            line, column = (number - 1 for number in position(self._text, error.position))
        line = min(line, max(self._text.count("\n") - 1, 0))
        content = ([*self._text.split("\n"), ""])[line]
        rule, message, remedy = _explain(content, f"{context} {getattr(error, 'problem', '') or error}")
        return HeadError(rule, line + self._first_line, column + 1, message, remedy)


def _explain(line: str, problem: str) -> tuple[str, str, str]:
    """Rule, message and remedy for a YAML syntax error, from the line it stands on and the parser's words."""
    if "\t" in line[: len(line) - len(line.lstrip())] or ("\\t" in problem and "\t" in line):
        return (
            "kopf-tabulator",
            "Die Zeile ist mit einem Tabulator eingerückt.",
            "Rücken Sie mit Leerzeichen ein (zwei je Ebene).",
        )
    if "mapping values are not allowed" in problem:
        return (
            "kopf-syntax",
            "Im Wert steht ein Doppelpunkt mit Leerzeichen, oder diese oder die vorige Zeile ist falsch eingerückt.",
            "Setzen Sie den ganzen Wert in Anführungszeichen, oder prüfen Sie die Einrückung.",
        )
    if "quoted scalar" in problem or "end of stream" in problem:
        return (
            "kopf-syntax",
            "Ein Anführungszeichen oder eine Klammer wird nicht geschlossen.",
            "Ergänzen Sie das fehlende Zeichen.",
        )
    if "could not find expected ':'" in problem:
        return (
            "kopf-syntax",
            "In der Zeile fehlt der Doppelpunkt nach dem Feldnamen.",
            "Schreiben Sie „feld: wert“; lange Texte rücken Sie ein.",
        )
    if "expected ',' or" in problem:
        return (
            "kopf-syntax",
            "In einer Aufzählung fehlt ein Komma oder die schließende Klammer.",
            "Ergänzen Sie das Komma oder die Klammer.",
        )
    if "cannot start any token" in problem:
        return (
            "kopf-syntax",
            "Der Wert beginnt mit einem Zeichen, das im Kopf eine Bedeutung hat.",
            "Setzen Sie den Wert in Anführungszeichen.",
        )
    return (
        "kopf-syntax",
        "Diese Zeile lässt sich nicht als „feld: wert“ lesen.",
        "Prüfen Sie Einrückung, Doppelpunkte, Anführungszeichen und Klammern in dieser und der vorigen Zeile.",
    )


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


def _as_node(event: yaml.Event) -> yaml.NodeEvent:
    assert isinstance(event, yaml.NodeEvent)  # inside a collection only nodes and its end occur
    return event


def _node(events: Iterator[yaml.Event]) -> yaml.NodeEvent:
    return _as_node(next(events))
