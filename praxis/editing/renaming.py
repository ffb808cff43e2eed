"""Another id for a record: its file, everything that names it, and the old id as a former one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from praxis.editing.edits import Edit, apply
from praxis.editing.writing import write_as_before
from praxis.files import DOCS, RESERVED, RecordFile
from praxis.findings import Severity
from praxis.frontmatter import boundaries, locate
from praxis.library import Library
from praxis.moved_files import rewrite
from praxis.places import Positions
from praxis.records import Record
from praxis.records.values import ID_PATTERN
from praxis.source import Source, offset, read_source
from praxis.suggestions import did_you_mean, nearest
from praxis.vocabulary import FILES, FOLDER

_LONGEST_ID = 100


class RenameError(Exception):
    """Why a record cannot be renamed, in a German sentence."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a new id changes: the record's file, its new path, and the new texts by (new) path."""

    old_path: str
    new_path: str
    texts: Mapping[str, str]

    def write(self, library: Library) -> None:
        """Make the changes; where the contents then have errors, take all of them back and raise."""
        root = library.root
        before = {path: (root / path).read_bytes() for path in self.texts if path != self.new_path}
        before[self.old_path] = (root / self.old_path).read_bytes()
        try:
            for path, text in self.texts.items():
                write_as_before(root / path, text, before[self.old_path if path == self.new_path else path])
            (root / self.old_path).unlink()
            errors = [f for f in Library.load(root, library.today).findings if f.severity is Severity.ERROR]
            if errors:
                raise RenameError(f"Danach stimmte etwas nicht ({errors[0].file}: {errors[0].message}).")
        except (OSError, RenameError):
            for path, content in before.items():
                (root / path).write_bytes(content)
            (root / self.new_path).unlink(missing_ok=True)
            raise


def find(library: Library, name: str, kind: str | None = None) -> RecordFile:
    """The file of a record by id, ``ordner/id`` or path; raises :class:`RenameError`."""
    stem = name.removeprefix(f"{DOCS}/").removesuffix(".md")
    folder, _, record_id = stem.rpartition("/")
    found = [
        file
        for file in library.files.records
        if record_id in (file.id, file.path.rpartition("/")[2].removesuffix(".md"))
        and folder in ("", file.type.folder)
        and kind in (None, file.type.kind)
    ]
    if not found:
        hint = did_you_mean(nearest(record_id, tuple({file.id for file in library.files.records})))
        raise RenameError(f"Einen Eintrag „{name}“ gibt es nicht. {hint}".strip())
    if len(found) > 1:
        names = " oder ".join(f"„{file.type.folder}/{file.id}“" for file in found)
        raise RenameError(f"„{name}“ gibt es mehrmals. Schreiben Sie {names}.")
    return found[0]


def rename(library: Library, file: RecordFile, new_id: str) -> Renaming:
    """What a new id changes; raises :class:`RenameError` where it is none, is taken, or files cannot be read."""
    _check(library, file, new_id)
    number = file.path.rpartition("/")[2].removesuffix(f"{file.id}.md")
    new_path = f"{DOCS}/{file.type.folder}/{number}{new_id}.md"
    moved = {file.path.removeprefix(f"{DOCS}/"): new_path.removeprefix(f"{DOCS}/")}
    texts: dict[str, str] = {}
    for record in library.records():
        text = _text(library, record.path)
        edits = list(_references(record, text, file.type.kind, file.id, new_id))
        if record.path == file.path:
            edits += _former(record, text, file.id, new_id)
        changed = _linked(apply(text, edits)[0], record.path, moved)
        if changed != text or record.path == file.path:
            texts[new_path if record.path == file.path else record.path] = changed
    for path in library.files.pages:
        text = _text(library, path)
        if (changed := _linked(text, path, moved)) != text:
            texts[path] = changed
    if file.type.kind == "kapitel":
        texts.update(_standards(library, file.id, new_id))
    return Renaming(file.path, new_path, texts)


def _check(library: Library, file: RecordFile, new_id: str) -> None:
    if not ID_PATTERN.fullmatch(new_id) or new_id in RESERVED:
        raise RenameError(f"„{new_id}“ taugt nicht als Kennung: nur Kleinbuchstaben a–z, Ziffern und Bindestriche.")
    if len(new_id) > _LONGEST_ID:
        raise RenameError(f"Die Kennung hat {len(new_id)} Zeichen; höchstens {_LONGEST_ID} sind erlaubt.")
    if any(other.type is file.type and other.id == new_id for other in library.files.records):
        raise RenameError(f"Die Kennung „{new_id}“ ist schon vergeben.")
    for record in library.records():
        if record.kind == file.type.kind and new_id in record.former and record.id != file.id:
            raise RenameError(f"„{new_id}“ ist eine frühere Kennung von {record.path}.")
    if library.has_errors:
        raise RenameError("Die Inhalte haben Fehler; beheben Sie zuerst, was „praxis check“ nennt.")


def _text(library: Library, path: str) -> str:
    source, _ = read_source(library.root, path)
    return source.text if source else ""


def _references(record: Record, text: str, kind: str, old: str, new: str) -> Iterator[Edit]:
    """Fields of the front matter that name the old id."""
    named = [reference for reference in record.references() if reference.kind == kind and reference.id == old]
    places = _places(record.path, text) if named else None
    for reference in named:
        path = places.written(reference.field) if places else ()
        if places and path in places.ends:
            yield Edit(offset(text, places.values[path]), offset(text, places.ends[path]), new, "")


def _former(record: Record, text: str, old: str, new: str) -> list[Edit]:
    """The old id among the former ones; a record that gets a former id back swaps the two."""
    places = _places(record.path, text)
    if new in record.former:
        path = ("frueher", record.former.index(new))
        return [Edit(offset(text, places.values[path]), offset(text, places.ends[path]), old, "")]
    if record.former:
        last = ("frueher", len(record.former) - 1)
        start, end = offset(text, places.values[last]), offset(text, places.ends[last])
        line = text[text.rfind("\n", 0, start) + 1 : start]
        separator = f"\n{line}" if re.fullmatch(r"[ ]*- ", line) else ", "
        return [Edit(end, end, f"{separator}{old}", "")]
    if ("frueher",) in places.keys:  # an empty list, or a key without a value
        start = offset(text, places.keys["frueher",])
        return [Edit(start, text.index("\n", start), f"frueher: [{old}]", "")]
    _, end, _ = boundaries(text)
    return [Edit(end, end, f"frueher: [{old}]\n", "")]


def _places(path: str, text: str) -> Positions:
    """Positions of all fields of a text whose front matter can be read."""
    return locate(Source(path, text))


def _linked(text: str, path: str, moved: Mapping[str, str]) -> str:
    return rewrite(text, path.removeprefix(f"{DOCS}/"), moved)


def _standards(library: Library, old: str, new: str) -> dict[str, str]:
    """The vocabulary of standards, which names chapters."""
    path = f"{FOLDER}/{FILES['standards']}"
    text = _text(library, path)
    changed = re.sub(
        rf"^([ ]*handbuch:[ ]*){re.escape(old)}(?=[ \t]*(?:#.*)?$)", rf"\g<1>{new}", text, flags=re.MULTILINE
    )
    return {path: changed} if changed != text else {}
