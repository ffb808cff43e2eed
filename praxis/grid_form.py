"""The blank grid as a table: standards down, age groups across, a cell for the questions of a place.

What the site hands out and what :mod:`praxis.editing.grid_import` reads back: one definition of both.
"""

from __future__ import annotations

from collections.abc import Iterator

from praxis.records.values import ALL_AGES
from praxis.vocabulary import Vocabulary

HEADER = "Standard"
ALL_AGES_TITLE = "Altersübergreifend"


def column_titles(vocabulary: Vocabulary) -> dict[str, str]:
    """Age group -> heading of its column, youngest first, all ages last."""
    titles = {key: group.title for key, group in vocabulary.age_groups.items()}
    return {**titles, ALL_AGES: ALL_AGES_TITLE}


def blank_rows(vocabulary: Vocabulary) -> Iterator[list[str]]:
    """The rows of a blank grid, the heading first."""
    titles = column_titles(vocabulary)
    yield [HEADER, *titles.values()]
    for standard in vocabulary.standards.values():
        yield [standard.title, *("" for _ in titles)]
