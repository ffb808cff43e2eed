"""The words of a question: which cases share its rarer words, found by the search engine in the index of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from praxis.library import Library
from praxis.records import Case
from praxis.relations.derived import derived
from praxis.relations.site_search import site_searcher
from praxis.search import SharedWords, shared_words
from praxis.settings import Settings

LEVELS_A_TOPIC: Final = 4
"""Levels of shared words (of eight) that count as much as one shared topic."""


@derived
def _numbers(library: Library) -> Mapping[str, int]:
    """Case -> number of its document."""
    entries = site_searcher(library).index.entries
    prefix = f"{Case.folder}/"
    return {entry.id.removeprefix(prefix): number for number, entry in enumerate(entries) if entry.kind == Case.kind}


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What cases share with a question; nothing where none was asked."""

    numbers: Mapping[str, int]
    shared: SharedWords | None

    def level(self, case_id: str) -> int:
        """From 0 to twice ``LEVELS_A_TOPIC``: how well the case answers the question, beside all other cases."""
        return self.shared.level(self.numbers[case_id]) if self.shared else 0

    def words(self, case_id: str) -> tuple[str, ...]:
        """The rarest shared words in quotation marks, as the reader wrote them."""
        return self.shared.words(self.numbers[case_id]) if self.shared else ()


@derived
def _has_index(library: Library) -> bool:
    return Settings.load(library.root).search_index


def question_words(library: Library, question: str) -> QuestionWords:
    """What the cases of the library share with a question; any text is a question.

    Nothing where the setting ``search_index`` is off: then there is no index to find words in.
    """
    if not question.strip() or not _has_index(library):
        return QuestionWords({}, None)
    numbers = _numbers(library)
    return QuestionWords(numbers, shared_words(site_searcher(library), question, frozenset(numbers.values())))
