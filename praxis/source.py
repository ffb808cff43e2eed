"""Reading a contributed file: bytes to text, within limits, without trusting it."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from praxis.findings import Finding

MAX_BYTES = 1 << 20
MAX_LINE = 20_000
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Source:
    """A text file as read: ``text`` has ``\\n`` line ends and no byte-order mark."""

    path: str
    text: str


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column (from 1, in characters) of a character of ``text``."""
    line_start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - line_start + 1


def read_source(root: Path, relative: str) -> tuple[Source | None, list[Finding]]:
    """The text of a file below ``root``, or None with the findings that say why it cannot be read.

    A file with findings may still have a text (odd characters); the limits hold before anything is parsed.
    """
    path = root / relative
    try:
        info = path.lstat()
        if stat.S_ISLNK(info.st_mode):
            return None, [
                _whole(
                    relative,
                    "datei-verweis",
                    "Die Datei ist eine Verknüpfung (Symlink) auf eine andere Stelle.",
                    "Legen Sie den Text als eigene Datei ab.",
                )
            ]
        if not stat.S_ISREG(info.st_mode):
            return None, [_unreadable(relative)]
        if info.st_size > MAX_BYTES:
            return None, [
                _whole(
                    relative,
                    "datei-zu-gross",
                    f"Die Datei ist {info.st_size / MAX_BYTES:.1f} MiB groß; erlaubt ist 1 MiB.".replace(".", ",", 1),
                    "Kürzen Sie den Text, oder nehmen Sie eingefügte Bilder heraus.",
                )
            ]
        raw = path.read_bytes()
    except OSError:
        return None, [_unreadable(relative)]
    return _decode(relative, raw)


def _decode(relative: str, raw: bytes) -> tuple[Source | None, list[Finding]]:
    if b"\0" in raw:
        return None, [
            _whole(
                relative,
                "datei-kein-text",
                "Die Datei enthält keinen Text, sondern Binärdaten.",
                "Speichern Sie den Inhalt als reinen Text (Markdown, UTF-8), nicht als Word-Dokument, PDF oder Bild.",
            )
        ]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        valid = raw[: error.start].decode("utf-8-sig", errors="replace")
        line, column = position(valid.replace("\r\n", "\n"), len(valid.replace("\r\n", "\n")))
        return None, [
            Finding(
                relative,
                line,
                column,
                None,
                "datei-kodierung",
                f"Das Zeichen an dieser Stelle (Byte {raw[error.start]:#04x}) ist nicht in UTF-8 gespeichert.",
                "Speichern Sie die Datei mit der Kodierung UTF-8 neu; prüfen Sie danach die Umlaute.",
            )
        ]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _check_characters(relative, text)


def _check_characters(relative: str, text: str) -> tuple[Source | None, list[Finding]]:
    longest = max((len(line), number) for number, line in enumerate(text.split("\n"), 1))
    if longest[0] > MAX_LINE:
        return None, [
            Finding(
                relative,
                longest[1],
                MAX_LINE + 1,
                None,
                "zeile-zu-lang",
                f"Die Zeile hat {longest[0]} Zeichen; erlaubt sind {MAX_LINE}.",
                "Teilen Sie die Zeile, und nehmen Sie eingebettete Daten heraus.",
            )
        ]
    findings = []
    for pattern, what in (
        (_BIDI, "ein unsichtbares Zeichen, das die Leserichtung ändert"),
        (_CONTROL, "ein Steuerzeichen"),
    ):
        if found := pattern.search(text):
            line, column = position(text, found.start())
            findings.append(
                Finding(
                    relative,
                    line,
                    column,
                    None,
                    "zeichen-unsichtbar",
                    f"Hier steht {what} (U+{ord(found[0]):04X}).",
                    "Löschen Sie das Zeichen; meist hilft es, die Stelle neu zu tippen.",
                )
            )
    return Source(relative, text), findings


def _whole(relative: str, rule: str, message: str, remedy: str) -> Finding:
    return Finding(relative, 1, 1, None, rule, message, remedy)


def _unreadable(relative: str) -> Finding:
    return _whole(
        relative,
        "datei-lesbar",
        "Die Datei lässt sich nicht öffnen.",
        "Prüfen Sie, ob es eine gewöhnliche, lesbare Datei ist.",
    )
