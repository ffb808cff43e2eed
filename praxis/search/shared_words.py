"""Shared words: how well documents answer a question by its rarer words, and which of them they share.

For matching a stated need with documents that are admitted for other reasons. It tells levels, not scores: what
comes out is a whole number that Python and the browser find alike, and words that a reader can check.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, replace
from math import floor
from typing import Final

from praxis.search.plan import Slot, Why, Wording, make_plan
from praxis.search.query import parse
from praxis.search.reasons import Reason
from praxis.search.searching import SUGGESTED, Searcher

LEVELS: Final = 8
"""Level of the document that answers the question best."""

_RARE: Final = 0.2
"""Words in more than this share of all pages say nothing about a case."""

_NAMED: Final = 5
"""Words named at most."""

_LEAST: Final = 0.2
"""Share of what could be reached at all that the best document must have, or else nobody gets the highest level."""


@dataclass(frozen=True)
class SharedWords:
    """What the documents share with one question."""

    searcher: Searcher
    slots: tuple[Slot, ...]
    _levels: dict[int, int] = field(repr=False)

    def level(self, document: int) -> int:
        """From 0 (nothing rare is shared) to ``LEVELS``, in equal steps towards the best document."""
        return self._levels.get(document, 0)

    def words(self, document: int) -> tuple[str, ...]:
        """The rarest shared words in quotation marks, as the reader wrote them and in her order.

        Where the document has another word for it, that is told: ``„Viertel“ (dort „Stadtteil“)``.
        """
        found: dict[str, tuple[float, str]] = {}
        for slot in self.slots:
            if slot.text not in found and (reason := self.searcher.reason(document, slot)):
                found[slot.text] = (-slot.weight * self.searcher.ranking.idf(slot), _phrase(reason))
        rarest = sorted(found, key=lambda word: found[word][0])[:_NAMED]
        return tuple(phrase for word, (_, phrase) in found.items() if word in rarest)


def _phrase(reason: Reason) -> str:
    if reason.why in (Why.WORD, Why.INFLECTED):
        return f"„{reason.word}“"
    there = ", ".join(f"„{word}“" for word in reason.found)
    return f"„{reason.word}“ (dort {there})"


def shared_words(searcher: Searcher, question: str, candidates: Container[int]) -> SharedWords:
    """What documents share with a question; the best of the ``candidates`` sets the scale."""
    ranking = searcher.ranking
    most = _RARE * len(searcher.index.entries)
    told = map(_told, make_plan(searcher.lexicon, parse(question)).slots)
    rare = [slot for slot in told if slot.wordings and ranking.holders(slot) <= most]
    scores = ranking.word_scores(rare)
    best = max((score for document, score in scores.items() if document in candidates), default=0.0)
    scale = max(best, _LEAST * ranking.attainable(rare))
    levels = {document: floor(LEVELS * (score / scale)) for document, score in scores.items() if document in candidates}
    return SharedWords(searcher, tuple(rare), levels)


def _told(slot: Slot) -> Slot:
    """The slot with what a reader would call the same word: no similar ones, and of guesses only good ones."""
    return replace(slot, wordings=[wording for wording in slot.wordings if _is_same(wording)])


def _is_same(wording: Wording) -> bool:
    return wording.why is not Why.NEAR and (wording.why is not Why.GUESS or wording.weight >= SUGGESTED)
