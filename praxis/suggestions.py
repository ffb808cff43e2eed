"""„Meinten Sie …?“: the known words nearest to an unknown one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue", "_": "-", " ": "-"})
_CUTOFF = 60
_ID_LENGTH = 60
"""Longest part of an id that is made of a title; a longer one ends inside a word."""


def fold(word: str) -> str:
    """A word as it would stand in an id: lower case, umlauts written out, hyphens."""
    return word.translate(_FOLD).lower()


def as_id(text: str) -> str:
    """An id made of a name, or an empty text where nothing of it fits: ``Elterncafé Süd`` as ``elterncafe-sued``."""
    plain = unicodedata.normalize("NFKD", fold(unicodedata.normalize("NFC", text)))
    words = "".join(char for char in plain if not unicodedata.combining(char))
    return "-".join(re.findall(r"[a-z0-9]+", words))


def proposed_id(title: str, taken: Collection[str], place: str = "") -> str:
    """An id for a new record: from its title, with the id of its place behind it, that nothing in ``taken`` has yet.

    The twin in the browser is ``proposedId`` in ``web/src/shared/record_file.ts``.
    """
    base = as_id(title)[:_ID_LENGTH].strip("-") or "ohne-titel"
    if place and f"-{place}-" not in f"-{base}-":
        base = f"{base}-{place}"
    proposal, number = base, 1
    while proposal in taken:
        number += 1
        proposal = f"{base}-{number}"
    return proposal


def nearest(word: str, known: Collection[str], limit: int = 3) -> list[str]:
    """Up to ``limit`` known words that resemble ``word``, most similar first, ties by name."""
    candidates = tuple(known) if not isinstance(known, tuple) else known
    return (
        list(_nearest(word[:80], candidates, limit))
        if len(candidates) <= 500
        else _search(word[:80], candidates, limit)
    )


@lru_cache(maxsize=4096)
def _nearest(word: str, known: tuple[str, ...], limit: int) -> tuple[str, ...]:
    return tuple(_search(word, known, limit))


def _search(word: str, known: Iterable[str], limit: int) -> list[str]:
    found = process.extract(word, known, scorer=fuzz.ratio, processor=fold, score_cutoff=_CUTOFF, limit=limit)
    return [name for name, _, _ in sorted(found, key=lambda match: (-match[1], match[0]))]


def did_you_mean(words: list[str]) -> str:
    """``Meinten Sie „a“ oder „b“?`` or nothing."""
    if not words:
        return ""
    quoted = [f"„{word}“" for word in words]
    return f"Meinten Sie {quoted[0] if len(quoted) == 1 else ', '.join(quoted[:-1]) + ' oder ' + quoted[-1]}?"
