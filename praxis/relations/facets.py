"""Lists by facet: term -> cases or gaps, every term of a vocabulary included, in the vocabulary's order.

Within a term, records stand in the order of the library (by id). What is not reported has the key
``nicht-berichtet`` where a facet has one; it never counts as a value. Lists are shared: callers leave them as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from praxis.library import Library
from praxis.records import Case, Gap, Material, Municipality, Record
from praxis.records.choices import (
    AgencyKind,
    Funding,
    GapStatus,
    Grade,
    Level,
    Origin,
    Shelf,
    Status,
    Subject,
    values_of,
)
from praxis.records.values import ALL_AGES, NOT_REPORTED, AgeSpan
from praxis.relations.derived import derived
from praxis.relations.register_words import alphabetical

R = TypeVar("R", bound=Record)
Lists = dict[str, list[R]]


def group(records: Iterable[R], keys: Callable[[R], Iterable[str]], terms: Iterable[str]) -> Lists[R]:
    """Term -> records that name it; all ``terms`` first, then others in the order in which they are met."""
    lists: Lists[R] = {term: [] for term in terms}
    for record in records:
        for term in dict.fromkeys(keys(record)):
            lists.setdefault(term, []).append(record)
    return lists


def age_groups_of(library: Library, ages: AgeSpan | str) -> list[str]:
    """Ids of the age groups a span overlaps; none for structures of all ages and for what is not reported."""
    if isinstance(ages, str):
        return []
    return [group.id for group in library.vocabulary.age_groups_of(ages)]


def narrower_topics(library: Library, topic: str) -> list[str]:
    """Ids of all topics below a topic, over any number of steps, in the vocabulary's order."""
    return [term for term in library.vocabulary.topics if topic in broader_topics(library, term)]


def broader_topics(library: Library, topic: str) -> list[str]:
    """Ids of the topics above a topic, nearest first; a circle ends where it began."""
    topics, path = library.vocabulary.topics, [topic]
    while (term := topics.get(path[-1])) and term.broader and term.broader not in path:
        path.append(term.broader)
    return path[1:]


def top_topics(library: Library) -> list[str]:
    """Ids of the topics that have no broader one: the roots of the tree."""
    return [term.id for term in library.vocabulary.topics.values() if not term.broader]


def _topics_with_broader(library: Library, topics: Sequence[str], narrower: bool) -> Iterator[str]:
    for topic in topics:
        yield topic
        if narrower:
            yield from broader_topics(library, topic)


@derived
def cases_by_standard(library: Library) -> Lists[Case]:
    """Standard -> cases."""
    return group(library.cases.values(), lambda case: case.standards, library.vocabulary.standards)


@derived
def cases_by_age_group(library: Library) -> Lists[Case]:
    """Age group -> cases whose span overlaps it; see :func:`cases_of_all_ages` and :func:`cases_without_age`."""
    return group(library.cases.values(), lambda case: age_groups_of(library, case.ages), library.vocabulary.age_groups)


def cases_of_all_ages(library: Library) -> list[Case]:
    """Structures for all ages."""
    return [case for case in library.cases.values() if case.ages == ALL_AGES]


def cases_without_age(library: Library) -> list[Case]:
    """Cases whose age is not reported."""
    return [case for case in library.cases.values() if case.ages == NOT_REPORTED]


def cases_by_age(library: Library) -> Lists[Case]:
    """Age group, ``altersuebergreifend`` or ``nicht-berichtet`` -> cases."""
    return {
        **cases_by_age_group(library),
        ALL_AGES: cases_of_all_ages(library),
        NOT_REPORTED: cases_without_age(library),
    }


def cases_by_transition(library: Library) -> Lists[Case]:
    """Transition -> cases."""
    return group(library.cases.values(), lambda case: case.transitions, library.vocabulary.transitions)


def cases_by_topic(library: Library, narrower: bool = True) -> Lists[Case]:
    """Topic -> cases; with ``narrower`` a topic also lists the cases of the topics below it."""
    return group(
        library.cases.values(),
        lambda case: _topics_with_broader(library, case.topics, narrower),
        library.vocabulary.topics,
    )


def topics_in_tree_order(library: Library) -> dict[str, int]:
    """Topic -> its depth in the tree (0: no broader topic); each below its broader one, on a level by title."""
    topics = library.vocabulary.topics
    below: dict[str, list[str]] = {}
    for key in sorted(topics, key=lambda key: alphabetical(topics[key].title)):
        below.setdefault(topics[key].broader or "", []).append(key)

    def walk(keys: Sequence[str], depth: int) -> Iterator[tuple[str, int]]:
        for key in keys:
            yield key, depth
            yield from walk(below.get(key, ()), depth + 1)

    found = dict(walk(below.get("", ()), 0))
    return {**found, **{key: 0 for key in topics if key not in found}}


@derived
def cases_by_municipality(library: Library) -> Lists[Case]:
    """Municipality -> cases; municipalities without a case included."""
    return group(library.cases.values(), lambda case: [case.municipality], library.municipalities)


def cases_by_state(library: Library) -> Lists[Case]:
    """Federal state of the municipality -> cases, by name."""
    return _sorted(group(library.cases.values(), lambda case: [_state(library, case.municipality)], ()))


def cases_by_programme(library: Library) -> Lists[Case]:
    """Programme in which the municipality takes or took part -> cases, by name."""
    return _sorted(group(library.cases.values(), lambda case: _programmes(library, case.municipality), ()))


def cases_by_funding(library: Library) -> Lists[Case]:
    """Source of funding -> cases."""
    return group(
        library.cases.values(), lambda case: case.funding or [NOT_REPORTED], (*values_of(Funding), NOT_REPORTED)
    )


def cases_by_status(library: Library) -> Lists[Case]:
    """Status -> cases."""
    return group(library.cases.values(), lambda case: [case.status], values_of(Status))


def cases_by_level(library: Library) -> Lists[Case]:
    """Level of action -> cases."""
    return group(library.cases.values(), lambda case: case.levels or [NOT_REPORTED], (*values_of(Level), NOT_REPORTED))


def cases_by_agency(library: Library) -> Lists[Case]:
    """Kind of agency -> cases."""
    return group(library.cases.values(), lambda case: [_agency(case)], (*values_of(AgencyKind), NOT_REPORTED))


def cases_by_subject(library: Library) -> Lists[Case]:
    """What is described (``angebot``, ``struktur`` …) -> cases."""
    return group(library.cases.values(), lambda case: [case.subject], values_of(Subject))


def cases_by_shelf(library: Library) -> Lists[Case]:
    """Shelf (``beschrieben``, ``geprueft``) -> cases; drafts have none."""
    shelves = [shelf for shelf in values_of(Shelf) if shelf != "entwurf"]
    return group(library.cases.values(), lambda case: [case.shelf], shelves)


def cases_by_setting(library: Library) -> Lists[Case]:
    """Place of everyday life -> cases, by name, those that name none last."""
    return _sorted(group(library.cases.values(), lambda case: case.settings or [NOT_REPORTED], ()))


def cases_by_evidence(library: Library) -> Lists[Case]:
    """Grade of evidence -> cases, the plainest first."""
    grades = values_of(Grade)
    return group(library.cases.values(), lambda case: [_grade(case)], (*grades, NOT_REPORTED))


def cases_by_review(library: Library) -> Lists[Case]:
    """Whether a review is due (:func:`review_state`) -> cases."""
    return group(library.cases.values(), lambda case: [review_state(library, case)], REVIEW_STATES)


REVIEW_STATES = ("ueberfaellig", "aktuell", NOT_REPORTED)


def review_state(library: Library, record: Record) -> str:
    """``ueberfaellig``, ``aktuell``, or ``nicht-berichtet`` where no review date is set."""
    if record.review is None:
        return NOT_REPORTED
    return "ueberfaellig" if record.is_review_due(library.today) else "aktuell"


@derived
def gaps_by_standard(library: Library) -> Lists[Gap]:
    """Standard -> gaps."""
    return group(library.gaps.values(), lambda gap: gap.standards, library.vocabulary.standards)


def gaps_by_age_group(library: Library) -> Lists[Gap]:
    """Age group -> gaps whose span overlaps it."""
    return group(library.gaps.values(), lambda gap: age_groups_of(library, gap.ages), library.vocabulary.age_groups)


def gaps_of_all_ages(library: Library) -> list[Gap]:
    """Gaps that concern all ages."""
    return [gap for gap in library.gaps.values() if gap.ages == ALL_AGES]


def gaps_without_age(library: Library) -> list[Gap]:
    """Gaps whose age is not reported."""
    return [gap for gap in library.gaps.values() if gap.ages == NOT_REPORTED]


def gaps_by_age(library: Library) -> Lists[Gap]:
    """Age group, ``altersuebergreifend`` or ``nicht-berichtet`` -> gaps."""
    return {**gaps_by_age_group(library), ALL_AGES: gaps_of_all_ages(library), NOT_REPORTED: gaps_without_age(library)}


def gaps_by_topic(library: Library, narrower: bool = True) -> Lists[Gap]:
    """Topic -> gaps; with ``narrower`` a topic also lists the gaps of the topics below it."""
    return group(
        library.gaps.values(),
        lambda gap: _topics_with_broader(library, gap.topics, narrower),
        library.vocabulary.topics,
    )


@derived
def gaps_by_municipality(library: Library) -> Lists[Gap]:
    """Municipality -> its gaps."""
    return group(
        library.gaps.values(), lambda gap: [gap.municipality] if gap.municipality else [], library.municipalities
    )


def gaps_by_status(library: Library) -> Lists[Gap]:
    """Status -> gaps."""
    return group(library.gaps.values(), lambda gap: [gap.status], values_of(GapStatus))


def gaps_by_state(library: Library) -> Lists[Gap]:
    """Federal state of the municipality -> gaps, by name; gaps of unnamed places last."""
    return _sorted(group(library.gaps.values(), lambda gap: [_state(library, gap.municipality)], ()))


def gaps_by_programme(library: Library) -> Lists[Gap]:
    """Programme in which the municipality takes or took part -> gaps, by name."""
    return _sorted(group(library.gaps.values(), lambda gap: _programmes(library, gap.municipality), ()))


def gaps_by_level(library: Library) -> Lists[Gap]:
    """Level of action -> gaps."""
    return group(library.gaps.values(), lambda gap: gap.levels or [NOT_REPORTED], (*values_of(Level), NOT_REPORTED))


def gaps_by_origin(library: Library) -> Lists[Gap]:
    """Who found the gap (``gemeldet``, ``redaktionell``) -> gaps."""
    return group(library.gaps.values(), lambda gap: [gap.origin], values_of(Origin))


def gaps_by_review(library: Library) -> Lists[Gap]:
    """Whether a review is due (:func:`review_state`) -> gaps."""
    return group(library.gaps.values(), lambda gap: [review_state(library, gap)], REVIEW_STATES)


@derived
def offers_by_municipality(library: Library) -> Lists[Gap]:
    """Municipality -> gaps for which it offered advice."""
    return group(
        library.gaps.values(), lambda gap: [offer.municipality for offer in gap.offers], library.municipalities
    )


def materials_by_standard(library: Library) -> Lists[Material]:
    """Standard -> materials."""
    return group(library.materials.values(), lambda material: material.standards, library.vocabulary.standards)


def materials_by_topic(library: Library, narrower: bool = True) -> Lists[Material]:
    """Topic -> materials."""
    return group(
        library.materials.values(),
        lambda material: _topics_with_broader(library, material.topics, narrower),
        library.vocabulary.topics,
    )


@derived
def municipality_titles(library: Library) -> Mapping[str, str]:
    """Id -> name of every municipality."""
    return {key: municipality.title for key, municipality in library.municipalities.items()}


def _municipality(library: Library, municipality_id: str | None) -> Municipality | None:
    return library.municipalities.get(municipality_id or "")


def _state(library: Library, municipality_id: str | None) -> str:
    municipality = _municipality(library, municipality_id)
    return (municipality.state if municipality else None) or NOT_REPORTED


def _programmes(library: Library, municipality_id: str | None) -> list[str]:
    municipality = _municipality(library, municipality_id)
    names = [programme.name for programme in municipality.programmes] if municipality else []
    return names or [NOT_REPORTED]


def _agency(case: Case) -> str:
    return (case.who.agency if case.who else None) or NOT_REPORTED


def _grade(case: Case) -> str:
    return case.evidence.grade if case.evidence else NOT_REPORTED


def _sorted(lists: Lists[R]) -> Lists[R]:
    return {key: lists[key] for key in sorted(lists, key=lambda name: (name == NOT_REPORTED, alphabetical(name)))}
