"""``praxis fix``: repairs that have one right result, made by place; everything else stays byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from praxis.editing.edits import apply
from praxis.editing.head_repairs import readable
from praxis.editing.key_order import ordered_head
from praxis.editing.known_ids import KnownIds
from praxis.editing.repairs import Repairer
from praxis.files import RecordFile
from praxis.frontmatter import boundaries, locate, split_head
from praxis.library import Library
from praxis.records import Record
from praxis.reference.catalogue import reference
from praxis.source import Source, read_source

_ROUNDS = 5
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A repaired file: its text before and after (line ends as in the file), and what was done, as German sentences."""

    path: str
    before: str
    after: str
    reasons: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        """True if there was something to repair."""
        return self.before != self.after

    def write(self, root: Path) -> None:
        """Write the file with the line ends that it had."""
        (root / self.path).write_bytes(self.after.encode("utf-8"))


class Fixer:
    """Repairs files of one library."""

    def __init__(self, library: Library) -> None:
        self._root = library.root
        self._repairer = Repairer(KnownIds.of(library), library.vocabulary)

    def file(self, file: RecordFile) -> Fixed | None:
        """The repaired file; None where it cannot be read at all, or has mixed line ends."""
        source, _ = read_source(self._root, file.path)
        if source is None:
            return None
        raw = (self._root / file.path).read_bytes().decode("utf-8")
        mark, line_end = (_BOM if raw.startswith(_BOM) else ""), ("\r\n" if "\r" in raw else "\n")
        if mark + source.text.replace("\n", line_end) != raw:
            return None
        text, reasons = self.text(file.type, file.path, source.text)
        return Fixed(file.path, raw, mark + text.replace("\n", line_end), tuple(reasons))

    def text(self, record_type: type[Record], path: str, text: str) -> tuple[str, list[str]]:
        """The repaired text (line ends ``\\n``) of a record, and what was done."""
        text, done = readable(text)
        for _ in range(_ROUNDS):
            text, reasons = self._round(record_type, path, text)
            done += reasons
            if not reasons:
                break
        return text, done

    def _round(self, record_type: type[Record], path: str, text: str) -> tuple[str, list[str]]:
        source = Source(path, text)
        head, findings = split_head(source)
        if head is None:
            return text, []
        start, end, body_start = boundaries(text)
        edits = [
            *self._repairer.head(record_type, text, head.data, locate(source)),
            *self._repairer.links(path, text, body_start),
        ]
        if edits:
            fixed, reasons = apply(text, edits)
            # Repairs of values must leave the rest readable; where they do not, none is made.
            return (fixed, reasons) if split_head(Source(path, fixed))[0] else (text, [])
        ordered = None if findings else ordered_head(text[start:end], reference(record_type).order)
        if ordered is None:
            return text, []
        return text[:start] + ordered + text[end:], ["Felder in die übliche Reihenfolge gebracht."]
