"""Reading a contributed file: bytes to text, within limits, without trusting it."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from praxis.findings import Finding

MAX_BYTES = 1 << 20
MAX_LINE = 20_000
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How text in UTF-16 begins, the one encoding in which there are zero bytes."""
BINARY = (b"%PDF-", b"{\\rtf", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0")
"""How files begin that are no text whatever their name says: PDF, RTF, Office, images."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text file as read: ``text`` has ``\\n`` line ends and no byte-order mark."""

    path: str
    text: str


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column (from 1, in characters) of a character of ``text``."""
    line_start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - line_start + 1


def offset(text: str, place: tuple[int, int]) -> int:
    """Index of the character at a line and column (from 1); the opposite of :func:`position`."""
    start = 0
    for _ in range(place[0] - 1):
        start = text.index("\n", start) + 1
    return start + place[1] - 1


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
                    "Legen Sie die Datei selbst hier ab.",
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


def hidden_character(text: str) -> re.Match[str] | None:
    """The first character that is not seen but changes what is seen or found, or None."""
    return _HIDDEN.search(text)


def without_hidden(text: str) -> str:
    """The text without the characters that :func:`hidden_character` finds, and without surrogates."""
    return _HIDDEN.sub("", text).encode("utf-8", "replace").decode("utf-8")


def _decode(relative: str, raw: bytes) -> tuple[Source | None, list[Finding]]:
    if raw.startswith(UTF_16):
        return None, [
            _whole(
                relative,
                "datei-kodierung",
                "Die Datei ist in UTF-16 gespeichert.",
                "Speichern Sie die Datei mit der Kodierung UTF-8 neu (im Windows-Editor: „Speichern unter“).",
            )
        ]
    if b"\0" in raw or raw.startswith(BINARY):
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
        # The codec counts from behind a byte-order mark and names the bytes that it counts in.
        line, column = _end(_unix_lines(error.object[: error.start].decode("utf-8")))
        return None, [
            Finding(
                relative,
                line,
                column,
                None,
                "datei-kodierung",
                f"Das Zeichen an dieser Stelle (Byte {error.object[error.start]:#04x}) ist nicht in UTF-8 gespeichert.",
                "Speichern Sie die Datei mit der Kodierung UTF-8 neu; prüfen Sie danach die Umlaute.",
            )
        ]
    return _check_characters(relative, _unix_lines(text))


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _end(text: str) -> tuple[int, int]:
    return position(text, len(text))


def _check_characters(relative: str, text: str) -> tuple[Source | None, list[Finding]]:
    if len(text) > MAX_LINE:
        for number, content in enumerate(text.split("\n"), 1):
            if len(content) > MAX_LINE:
                return None, [_too_long(relative, number, len(content))]
    found = hidden_character(text)
    if found is None:
        return Source(relative, text), []
    line, column = position(text, found.start())
    turning = bool(_TURNING.match(found[0]))
    what = "unsichtbares Zeichen, das die Leserichtung ändert" if turning else "unsichtbares Steuerzeichen"
    return Source(relative, text), [
        Finding(
            relative,
            line,
            column,
            None,
            "zeichen-unsichtbar",
            f"Hier steht ein {what} (U+{ord(found[0]):04X}).",
            "Löschen Sie das Zeichen; meist hilft es, die Stelle neu zu tippen.",
        )
    ]


def _too_long(relative: str, number: int, length: int) -> Finding:
    return Finding(
        relative,
        number,
        MAX_LINE + 1,
        None,
        "zeile-zu-lang",
        f"Die Zeile hat {length} Zeichen; erlaubt sind {MAX_LINE}.",
        "Teilen Sie die Zeile, und nehmen Sie eingebettete Daten heraus.",
    )


def _whole(relative: str, rule: str, message: str, remedy: str) -> Finding:
    return Finding(relative, 1, 1, None, rule, message, remedy)


def _unreadable(relative: str) -> Finding:
    return _whole(
        relative,
        "datei-lesbar",
        "Die Datei lässt sich nicht öffnen.",
        "Prüfen Sie, ob es eine gewöhnliche, lesbare Datei ist.",
    )
