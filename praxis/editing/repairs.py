"""Safe repairs of a record that can be read: each has one right result, and says what it did."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from praxis.checks.prose import without_code
from praxis.editing.edits import Edit
from praxis.editing.known_ids import KnownIds
from praxis.editing.questions import YES_NO
from praxis.files import DOCS
from praxis.places import Positions
from praxis.records import RECORD_TYPES, FieldPath, Record
from praxis.records.dates import from_german
from praxis.reference.catalogue import reference
from praxis.reference.fields import FieldDoc
from praxis.source import offset
from praxis.vocabulary import Vocabulary

_LINK = re.compile(
    r"\]\(\s*<?([^\s()<>#]+)\.md(?=[#>)\s])|^ {0,3}\[[^\]]+\]:\s*<?([^\s<>#]+)\.md(?=[#>\s]|$)", re.MULTILINE
)
_KINDS_BY_FOLDER = {record_type.folder: record_type.kind for record_type in RECORD_TYPES}
_BLOCK = ("|", ">")


@dataclass(frozen=True)
class Repairer:
    """Finds repairs in the files of one library."""

    known: KnownIds
    vocabulary: Vocabulary

    def head(self, record_type: type[Record], text: str, data: Mapping[str, Any], places: Positions) -> Iterator[Edit]:
        """Repairs in the front matter of a file with the given text."""
        docs = {field.path: field for top in reference(record_type).fields for field in top.walk()}
        for path, end in places.ends.items():
            span = offset(text, places.values[path]), offset(text, end)
            raw = text[slice(*span)]
            if raw.startswith(_BLOCK):
                continue
            yield from _trimmed(text, raw, span)
            value = _at(data, path)
            if isinstance(value, str):
                yield from self._value(docs, path, value, span)
        for path, place in places.keys.items():
            yield from self._key(docs, path, text, offset(text, place))

    def links(self, path: str, text: str, body_start: int) -> Iterator[Edit]:
        """Links of the body to files that had another name, or whose name was written with umlauts."""
        folder = posixpath.dirname(path)
        for found in _LINK.finditer(without_code(text[body_start:])):
            group = 1 if found[1] else 2
            target = posixpath.normpath(posixpath.join(folder, found[group]))
            parts = target.split("/")
            kind = _KINDS_BY_FOLDER.get(parts[1]) if len(parts) == 3 and parts[0] == DOCS else None
            meant = self.known.meant(kind, parts[2]) if kind and kind != "kapitel" else None
            if meant:
                end = body_start + found.end(group)
                yield Edit(end - len(parts[2]), end, meant, f"Link auf „{meant}“ gerichtet.")

    def _value(
        self, docs: Mapping[tuple[str, ...], FieldDoc], path: FieldPath, value: str, span: tuple[int, int]
    ) -> Iterator[Edit]:
        doc = docs.get(tuple(part for part in path if isinstance(part, str)))
        if doc and doc.inner and not doc.vocabulary:  # a text alone, where a group with an id in it may stand
            doc = next((inner for inner in doc.inner if inner.required and inner.vocabulary), doc)
        meant, why = self._meant(doc, path, value)
        if meant:
            yield Edit(*span, meant, why.format(value.strip(), meant))

    def _meant(self, doc: FieldDoc | None, path: FieldPath, value: str) -> tuple[str | None, str]:
        word = value.strip()
        if condition := self._condition(path):
            names = {title: key for key, title in self.vocabulary.context_model.conditions[condition].options.items()}
            options = set(names.values())
            return None if word in options else names.get(word) or self.known.meant_of(options, word), _REWRITTEN
        if doc is None:
            return None, ""
        if "Datum:" in doc.words and (date := from_german(word[:40])):
            return (date, _DATE) if "Jahr-Monat oder Jahr" in doc.words or len(date) == 10 else (None, "")
        if doc.vocabulary:
            return self.known.meant(doc.vocabulary, word), _IDENTIFIED
        options = {key for key, _ in doc.options} or (set(YES_NO) if doc.words.startswith("ja oder nein") else set())
        return (self.known.meant_of(options, word), _REWRITTEN) if options else (None, "")

    def _condition(self, path: FieldPath) -> str | None:
        """The condition whose value stands at a path; effort bands included."""
        conditions = self.vocabulary.context_model.conditions
        if path[0] == "kontext" and len(path) > 1 and (len(path) == 2 or path[2] == "wert" or isinstance(path[2], int)):
            return str(path[1]) if path[1] in conditions else None
        last = str(path[-1])
        return last if path[0] in ("aufwand", "grenzen") and last in conditions else None

    def _key(self, docs: Mapping[tuple[str, ...], FieldDoc], path: FieldPath, text: str, start: int) -> Iterator[Edit]:
        """Keys of groups that are keyed by ids (``standards``, ``kontext``)."""
        key = str(path[-1])
        doc = docs.get(tuple(str(part) for part in path[:-1]))
        if len(path) != 2 or doc is None or not doc.vocabulary or text[start : start + len(key)] != key:
            return
        if meant := self.known.meant(doc.vocabulary, key):
            yield Edit(start, start + len(key), meant, _IDENTIFIED.format(key, meant))


_DATE = "Datum „{}“ als „{}“ geschrieben."
_IDENTIFIED = "Kennung „{}“ durch „{}“ ersetzt."
_REWRITTEN = "Wert „{}“ als „{}“ geschrieben."


def _trimmed(text: str, raw: str, span: tuple[int, int]) -> Iterator[Edit]:
    """Spaces at the end of a line behind a value, and at both ends inside quotation marks."""
    line_end = text.find("\n", span[1])
    behind = text[span[1] : line_end]
    if behind and not behind.strip(" \t"):
        yield Edit(span[1], line_end, "", "Leerzeichen am Zeilenende entfernt.")
    if len(raw) > 2 and raw[0] == raw[-1] and raw[0] in "\"'" and "\n" not in raw:
        inner = raw[1:-1].strip(" ")
        if inner and inner != raw[1:-1] and not inner.endswith("\\"):
            yield Edit(*span, f"{raw[0]}{inner}{raw[0]}", "Leerzeichen um den Wert entfernt.")


def _at(data: Any, path: FieldPath) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data
