"""Topics recognised in somebody's own words, through their titles and synonyms."""

from __future__ import annotations

from praxis.library import Library
from praxis.search.stemming import stem
from praxis.search.tokens import forms


def topics_in(library: Library, text: str) -> tuple[str, ...]:
    """Ids of the topics one of whose names stands in ``text`` with all its words, in the vocabulary's order."""
    said = _stems(text)
    return tuple(
        topic.id
        for topic in library.vocabulary.topics.values()
        if any((name := _stems(words)) and name <= said for words in (topic.title, *topic.synonyms))
    )


def _stems(text: str) -> set[str]:
    return {stem(form) for form in forms(text)}
