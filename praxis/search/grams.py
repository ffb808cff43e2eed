"""Letter n-grams of words, and their weights as whole numbers (equal in Python and in the browser)."""

from __future__ import annotations

from collections.abc import Iterable
from math import log
from typing import Final

UNIT: Final = 1024
"""Weights are stored as multiples of 1/UNIT."""

STEM_GRAM: Final = 3
FORM_GRAM: Final = 4


def stem_grams(stem: str) -> list[str]:
    """Return the distinct 3-grams of ``^stem$``, in order of appearance."""
    return _distinct(f"^{stem}$", STEM_GRAM)


def form_grams(form: str) -> list[str]:
    """Return the distinct 4-grams of ``^form``, in order of appearance; a shorter text is its own gram.

    The end is not marked: that is where inflection makes related words differ.
    """
    return _distinct(f"^{form}", FORM_GRAM) or [f"^{form}"]


def _distinct(text: str, size: int) -> list[str]:
    return list(dict.fromkeys(text[at : at + size] for at in range(len(text) - size + 1)))


def stem_gram_weight(vocabulary: int, holders: int) -> int:
    """Return ln(1 + V/n) for a gram that ``holders`` of ``vocabulary`` stems have; unseen grams count as seen once."""
    return round(UNIT * log(1 + vocabulary / max(holders, 1)))


def page_gram_weight(pages: int, holders: int, limit: float) -> int:
    """Return ln(D/df) for a gram that ``holders`` of ``pages`` pages have, 0 if more than the share ``limit`` has it."""
    return round(UNIT * log(pages / holders)) if 0 < holders <= limit * pages else 0


def squared(weights: Iterable[int]) -> int:
    """Return the sum of the squared weights."""
    return sum(weight * weight for weight in weights)
