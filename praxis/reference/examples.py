"""Worked examples of every record type: whole files of an invented place, cut into their fields.

The files lie in ``examples/`` like contents below ``docs/``; a test holds that they are free of findings and that they
use every field, so that the reference has an example for each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from praxis.frontmatter import locate, split_head
from praxis.records import Record
from praxis.schema import validate
from praxis.source import read_source

FOLDER = Path(__file__).resolve().parent / "examples"


@dataclass(frozen=True, slots=True)
class Snippet:
    """The lines of one top-level field, the author's note above them, and which form of the field they show."""

    text: str
    note: str
    form: str


@dataclass(frozen=True, slots=True)
class Example:
    """An example file: the record, its front matter cut by top-level key, the Markdown below."""

    name: str
    record: Record
    snippets: Mapping[str, Snippet]
    body: str

    @property
    def text(self) -> str:
        """The whole file without the notes, as an editor would write it."""
        head = "\n".join(snippet.text for snippet in self.snippets.values())
        return f"---\n{head}\n---\n{self.body}"


@cache
def examples(record_type: type[Record]) -> tuple[Example, ...]:
    """The examples of a record type, by file name."""
    return tuple(_load(record_type, path.name) for path in sorted((FOLDER / record_type.folder).glob("*.md")))


def _load(record_type: type[Record], name: str) -> Example:
    source, _ = read_source(FOLDER, f"{record_type.folder}/{name}")
    head, _ = split_head(source) if source else (None, [])
    record = validate(record_type, head.data)[0] if head else None
    if source is None or head is None or record is None:
        raise ValueError(f"das Beispiel {record_type.folder}/{name} hat Fehler")
    starts = [place[0] for path, place in locate(source).keys.items() if len(path) == 1]
    lines = source.text.split("\n")
    ends = [*starts[1:], head.body_line - 1]
    snippets = {
        key: _snippet(lines, start, end, value)
        for (key, value), start, end in zip(head.data.items(), starts, ends, strict=True)
    }
    return Example(name, record.placed(Path(name).stem, name, head.body), snippets, head.body)


def _snippet(lines: list[str], start: int, end: int, value: object) -> Snippet:
    text = [line for line in lines[start - 1 : end - 1] if not line.startswith("#")]
    return Snippet("\n".join(text), _note_above(lines, start), _form(value))


def _form(value: object) -> str:
    """A name for how a value is written: text, list of texts, group, list of groups."""
    if isinstance(value, list):
        return f"list of {_form(value[0])}" if value else "list"
    return "group" if isinstance(value, dict) else "plain"


def _note_above(lines: list[str], start: int) -> str:
    notes: list[str] = []
    while lines[start - 2].startswith("#"):
        start -= 1
        notes.insert(0, lines[start - 1].lstrip("# "))
    return " ".join(notes)
