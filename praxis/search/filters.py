"""Filters understood in the words of a query: places, topics, ages and whatever else a list of choices names.

Generic: choices in, what was understood out. The browser has the same (``web/src/search/filters.ts``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from praxis.search.query import MAX_QUERY, QueryWord, parse
from praxis.search.stemming import stem
from praxis.search.tokens import forms

AGE: Final = "alter"
OLDEST: Final = 27
"""Years at which "ab 10 Jahre" ends."""
MOST: Final = 6
"""Filters offered for one query at most."""

Place = tuple[int, int]
"""From where to where in the query."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet with its label and the wordings (folded forms) by which people name it."""

    facet: str
    value: str
    label: str
    wordings: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """A filter that words of a query name; ``place`` says which words."""

    facet: str
    value: str
    label: str
    place: Place


def choice(facet: str, value: str, label: str, wordings: Iterable[str]) -> Choice:
    """Return a choice with its wordings analysed; wordings without a word are left out."""
    analysed = dict.fromkeys(tuple(forms(text)) for text in wordings)
    return Choice(facet, value, label, tuple(filter(None, analysed)))


class Recogniser:
    """Finds the choices of one list in queries, the longest wording first, and ages in numbers."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Choice]]] = {}
        for each in choices:
            for wording in each.wordings:
                stems = tuple(map(stem, wording))
                self._by_first.setdefault(stems[0], []).append((stems, each))

    def understood(self, text: str) -> list[Understood]:
        """Return what the query names, in the order of its words; never raises for any text."""
        text = text[:MAX_QUERY]
        found = list(_ages(text))
        words = parse(text).words
        stems = [stem(word.form) for word in words]
        at = 0
        while at < len(words):
            length, chosen = self._longest(stems, at)
            place = _place(words, at, length)
            if chosen and not _overlaps(place, found):
                found += (Understood(each.facet, each.value, each.label, place) for each in chosen)
            at += max(length, 1)
        found.sort(key=lambda each: each.place)
        unique = {(each.facet, each.value): each for each in reversed(found)}
        return [each for each in found if unique[(each.facet, each.value)] is each][:MOST]

    def _longest(self, stems: Sequence[str], at: int) -> tuple[int, list[Choice]]:
        """Return the length of the longest wording that begins at ``at``, and the choices that have it."""
        length, chosen = 0, list[Choice]()
        for wording, each in self._by_first.get(stems[at], ()):
            if tuple(stems[at : at + len(wording)]) != wording or len(wording) < length:
                continue
            if len(wording) > length:
                length, chosen = len(wording), []
            chosen.append(each)
        return length, chosen


def rest_of(text: str, understood: Iterable[Understood]) -> str:
    """Return the query without the words that were understood."""
    text = text[:MAX_QUERY]
    for start, end in sorted({each.place for each in understood}, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return re.sub("[ \t\n\r]+", " ", text).strip(" \t\n\r")


def _place(words: Sequence[QueryWord], at: int, length: int) -> Place:
    last = words[at + max(length, 1) - 1]
    return words[at].start, last.start + len(last.text)


def _overlaps(place: Place, found: Iterable[Understood]) -> bool:
    return any(place[0] < each.place[1] and each.place[0] < place[1] for each in found if each.facet == AGE)


_NUMBER = "([0-9]{1,2})"
_GAP = "[ \\t\\n\\r\\u00a0\\u202f]"
_YEARS = f"{_GAP}*-?{_GAP}*j(?:ahre?n?|[äÄ]hrige?[nrs]?)"
_START = "(?<![0-9A-Za-z\\u00c0-\\u024f.,/§-])(?<!§ )"
_END = "(?![0-9A-Za-z\\u00c0-\\u024f])"
_WORDS: Final = (
    "ein", "zwei", "drei", "vier", "f[üÜ]nf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zw[öÖ]lf",
    "dreizehn", "vierzehn", "f[üÜ]nfzehn", "sechzehn", "siebzehn", "achtzehn",
)  # fmt: skip
_FLAGS = re.IGNORECASE | re.ASCII
_SPAN = re.compile(
    f"{_START}(?:von{_GAP}+)?{_NUMBER}{_GAP}*(?:bis|-|–|—){_GAP}*(?:unter{_GAP}+)?{_NUMBER}(?:{_YEARS})?{_END}", _FLAGS
)
_FROM = re.compile(f"{_START}(?:ab|[üÜ]ber|ueber|mindestens){_GAP}+{_NUMBER}{_YEARS}{_END}", _FLAGS)
_TO = re.compile(f"{_START}(?:bis(?:{_GAP}+zu)?|unter|h[öÖ]chstens){_GAP}+{_NUMBER}{_YEARS}{_END}", _FLAGS)
_ONE = re.compile(f"{_START}{_NUMBER}{_YEARS}{_END}", _FLAGS)
_WRITTEN = re.compile(f"{_START}(?:{'|'.join(f'({each})' for each in _WORDS)})j(?:[äÄ]|ae)hrige?[nrs]?{_END}", _FLAGS)


_DAY_CARE = re.compile(f"{_START}(?:(u)|[üÜ]|ue)3{_END}", _FLAGS)
"""Day care's own words, which differ in the umlaut alone: U3 (under three), Ü3 (from three to school)."""


def _ages(text: str) -> Iterator[Understood]:
    """Yield the spans of years in a query: "3 bis 6", "ab 10 Jahre", "unter 3 Jahren", "12-Jährige", "einjährig", "U3"."""
    taken: list[Place] = []
    for pattern in (_SPAN, _FROM, _TO, _ONE, _WRITTEN, _DAY_CARE):
        for match in pattern.finditer(text):
            place = match.span()
            if any(place[0] < end and start < place[1] for start, end in taken):
                continue
            first, last = _years(pattern, match)
            if first < last and last <= OLDEST + 1:
                taken.append(place)
                yield Understood(AGE, f"{first}-{last}", f"Alter: {age_label(first, last)}", place)


def _years(pattern: re.Pattern[str], match: re.Match[str]) -> tuple[int, int]:
    if pattern is _SPAN:
        return int(match[1]), int(match[2])
    if pattern is _DAY_CARE:
        return (0, 3) if match[1] else (3, 6)
    if pattern is _WRITTEN:
        number = next(at for at, group in enumerate(match.groups(), 1) if group)
        return number, number + 1
    number = int(match[1])
    if pattern is _FROM:
        return number, OLDEST
    return (0, number) if pattern is _TO else (number, number + 1)


def age_label(first: int, last: int) -> str:
    """Return „3 bis 6 Jahre“, „ab 10 Jahre“."""
    if last == OLDEST:
        return f"ab {first} Jahre"
    return f"{first} bis {last} {'Jahr' if last == 1 else 'Jahre'}"
