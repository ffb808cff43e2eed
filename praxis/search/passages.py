"""Passages and marks: where in a text the words of a query are, and which stretch of it shows most of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor
from operator import attrgetter
from typing import Final

from praxis.search.lexicon import Lexicon
from praxis.search.plan import Slot
from praxis.search.stemming import stem
from praxis.search.tokens import spans, word

WINDOW: Final = 200
"""Characters within which matches count as one passage."""
LONGEST: Final = 280
"""Characters of a passage."""
LEAD: Final = 60
"""How far before the first match a passage may begin, to begin with a sentence."""
MAX_MATCHES: Final = 500
VALUE_UNIT: Final = 1000

_ENDS: Final = ".!?:;\n"
_SPACES: Final = " \t\n\r\f\v\u00a0\u2009\u202f"
_TRIMMED: Final = "-'/:*·_\u2019\u2010\u2011\u00ad"


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of a text that matches slot number ``slot``, worth ``value``."""

    start: int
    end: int
    slot: int
    value: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text: ``marks`` are (start, end) within ``text``; the flags say whether something was left out."""

    text: str
    marks: tuple[tuple[int, int], ...]
    cut_before: bool
    cut_after: bool


_Values = dict[int, tuple[int, int]]
"""Term → its slot and value."""


class Marker:
    """Finds the words of a plan's slots in texts; ``weights`` are those of the slots (weight × idf).

    The words of a wording of several words are marked only in texts that have them all: *Familie* alone is no hit for
    *Familie mit einem Elternteil*.
    """

    def __init__(self, lexicon: Lexicon, slots: Sequence[Slot], weights: Sequence[float]) -> None:
        self._lexicon = lexicon
        self._values: _Values = {}
        self._together: list[tuple[tuple[int, ...], tuple[int, int]]] = []
        for number, (slot, weight) in enumerate(zip(slots, weights, strict=True)):
            for wording in filter(attrgetter("shown"), slot.wordings):
                value = floor(weight * wording.weight * VALUE_UNIT + 0.5)
                if len(wording.terms) == 1:
                    _raise(self._values, wording.terms, (number, value))
                else:
                    self._together.append((wording.terms, (number, value)))

    def matches(self, text: str) -> list[Match]:
        """Return what matches in ``text``, in order; of a compound only the part that matches."""
        found: list[Match] = []
        number_of = self._lexicon.term_number.get
        known = [
            (*span, term)
            for span in spans(text)
            if (term := number_of(stem(word(text[slice(*span)]).form))) is not None
        ]
        values = self._values_in({term for _, _, term in known})
        for start, end, term in known:
            if term in values:
                found.append(Match(start, end, *values[term]))
            else:
                found += self._part_matches(term, text[start:end], start, values)
            if len(found) >= MAX_MATCHES:
                break
        return found

    def _values_in(self, terms: set[int]) -> _Values:
        """Return what counts in a text with these terms."""
        present = [(wanted, value) for wanted, value in self._together if terms.issuperset(wanted)]
        values = dict(self._values) if present else self._values
        for wanted, value in present:
            _raise(values, wanted, value)
        return values

    def _part_matches(self, term: int, token: str, start: int, values: _Values) -> Iterable[Match]:
        """Yield the parts of a compound that match, none of them inside another."""
        if not any(part in values for part in self._lexicon.parts_of.get(term, ())):
            return
        covered = 0
        for begin, size, part in self._lexicon.parts_within(term, word(token).form):
            if part in values and begin >= covered:
                covered = begin + size
                first, last = written_span(token, begin, covered)
                yield Match(start + first, start + last, *values[part])

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return (start, end) of everything in ``text`` that matches: for titles and other short texts."""
        return tuple((match.start, match.end) for match in self.matches(text))

    def passage(self, text: str) -> Passage | None:
        """Return the stretch of ``text`` that shows most of what was looked for, None where nothing matches."""
        matches = self.matches(text)
        if not matches:
            return None
        first = _best_window(matches)
        begin = _passage_start(text, matches[first].start)
        end = _passage_end(text, begin)
        inside = [match for match in matches if match.start >= begin and match.end <= end]
        return Passage(
            text[begin:end].replace("\n", " "),
            tuple((match.start - begin, match.end - begin) for match in inside),
            begin > 0,
            end < len(text.rstrip(_SPACES)),
        )


def _raise(values: _Values, terms: Iterable[int], value: tuple[int, int]) -> None:
    """Enter a slot and its value for terms that have no higher value yet."""
    for term in terms:
        if value[1] > values.get(term, (0, 0))[1]:
            values[term] = value


def written_span(token: str, begin: int, end: int) -> tuple[int, int]:
    """Return where in ``token`` the stretch ``begin:end`` of its folded form is written."""
    first, last = 0, len(token)
    for at in range(1, len(token) + 1):
        length = len(word(token[:at]).form)
        if length <= begin:
            first = at
        if length <= end:
            last = at
    while first < last and token[first] in _TRIMMED:
        first += 1
    while last > first and token[last - 1] in _TRIMMED:
        last -= 1
    return first, last


def _best_window(matches: Sequence[Match]) -> int:
    """Return the first match of the window with the highest value: distinct slots in full, repetitions a tenth."""
    best, best_value = 0, -1
    for first, opening in enumerate(matches):
        values: dict[int, int] = {}
        repeated = 0
        for match in matches[first:]:
            if match.end - opening.start > WINDOW:
                break
            repeated += match.value
            values[match.slot] = max(match.value, values.get(match.slot, 0))
        value = 10 * sum(values.values()) + repeated
        if value > best_value:
            best, best_value = first, value
    return best


def _passage_start(text: str, match: int) -> int:
    """Return where to begin: at the sentence if it is near, else at a word a little before the match."""
    earliest = max(0, match - LEAD)
    for at in range(match, earliest - 1, -1):
        if at == 0 or (text[at - 1] == "\n") or (text[at - 1] in _SPACES and at > 1 and text[at - 2] in _ENDS):
            return at
    for at in range(match - LEAD // 2, match):
        if text[at] in _SPACES:
            return at + 1
    return match


def _passage_end(text: str, begin: int) -> int:
    """Return where to end: at most ``LONGEST`` characters on, not inside a word."""
    limit = begin + LONGEST
    if limit >= len(text):
        return len(text.rstrip(_SPACES))
    for at in range(limit, begin + WINDOW, -1):
        if text[at] in _SPACES:
            return at
    return limit
