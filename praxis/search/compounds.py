"""Compounds: splitting German words with the corpus itself as lexicon.

The cheapest chain of known words wins (Viterbi over the letters), a part costing what it would take to name it,
``ln(N/f) + 1`` (after P. Koehn and K. Knight, *Empirical Methods for Compound Splitting*, EACL 2003, with added
costs for linking elements as in M. Larson et al., *Compound Splitting and Lexical Unit Recombination*, ICSLP 2000).
Costs are whole numbers, so that Python and the browser choose the same split.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import log
from typing import Final

from praxis.search.stopwords import STOP_WORDS

Span = tuple[int, int]
"""Where a part stands in its word: (start, length)."""

MIN_WORD: Final = 7
MIN_PART: Final = 4
MIN_FREQUENT_PART: Final = 3
MAX_PARTS: Final = 5
MIN_SPLIT_AGAIN: Final = 8
FREQUENT_SHARE: Final = 5000
"""A part of three letters must be at least every 5,000th word of the corpus."""

NO_PARTS: Final = frozenset(("end", "ende", "enden", "endem", "ender", "endes", "ung", "lich", "bar", "sam"))
"""Endings of participles and derived words that some corpora hold as words."""

UNIT: Final = 1024
LINKS: Final[tuple[tuple[str, int], ...]] = (
    ("", 0), ("s", UNIT // 2), ("n", UNIT // 2), ("en", UNIT // 2),
    ("es", 2 * UNIT), ("er", 2 * UNIT), ("e", 2 * UNIT), ("ns", 2 * UNIT), ("ens", 2 * UNIT),
)  # fmt: skip
"""Linking elements between parts and what each costs."""


_NO_LETTER = re.compile("[0-9§]")


class Splitter:
    """Splits words into parts that are words of the corpus themselves.

    ``words`` gives the frequency of every folded form, ``stems`` that of every stem (stop words left out): a stem may
    stand anywhere but at the end (*Schul*-Sozialarbeit). Stop words and forms with digits are no parts.
    """

    def __init__(self, words: Mapping[str, int], stems: Mapping[str, int]) -> None:
        total = sum(words.values())
        self._last = _costs(words, total)
        self._inner = {**_costs(stems, total), **self._last}
        for form, cost in _costs(stems, total).items():
            self._inner[form] = min(cost, self._inner[form])
        self._longest = max(map(len, self._inner), default=0)

    def split(self, word: str) -> list[Span]:
        """Return the parts of ``word`` (none where it is no compound), long parts followed by their own parts."""
        parts: list[Span] = []
        for start, length in self._chain(word):
            parts.append((start, length))
            parts += [(start + inner, size) for inner, size in self.split_again(word[start : start + length])]
        return parts

    def split_again(self, part: str) -> list[Span]:
        """Return the parts of a part, if it is long enough to have any."""
        return self.split(part) if len(part) >= MIN_SPLIT_AGAIN else []

    def _chain(self, word: str) -> list[Span]:
        """Return the cheapest chain of at least two and at most ``MAX_PARTS`` parts that covers ``word``."""
        size = len(word)
        if size < MIN_WORD or word in STOP_WORDS or _NO_LETTER.search(word):
            return []
        # best[count][end]: the cost of the cheapest chain of `count` parts up to `end`, and its last part
        best: list[dict[int, tuple[int, Span]]] = [{0: (0, (0, 0))}]
        for count in range(MAX_PARTS):
            reached: dict[int, tuple[int, Span]] = {}
            for begin in sorted(best[count]):
                self._extend(word, begin, best[count][begin][0], reached)
            best.append(reached)
        counts = [count for count in range(2, MAX_PARTS + 1) if size in best[count]]
        if not counts:
            return []
        count = min(counts, key=lambda number: best[number][size][0])
        chain: list[Span] = []
        # links lie between a part's end and the next part's begin, so the way back follows the stored ends
        end = size
        while count:
            begin, length = best[count][end][1]
            chain.append((begin, length))
            end, count = begin, count - 1
        return chain[::-1]

    def _extend(self, word: str, begin: int, cost: int, reached: dict[int, tuple[int, Span]]) -> None:
        size = len(word)
        for end in range(begin + MIN_FREQUENT_PART, min(size, begin + self._longest) + 1):
            part = word[begin:end]
            if end == size:
                own = self._last.get(part)
                if own is not None and begin:
                    _offer(reached, size, cost + own, (begin, end - begin))
                continue
            own = self._inner.get(part)
            if own is None:
                continue
            for link, price in LINKS:
                following = end + len(link)
                if size - following >= MIN_FREQUENT_PART and word.startswith(link, end):
                    _offer(reached, following, cost + own + price, (begin, end - begin))


def _offer(reached: dict[int, tuple[int, Span]], end: int, cost: int, part: Span) -> None:
    known = reached.get(end)
    if known is None or cost < known[0]:
        reached[end] = (cost, part)


def _costs(frequencies: Mapping[str, int], total: int) -> dict[str, int]:
    costs = {}
    for form, count in frequencies.items():
        if count < 1 or form in STOP_WORDS or form in NO_PARTS or _NO_LETTER.search(form):
            continue
        if len(form) >= MIN_PART or (len(form) >= MIN_FREQUENT_PART and count * FREQUENT_SHARE >= total):
            costs[form] = round(UNIT * (log(max(total / count, 1.0)) + 1))
    return costs
