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
    """The lines of one top-level field and the author's note above them."""

    text: str
    note: str


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
    snippets = _snippets(lines, list(zip(head.data, starts, strict=True)), head.body_line - 1)
    return Example(name, record.placed(Path(name).stem, name, head.body), snippets, head.body)


def _snippets(lines: list[str], keys: list[tuple[str, int]], closing: int) -> dict[str, Snippet]:
    ends = [start for _, start in keys[1:]] + [closing]
    snippets: dict[str, Snippet] = {}
    for (key, start), end in zip(keys, ends, strict=True):
        text = [line for line in lines[start - 1 : end - 1] if not line.startswith("#")]
        snippets[key] = Snippet("\n".join(text), _note_above(lines, start))
    return snippets


def _note_above(lines: list[str], start: int) -> str:
    notes: list[str] = []
    while lines[start - 2].startswith("#"):
        start -= 1
        notes.insert(0, lines[start - 1].lstrip("# "))
    return " ".join(notes)
