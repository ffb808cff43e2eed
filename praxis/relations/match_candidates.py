"""Candidates of a match, in order, without looking at every case or at every condition.

Lists of cases by topic and standard give the candidates. What they share with the need sorts them into groups; a group's
contexts are compared only when it is reached, so that a thousand gaps meet ten thousand cases in seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from praxis.library import Library
from praxis.records import Case
from praxis.relations.age_fit import AgeFit, age_fit
from praxis.relations.context import Facts, Result, case_context, compare
from praxis.relations.derived import derived
from praxis.relations.facets import cases_by_standard, cases_by_topic
from praxis.relations.need import Need
from praxis.relations.question import LEVELS_A_TOPIC, QuestionWords

GroupKey = tuple[bool, bool, bool, int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case that rule 1 admits, or that people named; counts over the conditions known on both sides."""

    case: Case
    fit: AgeFit
    hard_deviations: int
    """Deviations of conditions the case calls ``unverzichtbar``."""
    fitting: int
    deviating: int

    @property
    def order(self) -> tuple[int, int, int, int, str]:
        """Sort key within a group; what is unknown has no part in it."""
        newest = -self.case.as_of.latest.toordinal()
        return (self.hard_deviations, -self.fitting, self.deviating, newest, self.case.id)


@dataclass(frozen=True)
class _Known:
    """What is known of all cases, ready to be compared."""

    contexts: Mapping[str, Facts]
    results: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Result]
    """Comparisons made so far: there are few different values, and many pairs of a need and a case."""


@derived
def _known(library: Library) -> _Known:
    return _Known({key: case_context(library, case) for key, case in library.cases.items()}, {})


@derived
def _ids_by_topic(library: Library) -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(case.id for case in cases) for key, cases in cases_by_topic(library, narrower=False).items()}


@derived
def _ids_by_standard(library: Library) -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(case.id for case in cases) for key, cases in cases_by_standard(library).items()}


def groups(library: Library, need: Need, words: QuestionWords) -> Iterator[list[tuple[Case, AgeFit]]]:
    """The admitted cases in groups, best group first: offers, confirmed answers, then by what they share.

    Ages that only touch come after all others; topics and the words of the question count together, before standards. Offers and confirmed
    answers are admitted because people named them, whatever they share.
    """
    found: dict[GroupKey, list[tuple[Case, AgeFit]]] = {}
    topics = Counter(
        case_id for topic in dict.fromkeys(need.topics) for case_id in _ids_by_topic(library).get(topic, ())
    )
    standards = Counter(
        case_id for standard in dict.fromkeys(need.standards) for case_id in _ids_by_standard(library).get(standard, ())
    )
    named = [case_id for case_id in (*need.offered, *need.confirmed) if case_id in library.cases]
    for case_id in dict.fromkeys((*named, *topics, *standards)):
        case = library.cases[case_id]
        fit = age_fit(need.ages, case.ages)
        is_offered, is_confirmed = case_id in need.offered, case_id in need.confirmed
        if fit is AgeFit.APART and not (is_offered or is_confirmed):
            continue
        specific = LEVELS_A_TOPIC * topics[case_id] + words.level(case_id)
        key = (not is_offered, not is_confirmed, fit is AgeFit.TOUCHES, -specific, -standards[case_id])
        found.setdefault(key, []).append((case, fit))
    for key in sorted(found):
        yield found[key]


def weighed(library: Library, need: Need, group: list[tuple[Case, AgeFit]]) -> list[Candidate]:
    """The cases of a group in order, by their contexts, their date and their id."""
    return sorted((_candidate(library, need, case, fit) for case, fit in group), key=lambda item: item.order)


def _candidate(library: Library, need: Need, case: Case, fit: AgeFit) -> Candidate:
    theirs, results = _known(library).contexts[case.id], _known(library).results
    hard = fitting = deviating = 0
    for condition_id, own in need.context.items():
        fact = theirs.get(condition_id)
        if fact is None:
            continue
        pair = (condition_id, fact.values, own.values)
        result = results.get(pair)
        if result is None:
            condition = library.vocabulary.context_model.conditions[condition_id]
            result = results[pair] = compare(condition, fact.values, own.values)
        if result is Result.FITS:
            fitting += 1
        elif result is Result.DEVIATES:
            deviating += 1
            hard += fact.importance == "unverzichtbar"
    return Candidate(case, fit, hard, fitting, deviating)
