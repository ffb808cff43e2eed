"""Characters that the fonts of the handbook do not have: emoji, scripts from right to left, signs of other kinds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from praxis.characters import unprintable
from praxis.findings import Finding
from praxis.source import Source, hidden_character, position, read_source
from praxis.vocabulary import FILES, FOLDER

_MOST = 5
"""Characters named of one file: a whole text in another script needs no more."""


def check_printable(source: Source) -> Iterator[Finding]:
    """The first place of each character without a font; hidden characters have a finding of their own."""
    named: set[str] = set()
    for found in unprintable(source.text):
        if found[0] in named or hidden_character(found[0]):
            continue
        named.add(found[0])
        line, column = position(source.text, found.start())
        yield Finding(
            source.path,
            line,
            column,
            None,
            "zeichen-ohne-schrift",
            f"Für das Zeichen „{found[0]}“ (U+{ord(found[0]):04X}{_name(found[0])}) hat das Handbuch keine Schrift.",
            "Schreiben Sie ein Wort statt des Zeichens, fremde Schriften in lateinischer Umschrift.",
        )
        if len(named) == _MOST:
            return


def check_printable_vocabularies(root: Path) -> Iterator[Finding]:
    """The same for the vocabularies."""
    for name in FILES.values():
        source, _ = read_source(root, f"{FOLDER}/{name}")
        if source:
            yield from check_printable(source)


def _name(char: str) -> str:
    name = unicodedata.name(char, "")
    return f", {name}" if name else ""
