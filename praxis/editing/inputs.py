"""Reading what people send: issue texts, saved files and e-mails, in whatever encoding their programs chose."""

from __future__ import annotations

import re
from pathlib import Path

from praxis.editing.mail import decoded, mail_text
from praxis.source import BINARY, MAX_BYTES, UTF_16

_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n")
_MAIL = re.compile(rb"^(?:mime-version|received|message-id|content-type|from|subject):", re.IGNORECASE | re.MULTILINE)


class UnreadableError(Exception):
    """The input holds no text that can be read; the message says in German what to do."""


def require_file(path: Path) -> None:
    """Raise :class:`UnreadableError` where there is no ordinary file."""
    try:
        if path.is_file():
            return
        is_there, is_folder = path.exists(), path.is_dir()
    except OSError:  # a name too long
        is_there = is_folder = False
    if is_folder:
        raise UnreadableError(f"„{path}“ ist ein Ordner; gebraucht wird eine Datei.")
    if is_there:
        raise UnreadableError(f"„{path}“ ist keine gewöhnliche Datei.")
    raise UnreadableError(f"Die Datei „{str(path)[:200]}“ gibt es nicht.")


def read_input(path: Path) -> str:
    """The text of a file that somebody sent; raises :class:`UnreadableError` for what is no text."""
    require_file(path)
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableError(f"Die Datei „{path.name}“ ist größer als 1 MiB. Senden Sie nur den Text.")
    raw = path.read_bytes()
    if raw.startswith(BINARY) or (b"\0" in raw and not raw.startswith(UTF_16)):
        raise UnreadableError(
            f"Die Datei „{path.name}“ ist kein Text, sondern ein Word-Dokument, PDF oder Bild. "
            "Öffnen Sie sie, und speichern Sie den Text als „Nur Text (.txt)“."
        )
    text = read_bytes(raw)
    if not text.strip():
        raise UnreadableError(f"Die Datei „{path.name}“ ist leer.")
    return text


def read_bytes(raw: bytes) -> str:
    """The text of what was sent: of an e-mail its text and its attached text files, else everything."""
    start = _HEADERS.match(raw)
    if start and len(_MAIL.findall(start[0])) >= 2:
        return mail_text(raw)
    return decoded(raw)
