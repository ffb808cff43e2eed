"""Shared vectors of the checks: what Python finds in a record, for the twin in the browser to find as well."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from praxis.editing.web_form import FORM_TYPES, form_spec
from praxis.findings import Finding
from praxis.frontmatter import Head, split_head
from praxis.library import Library
from praxis.site.data.form import known
from praxis.source import read_source
from tests.broken import TODAY

Told = tuple[str, str, str, str]
"""Rule, field (empty for none), message, remedy."""
_FILE = "betrifft die Datei selbst; das Formular schreibt sie oder nennt beim Öffnen den Grund"
_YAML = "betrifft die Schreibweise im Kopf; das Formular schreibt sie richtig oder nennt beim Öffnen den Grund"
NOT_IN_THE_BROWSER: Mapping[str, str] = {
    "datei-kein-text": _FILE,
    "datei-kodierung": _FILE,
    "datei-zu-gross": _FILE,
    "zeile-zu-lang": _FILE,
    "datei-versteckt": _FILE,
    "datei-verweis": _FILE,
    "datei-name": _FILE,
    "datei-ordner": _FILE,
    "datei-art": _FILE,
    "datei-lesbar": _FILE,
    "kennung-vergeben": "betrifft den Dateinamen; das Formular schlägt keinen vergebenen vor",
    "bild-inhalt": "betrifft Bilddateien; das Formular nimmt keine Bilder an",
    "kapitel-fehlt": "betrifft das Vokabular der Standards, kein Feld eines Eintrags",
    "vokabular-fehlt": "betrifft das Vokabular; die Website wird ohne nicht gebaut",
    "kopf-fehlt": _YAML,
    "kopf-ende": _YAML,
    "kopf-syntax": _YAML,
    "kopf-tabulator": _YAML,
    "kopf-zu-gross": _YAML,
    "kopf-zu-tief": _YAML,
    "kopf-anker": _YAML,
    "kopf-kein-feld": _YAML,
    "feld-doppelt": _YAML,
    "text-steuerzeichen": "betrifft Zeichenfolgen mit umgekehrtem Schrägstrich; im Formular ist es „zeichen-unsichtbar“",
    "zeichen-ohne-schrift": "betrifft das gedruckte Buch; die Liste seiner Zeichen wäre länger als alle anderen Prüfungen",
    "satz-gescheitert": "zeigt sich erst, wenn das Buch gesetzt wird",
    "befunde-viele": "das Formular nennt alle Mängel",
}
"""Rules that the form does not check, with the reason."""


@dataclass(frozen=True)
class Vector:
    """A record as read, and what Python finds in it."""

    kind: str
    id: str
    data: Any
    text: str
    expected: frozenset[Told]

    def as_json(self) -> dict[str, Any]:
        """What the browser's side is given."""
        return {"kind": self.kind, "id": self.id, "data": encoded(self.data), "text": self.text}


def context(library: Library) -> tuple[dict[str, Any], dict[str, Any]]:
    """Fields and vocabularies, and what the library holds: the data files of the form."""
    return form_spec(library.vocabulary), known(library)


def vectors(library: Library) -> Iterator[Vector]:
    """One for each record of the form's types whose front matter can be read."""
    for file in library.files.records:
        head = _head(library.root, file.path) if file.type in FORM_TYPES else None
        if head:
            found = frozenset(told(each) for each in library.findings if each.file == file.path)
            checked = frozenset(each for each in found if each[0] not in NOT_IN_THE_BROWSER)
            yield Vector(file.type.kind, file.id, head.data, head.body, checked)


def told(finding: Finding) -> Told:
    """What counts of a finding: not its place in the file."""
    return finding.rule, finding.field or "", finding.message, finding.remedy


def encoded(value: Any) -> Any:
    """Front matter as JSON, days as ``{"$date": …}``."""
    if isinstance(value, dt.date):
        return {"$date": value.isoformat()}
    if isinstance(value, dict):
        return {key: encoded(item) for key, item in value.items()}
    return [encoded(item) for item in value] if isinstance(value, list) else value


def load(root: Path) -> Library:
    """A library on the day of the miniature sites."""
    return Library.load(root, TODAY)


def _head(root: Path, path: str) -> Head | None:
    source, _ = read_source(root, path)
    return split_head(source)[0] if source else None
