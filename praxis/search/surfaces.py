"""Surfaces: how a folded form is written, in a few bits.

Suggestions and keyword lists must not show ``antrage`` but ``Anträge``. Most spellings differ from the folded form only
in capitals and in umlauts or ß, so a small number says which: bit 0 a capital first letter, bit 1 capitals only,
and from bit 2 on one bit for each place (a, o, u, ss) that could be an umlaut or ß.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from praxis.search.tokens import JOINERS

_PLACE = re.compile("a|o|u|ss")
_WRITTEN: Final = {"a": "ä", "o": "ö", "u": "ü", "ss": "ß"}
_CAPITAL, _CAPITALS, _FIRST_PLACE = 1, 2, 2
_MAX_PLACES: Final = 16
_JOINERS = re.compile(f"[{JOINERS}]")


def spelling(form: str, code: int) -> str:
    """Return the spelling of ``form`` that ``code`` stands for."""
    place = _FIRST_PLACE - 1

    def written(match: re.Match[str]) -> str:
        nonlocal place
        place += 1
        return _WRITTEN[match.group()] if code >> place & 1 else match.group()

    text = _PLACE.sub(written, form)
    if code & _CAPITALS:
        return text.upper()
    return text[:1].upper() + text[1:] if code & _CAPITAL else text


def spelling_code(form: str, surface: str) -> int | None:
    """Return the number that makes ``surface`` out of ``form``, or None where none does."""
    lower = surface.lower()
    code, position = 0, 0
    for place, match in enumerate(_PLACE.finditer(form)):
        position += match.start() - (_previous_end(form, match.start()))
        letter = _WRITTEN[match.group()]
        if lower.startswith(letter, position):
            code |= 1 << (place + _FIRST_PLACE) if place < _MAX_PLACES else 0
            position += 1
        else:
            position += len(match.group())
    if len(surface) > 1 and surface.isupper():
        code |= _CAPITALS
    elif surface[:1].isupper():
        code |= _CAPITAL
    return code if spelling(form, code) == surface else None


def _previous_end(form: str, start: int) -> int:
    ends = [match.end() for match in _PLACE.finditer(form, 0, start)]
    return ends[-1] if ends else 0


def usual_spelling(form: str, written: Mapping[str, int]) -> str:
    """Return the most frequent spelling in ``written`` (spelling → count) that a code can express.

    Where there is none (``Mütter-Café``), the nearest that can be expressed: joined, and without other accents.
    """
    usual = sorted(written, key=lambda text: (-written[text], text))
    for surface in (*usual, *map(_joined, usual)):
        if spelling_code(form, surface) is not None:
            return surface
    return form


def _joined(surface: str) -> str:
    text = _JOINERS.sub("", unicodedata.normalize("NFC", surface))
    plain = "".join(sign if sign in "äöüÄÖÜ" else unicodedata.normalize("NFD", sign)[0] for sign in text)
    return plain[:1] + plain[1:].lower()
