"""Lists by condition of the context model: option -> cases or gaps.

A case's own value, or its municipality's where it has none (see :mod:`praxis.relations.context`); what nobody says has
the key ``nicht-berichtet``. The three conditions of effort hold the bands of ``aufwand`` and ``grenzen``.
"""

from __future__ import annotations

from praxis.library import Library
from praxis.records import Case, Gap
from praxis.records.values import NOT_REPORTED
from praxis.relations.context import Facts, case_context, gap_context
from praxis.relations.facets import Lists, group


def cases_by_condition(library: Library, condition: str) -> Lists[Case]:
    """Option of a condition -> cases."""
    terms = _terms(library, condition)
    return group(library.cases.values(), lambda case: _known(case_context(library, case), condition, terms), terms)


def gaps_by_condition(library: Library, condition: str) -> Lists[Gap]:
    """Option of a condition -> gaps; bands of effort are what a place can afford at most."""
    terms = _terms(library, condition)
    return group(library.gaps.values(), lambda gap: _known(gap_context(library, gap), condition, terms), terms)


def _terms(library: Library, condition: str) -> list[str]:
    return [*library.vocabulary.context_model.conditions[condition].options, NOT_REPORTED]


def _known(facts: Facts, condition: str, terms: list[str]) -> list[str]:
    """The values that are options of the condition, or that nothing is reported."""
    fact = facts.get(condition)
    return [value for value in fact.values if value in terms] or [NOT_REPORTED] if fact else [NOT_REPORTED]
