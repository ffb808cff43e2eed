"""Tokens: which stretches of a text are words, and what a joined word consists of.

A token is a run of letters and digits; runs joined by ``- ' / : * ·`` (or their typographic relatives, or ``_``)
are one token. Its form is the joined spelling (``Selbsthilfe-Gruppe`` → ``selbsthilfegruppe``), its pieces are
parts of it. ``§`` is a token of its own. Positions are those of the unchanged text, so that marks fit what readers see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from praxis.search.folding import LETTERS, MARKS, MAX_FORM, fold

JOINERS: Final = "\\-'/:*·_\u2019\u2010\u2011"

_RUN = f"[{LETTERS}][{LETTERS}{MARKS}]*"
_TOKEN = re.compile(f"§|{_RUN}(?:[{JOINERS}]{_RUN})*")
_JOINER = re.compile(f"[{JOINERS}]")


@dataclass(frozen=True, slots=True)
class Word:
    """An analysed token: ``form`` is the folded joined spelling, ``pieces`` the folded pieces (none if not joined)."""

    form: str
    pieces: tuple[str, ...]


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of every token in ``text``, in order."""
    for match in _TOKEN.finditer(text):
        yield match.span()


def tokens(text: str) -> list[str]:
    """Return the tokens of ``text`` as they are written there."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=1 << 16)
def word(token: str) -> Word:
    """Return the analysis of one token; a token whose letters all fold away gives an empty form."""
    runs = [fold(run) for run in _JOINER.split(token)]
    form = "".join(runs)[:MAX_FORM]
    return Word(form, tuple(filter(None, runs)) if len(runs) > 1 else ())


def words(text: str) -> list[Word]:
    """Return the analysed tokens of ``text``, without empty ones."""
    return [analysed for token in tokens(text) if (analysed := word(token)).form]


def forms(text: str) -> list[str]:
    """Return the folded forms of ``text``: what phrases are compared by."""
    return [analysed.form for analysed in words(text)]
