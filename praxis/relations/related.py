"""Related cases: what shares topics, standards and ages, with the reasons in words.

Candidates come from lists of cases with the same topic and standard, then the same topic, then the same standard and age
group. Of a long list only the neighbours by id are looked at, so that the work grows with the number of cases and not
with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from praxis.library import Library
from praxis.records import Case
from praxis.records.values import ALL_AGES
from praxis.relations.derived import derived
from praxis.relations.facets import age_groups_of
from praxis.wording import enumeration, quoted

_NEIGHBOURS = 12
"""Cases looked at on each side in a list."""
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Related:
    """A related case with what is shared, by id, and the reasons as German sentences."""

    case: Case
    topics: tuple[str, ...]
    standards: tuple[str, ...]
    age_groups: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Traits:
    topics: frozenset[str]
    standards: frozenset[str]
    ages: frozenset[str]

    def shared_lists(self) -> Iterator[_Key]:
        for topic in sorted(self.topics):
            yield topic, ""
            for standard in sorted(self.standards):
                yield topic, standard
        for standard in sorted(self.standards):
            for age in sorted(self.ages):
                yield standard, age


@dataclass(frozen=True)
class _Index:
    """Cases as numbers in the order of their ids: every case is weighed against hundreds of others."""

    ids: list[str]
    numbers: Mapping[str, int]
    traits: list[_Traits]
    lists: Mapping[_Key, list[int]]
    bits: list[tuple[int, int, int]]
    """A case's topics, standards and age groups as bits, so that what two cases share is counted at once."""
    topics: Mapping[str, int]
    """Topic -> its place in the vocabulary; likewise below."""
    standards: Mapping[str, int]
    ages: Mapping[str, int]

    def nearest(self, case: int, limit: int) -> list[int]:
        """The candidates that share most: topics weigh before standards, standards before age groups, then the id."""
        topics, standards, ages = self.bits[case]
        bits, count = self.bits, len(self.ids)
        # One number sorts by what is shared and then by the id, and its remainder is the case. Written out: this runs
        # for every pair of neighbours.
        weighed = [
            other
            - count * (1_000_000 * (topics & its_topics).bit_count() + 1_000 * (standards & its_standards).bit_count())
            - count * (ages & its_ages).bit_count()
            for other in self.candidates(case)
            for its_topics, its_standards, its_ages in (bits[other],)
        ]
        return [weight % count for weight in sorted(weighed)[:limit]]

    def candidates(self, case: int) -> set[int]:
        found: set[int] = set()
        for key in self.traits[case].shared_lists():
            names = self.lists[key]
            place = bisect_left(names, case)
            found.update(names[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1])
        found.discard(case)
        return found


def related_cases(library: Library, case: Case, limit: int = 5) -> list[Related]:
    """Up to ``limit`` related cases: most shared topics first, then standards, then age groups, then by id."""
    index = _index(library)
    number = index.numbers[case.id]
    return [_related(library, index, number, other) for other in index.nearest(number, limit)]


@derived
def _index(library: Library) -> _Index:
    vocabulary = library.vocabulary
    ids = sorted(library.cases)
    traits = [_traits(library, library.cases[case_id]) for case_id in ids]
    lists: dict[_Key, list[int]] = {}
    for number, own in enumerate(traits):
        for key in own.shared_lists():
            lists.setdefault(key, []).append(number)
    known: dict[str, int] = {}
    bits = [(_bits(own.topics, known), _bits(own.standards, known), _bits(own.ages, known)) for own in traits]
    vocabularies = (vocabulary.topics, vocabulary.standards, (*vocabulary.age_groups, ALL_AGES))
    return _Index(ids, _places(ids), traits, lists, bits, *map(_places, vocabularies))


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(names)}


def _bits(terms: Iterable[str], numbers: dict[str, int]) -> int:
    """The terms as a number with one bit each; ``numbers`` grows with every new term."""
    return sum(1 << numbers.setdefault(term, len(numbers)) for term in terms)


def _traits(library: Library, case: Case) -> _Traits:
    ages = [ALL_AGES] if case.ages == ALL_AGES else age_groups_of(library, case.ages)
    return _Traits(frozenset(case.topics), frozenset(case.standards), frozenset(ages))


def _related(library: Library, index: _Index, own: int, related: int) -> Related:
    mine, other, vocabulary = index.traits[own], index.traits[related], library.vocabulary
    topics = _in_order(index.topics, mine.topics & other.topics)
    standards = _in_order(index.standards, mine.standards & other.standards)
    ages = _in_order(index.ages, mine.ages & other.ages)
    reasons = []
    if topics:
        names = enumeration(vocabulary.topics[topic].title for topic in topics)
        reasons.append(f"{'Gleiches Thema' if len(topics) == 1 else 'Gleiche Themen'}: {names}.")
    if standards:
        names = enumeration(quoted(vocabulary.standards[standard].title) for standard in standards)
        reasons.append(f"{'Gleicher Standard' if len(standards) == 1 else 'Gleiche Standards'}: {names}.")
    if ages:
        names = enumeration(
            vocabulary.age_groups[age].title if age != ALL_AGES else "alle Altersgruppen" for age in ages
        )
        reasons.append(f"Gleiches Alter: {names}.")
    return Related(library.cases[index.ids[related]], topics, standards, ages, tuple(reasons))


def _in_order(places: Mapping[str, int], terms: frozenset[str]) -> tuple[str, ...]:
    """Terms as their vocabulary orders them, without unknown ones."""
    return tuple(sorted(terms & places.keys(), key=places.__getitem__)) if terms else ()
