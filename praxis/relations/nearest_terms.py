"""Where to look on when nothing matches: the nearest topics, and the standards with their handbook chapters."""

from __future__ import annotations

from collections.abc import Iterator

from praxis.library import Library
from praxis.relations.facets import broader_topics, cases_by_topic, narrower_topics
from praxis.relations.need import Need

_MOST = 8
"""Topics named at most."""
_POPULAR = 3
"""Topics named where the need says nothing that the vocabulary knows."""


def nearest_terms(library: Library, need: Need) -> tuple[tuple[str, str, str], ...]:
    """(kind, id, title): the need's topics and their neighbours that have practice, then its standards; never empty."""
    topics, standards = library.vocabulary.topics, library.vocabulary.standards
    near = list(dict.fromkeys(_topics(library, need)))[:_MOST]
    named = [key for key in dict.fromkeys(need.standards) if key in standards]
    if not near and not named:
        near = _popular(library)
    found = [("thema", key, topics[key].title) for key in near]
    return (*found, *(("standard", key, standards[key].title) for key in named))


def _topics(library: Library, need: Need) -> Iterator[str]:
    topics, cases = library.vocabulary.topics, cases_by_topic(library)
    known = [key for key in need.topics if key in topics]
    yield from known
    for key in known:
        broader = broader_topics(library, key)
        yield from broader[:1]
        siblings = [other for other, topic in topics.items() if broader and topic.broader == broader[0]]
        yield from (other for other in (*narrower_topics(library, key), *siblings) if cases[other])


def _popular(library: Library) -> list[str]:
    cases = cases_by_topic(library)
    topics = sorted(library.vocabulary.topics, key=lambda key: (-len(cases[key]), key))
    return topics[:_POPULAR]
