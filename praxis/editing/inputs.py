"""Reading what people send: issue texts, saved files and e-mails, in whatever encoding their programs chose."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from pathlib import Path

from praxis.source import BINARY, MAX_BYTES

_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n")
_MAIL = re.compile(rb"^(?:mime-version|received|message-id|content-type|from|subject):", re.IGNORECASE | re.MULTILINE)
_TEXT_NAMES = (".md", ".txt", ".markdown")


class UnreadableError(Exception):
    """The input holds no text that can be read; the message says in German what to do."""


def read_input(path: Path) -> str:
    """The text of a file that somebody sent; raises :class:`UnreadableError` for what is no text."""
    if not path.is_file():
        raise UnreadableError(f"Die Datei „{path}“ gibt es nicht.")
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableError(f"Die Datei „{path.name}“ ist größer als 1 MiB. Senden Sie nur den Text.")
    raw = path.read_bytes()
    if raw.startswith(BINARY):
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
        return _mail_text(raw)
    return decoded(raw)


def decoded(raw: bytes) -> str:
    """Bytes as text: UTF-8, UTF-16 with its mark, else the encoding of older Windows programs."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _mail_text(raw: bytes) -> str:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    texts: list[str] = []
    for part in message.walk():
        name = str(part.get_filename() or "").lower()
        if part.is_multipart() or not isinstance(part, EmailMessage):
            continue
        is_text = part.get_content_type() in ("text/plain", "text/markdown")
        if is_text or name.endswith(_TEXT_NAMES):
            content = part.get_payload(decode=True)
            texts.append(decoded(content) if isinstance(content, bytes) else "")
    if not any(text.strip() for text in texts):
        html = message.get_body(("html",))
        content = html.get_payload(decode=True) if html else None
        texts = [decoded(content)] if isinstance(content, bytes) else texts
    # An attached record comes last, so that the words of the mail stand before it.
    return "\n\n".join(
        sorted((text for text in texts if text.strip()), key=lambda text: text.lstrip().startswith("---"))
    )
