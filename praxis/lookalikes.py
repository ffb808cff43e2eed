"""Letters that look like Latin ones and are not: an id with them is another id, and nobody sees why."""

from __future__ import annotations

import unicodedata


def foreign_letter(text: str) -> str | None:
    """A sentence about the first letter of another script in ``text``, or None."""
    for char in text:
        if ord(char) > 127 and char.isalpha():
            name = unicodedata.name(char, "")
            if not name.startswith("LATIN"):
                return f"„{char}“ (U+{ord(char):04X}) ist kein lateinischer Buchstabe, auch wenn er so aussieht."
    return None
