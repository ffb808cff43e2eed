"""Front matter and body of a file: python-frontmatter names the boundaries, our guarded reader reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml
from frontmatter.default_handlers import BaseHandler

from praxis.findings import Finding
from praxis.places import Positions
from praxis.source import Source
from praxis.yaml_reader import MAX_VALUES, HeadError, Reader

MAX_HEAD = 64 * 1024


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
        return Reader(fm).read()

    def export(self, metadata: dict[str, object], **kwargs: object) -> str:
        """YAML text of plain data, in the given order."""
        return yaml.safe_dump(metadata, allow_unicode=True, sort_keys=False, width=1 << 16).rstrip("\n")


_HANDLER = GuardedHandler()


def split_head(source: Source) -> tuple[Head | None, list[Finding]]:
    """Front matter and body of a file, or None with the findings that say why not."""
    try:
        start, end, body_start = boundaries(source.text)
        first_line = source.text.count("\n", 0, start) + 1
        head_text = source.text[start:end]
        if len(head_text.encode()) > MAX_HEAD:
            raise HeadError(
                "kopf-zu-gross",
                (1, 1),
                "Der Kopf der Datei ist größer als 64 kB.",
                "Verschieben Sie lange Texte aus dem Kopf in den Text darunter.",
            )
        reader = Reader(head_text, first_line, limit=MAX_VALUES)
        data = reader.read()
        if not isinstance(data, dict):
            raise HeadError(
                "kopf-kein-feld",
                (first_line, 1),
                "Der Kopf besteht nicht aus Feldern.",
                "Schreiben Sie je Zeile „feld: wert“, zum Beispiel „titel: Begrüßungsbesuche“.",
            )
    except HeadError as error:
        return None, [error.as_finding(source.path)]
    head = Head(data, source.text[body_start:], source.text.count("\n", 0, body_start) + 1)
    return head, [error.as_finding(source.path) for error in reader.repeated]


def read_yaml(text: str, positions: Positions) -> tuple[Any, list[HeadError]]:
    """Plain data of a whole YAML file and its repeated keys; raises :class:`HeadError`."""
    reader = Reader(text, 1, positions)
    return reader.read(), reader.repeated


def locate(source: Source) -> Positions:
    """Positions of all fields of a file whose front matter could be read; read again only where a finding needs it."""
    positions = Positions()
    start, end, _ = boundaries(source.text)
    Reader(source.text[start:end], source.text.count("\n", 0, start) + 1, positions).read()
    return positions


def boundaries(text: str) -> tuple[int, int, int]:
    """Start and end of the front matter and start of the body in a file's text; raises :class:`HeadError`."""
    opening = _HANDLER.FM_BOUNDARY.match(text)
    if not opening:
        raise HeadError(
            "kopf-fehlt",
            (1, 1),
            "Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen (---).",
            "Stellen Sie den Kopf mit den Feldern an den Anfang der Datei, zwischen zwei Zeilen ---.",
        )
    closing = _HANDLER.FM_BOUNDARY.search(text, opening.end())
    if not closing:
        raise HeadError(
            "kopf-ende",
            (1, 1),
            "Dem Kopf fehlt die schließende Zeile aus drei Bindestrichen (---).",
            "Setzen Sie unter das letzte Feld eine Zeile mit genau drei Bindestrichen.",
        )
    body_start = min(closing.end() + 1, len(text))
    return min(opening.end() + 1, len(text)), closing.start(), body_start
