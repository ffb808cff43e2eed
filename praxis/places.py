"""Paths of fields and the places in a file where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxis.records.base import FieldPath


@dataclass(slots=True)
class Positions:
    """Where keys and values stand: field path -> (line, column) from 1, in the file."""

    keys: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    values: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    ends: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    """Where single values end: (line, column) of the character behind the last one, quotation marks included."""
    groups: dict[FieldPath, type] = field(default_factory=dict)
    """Paths that hold a list or a group of fields, with ``list`` or ``dict``."""

    entries: dict[FieldPath, FieldPath] = field(default_factory=dict)
    """Path of a list and the text of an entry -> path of the entry."""

    def of(self, path: FieldPath, *, key: bool = False) -> tuple[int, int]:
        """Place of a field: of its key or its value; of the nearest known field around it if it has none."""
        while path:
            for table in (self.keys, self.values) if key else (self.values, self.keys):
                if path in table:
                    return table[path]
            path, key = path[:-1], True
        return (1, 1)

    def written(self, path: FieldPath) -> FieldPath:
        """The path as the editor wrote it: a text may stand for a group or a list with one entry, a list for a group."""
        current: FieldPath = ()
        for index, part in enumerate(path):
            below = (*current, part)
            if below in self.values or below in self.keys:
                current = below
            elif below in self.entries:
                current = self.entries[below]
            elif current in self.values and current not in self.groups:
                return current
            elif part != 0 or self.groups.get(current) is not dict:
                return (*current, *path[index:])
        return current


def path_text(path: FieldPath) -> str:
    """``("quellen", 0, "url")`` as ``quellen[0].url``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else (f".{clip(part)}" if text else clip(part))
    return clip(text, 120)


def clip(value: object, limit: int = 60) -> str:
    """A value as one short line for a message."""
    text = " ".join(str(value)[: 4 * limit].split())
    if not text.isprintable():
        text = "".join(char if char.isprintable() else "\ufffd" for char in text)
    return text if len(text) <= limit else text[: limit - 1] + "…"
