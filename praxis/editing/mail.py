"""Reading e-mails: their subject, their text, their attached text files, and the names of what cannot be read."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from html.parser import HTMLParser

from praxis.source import UTF_16

_TEXT_NAMES = (".md", ".txt", ".markdown")
_BLOCKS = re.compile(r"address|blockquote|br|d[dlt]|div|h[1-6r]|[ou]l|li|p|pre|table|t[dhr]")
_UNSEEN = frozenset(("style", "script", "title"))


def mail_text(raw: bytes) -> str:
    """The words of an e-mail for somebody to place; an attached record comes last, what was said about it before."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    parts = [part for part in message.walk() if isinstance(part, EmailMessage) and not part.is_multipart()]
    texts = [_decoded(part) for part in parts if _is_text(part)]
    if not any(text.strip() for text in texts):
        html = message.get_body(("html",))
        texts = [html_text(_decoded(html))] if isinstance(html, EmailMessage) else texts
    texts += [f"Nicht gelesener Anhang: {name}" for name in _unread(parts)]
    subject = " ".join(str(message.get("Subject") or "").split())
    if subject and not any(subject in text for text in texts):
        texts.insert(0, f"Betreff: {subject}")
    return "\n\n".join(
        sorted((text for text in texts if text.strip()), key=lambda text: text.lstrip().startswith("---"))
    )


def decoded(raw: bytes) -> str:
    """Bytes as text: UTF-8, UTF-16 with its mark, else the encoding of older Windows programs."""
    if raw.startswith(UTF_16):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def html_text(html: str) -> str:
    """The words of an HTML text, a line for each block; addresses of links stand behind their words."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.found).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    """Gathers the words of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._unseen = 0
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a list entry or a link."""
        self._unseen += tag in _UNSEEN
        if _BLOCKS.fullmatch(tag):
            self.found.append("\n- " if tag == "li" else "\n")
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        """End a block or a link."""
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if _BLOCKS.fullmatch(tag):
            self.found.append("\n")
        elif tag == "a":
            is_news = self._link.startswith(("http://", "https://")) and self._link not in "".join(self.found[-3:])
            self.found.append(f" {self._link} " if is_news else "")
            self._link = ""

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if not self._unseen:
            self.found.append(data.replace("\n", " "))


def _is_text(part: EmailMessage) -> bool:
    name = str(part.get_filename() or "").lower()
    return part.get_content_type() in ("text/plain", "text/markdown") or name.endswith(_TEXT_NAMES)


def _decoded(part: EmailMessage) -> str:
    """The text of a part: in the encoding it names, where that is true."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    try:
        return content.decode(str(part.get_content_charset() or "utf-8")).removeprefix("\ufeff")
    except (LookupError, UnicodeDecodeError):
        return decoded(content)


def _unread(parts: list[EmailMessage]) -> Iterator[str]:
    """Names of attachments that hold no text we can read; pictures inside the mail are none."""
    for part in parts:
        name = " ".join(str(part.get_filename() or "").split())
        is_picture = part.get_content_maintype() == "image" and not part.is_attachment()
        if name and not _is_text(part) and not is_picture:
            yield name
