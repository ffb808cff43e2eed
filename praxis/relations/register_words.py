"""Words of the subject index: how they are sorted, and under which other words a heading stands as well."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from praxis.search.building import joined_parts
from praxis.search.compounds import Splitter
from praxis.search.stemming import stem
from praxis.search.stopwords import STOP_WORDS
from praxis.search.tokens import forms, spans, tokens, word

_MOST_WORDS: Final = 4
"""Longer headings are sentences, which nobody looks up by their last word."""
_MIN_HEAD: Final = 4
_BEFORE_NAMES: Final = frozenset(("Kreis", "Landkreis", "Stadt", "Gemeinde"))
_ADJECTIVE = re.compile(r"[^\W\d]+(?:e|er|es|en)")


def plain_form(text: str) -> str:
    """What is left of a heading for comparing: folded words; headings that agree in it are one."""
    return " ".join(forms(text))


def alphabetical(text: str) -> tuple[bool, list[str], str]:
    """A sort key in the order of a dictionary: ä like a, ß like ss, word by word; what begins with no letter comes first."""
    words = forms(text)
    return initial(text) != "", words, text


def initial(text: str) -> str:
    """The capital letter under which a heading stands; empty for numbers and signs."""
    first = (forms(text) or [""])[0][:1]
    return first.upper() if first.isalpha() else ""


class Inversions:
    """Finds the other headings of a term, with the words of ``texts`` as the lexicon for compounds."""

    def __init__(self, texts: Iterable[str]) -> None:
        words: Counter[str] = Counter()
        self._nouns: set[str] = set()
        for token in (token for text in texts for token in tokens(text)):
            form = word(token).form
            words[form] += 1
            if token[:1].isupper():
                self._nouns.add(form)
        stems: Counter[str] = Counter()
        for form, count in words.items():
            if form not in STOP_WORDS:
                stems[stem(form)] += count
        self._splitter = Splitter(words, stems)

    def of(self, heading: str) -> Iterator[str]:
        """Yield „Sozialarbeit, Schul-“ for „Schulsozialarbeit“ and „Hilfen, Frühe“ for „Frühe Hilfen“; none for others."""
        written = [heading[start:end] for start, end in spans(heading)]
        if len(written) == 1:
            yield from self._of_compound(written[0])
        elif 1 < len(written) <= _MOST_WORDS and " ".join(written) == heading:
            yield from self._of_phrase(written)

    def _of_compound(self, written: str) -> Iterator[str]:
        analysed = word(written)
        if len(analysed.form) != len(written.replace("-", "").replace("ß", "ss")):
            return
        parts = (
            joined_parts(analysed.pieces, self._splitter) if analysed.pieces else self._splitter.split(analysed.form)
        )
        for start in sorted({start for start, length in parts if start and self._is_head(analysed.form[start:])}):
            at = _written_place(written, start)
            first = written[:at].rstrip("-")
            yield f"{written[at:].lstrip('-')[:1].upper()}{written[at:].lstrip('-')[1:]}, {first}-"

    def _is_head(self, form: str) -> bool:
        return len(form) >= _MIN_HEAD and form in self._nouns

    def _of_phrase(self, written: list[str]) -> Iterator[str]:
        *first, last = written
        if last[:1].isupper() and not last.isupper() and all(map(_goes_behind, first)):
            yield f"{last}, {' '.join(first)}"


def _goes_behind(written: str) -> bool:
    """Whether a word may stand behind the noun it belongs to: „Hilfen, Frühe“, „Düren, Kreis“."""
    return written in _BEFORE_NAMES or (bool(_ADJECTIVE.fullmatch(written)) and word(written).form not in STOP_WORDS)


def _written_place(written: str, start: int) -> int:
    """Where in a word as written its folded form has ``start`` letters before it."""
    return next(at for at in range(len(written) + 1) if len(word(written[:at]).form) >= start)
