"""Queries: what a reader typed, taken apart. Any string is a query."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from praxis.search.stopwords import STOP_WORDS
from praxis.search.tokens import forms, spans, word

MAX_QUERY: Final = 2000
"""Characters of a query that are read."""
MAX_PHRASES: Final = 8
"""Different phrases of a query that are looked for together; the words of any others count as words."""

_QUOTES = '"„“”«»'
_PHRASE = re.compile(f"(-?)[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]")
_SPACE = re.compile("[ \t\n\r\f\v\u00a0\u202f]")
_AND: Final = frozenset(("und", "oder", "sowie", "bzw", "beziehungsweise"))
"""After these a word with a hyphen before it is no exclusion but half a compound: *Kinderbetreuung und -förderung*."""


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of the query: ``text`` as typed from ``start`` on, its analysis, and whether it may go on while typing."""

    text: str
    start: int
    form: str
    pieces: tuple[str, ...]
    unfinished: bool = False


@dataclass(slots=True)
class Query:
    """A parsed query: words to rank by, phrases (forms in order) that must or must not occur, excluded forms."""

    words: list[QueryWord] = field(default_factory=list)
    phrases: list[tuple[str, ...]] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    excluded_phrases: list[tuple[str, ...]] = field(default_factory=list)

    def content_words(self) -> list[QueryWord]:
        """Return the words without stop words, or all of them where nothing else is left."""
        return [each for each in self.words if each.form not in STOP_WORDS] or self.words


def parse(text: str, typing: bool = False) -> Query:
    """Return the parsed query; ``typing`` says that the reader may not have finished the last word.

    A phrase stands between quotation marks of any kind; a quotation mark without a partner means nothing. ``-word`` and
    ``-"a phrase"`` exclude, unless the word is a stop word or the rest of a compound after *und* or *oder*. Words of
    phrases count for the ranking as well.
    """
    query = Query()
    text = text[:MAX_QUERY]
    position = 0
    for match in _PHRASE.finditer(text):
        _read_words(query, text, position, match.start())
        position = match.end()
        found = tuple(forms(match.group(2)))
        if not found:
            continue
        if match.group(1) and _starts_word(text, match.start()):
            _add(found, query.excluded_phrases)
        else:
            _add(found, query.phrases)
            _read_words(query, text, match.start(2), match.end(2))
    _read_words(query, text, position, len(text), unfinished=typing)
    return query


def _add(phrase: tuple[str, ...], phrases: list[tuple[str, ...]]) -> None:
    if phrase not in phrases and len(phrases) < MAX_PHRASES:
        phrases.append(phrase)


def _starts_word(text: str, at: int) -> bool:
    return at == 0 or bool(_SPACE.match(text[at - 1]))


def _read_words(query: Query, text: str, begin: int, end: int, unfinished: bool = False) -> None:
    """Read the words of ``text[begin:end]`` into the query."""
    part = text[begin:end]
    before = ""
    for start, stop in spans(part):
        analysed = word(part[start:stop])
        if not analysed.form:
            continue
        joined, before = before in _AND, analysed.form
        if start and part[start - 1] == "-" and _starts_word(text, begin + start - 1) and not joined:
            if analysed.form not in STOP_WORDS:
                query.excluded.append(analysed.form)
            continue
        open_end = unfinished and stop == len(part)
        query.words.append(QueryWord(part[start:stop], begin + start, analysed.form, analysed.pieces, open_end))
