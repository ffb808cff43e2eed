"""Related cases: what shares topics, standards and ages, with the reasons in words.

Candidates come from lists of cases with the same topic and standard, then the same topic, then the same standard and age
group. Of a long list only the neighbours by id are looked at, so that the work grows with the number of cases and not
with its square.
"""

from __future__ import annotations

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
    traits: Mapping[str, _Traits]
    lists: Mapping[_Key, list[str]]
    places: Mapping[_Key, Mapping[str, int]]
    bits: Mapping[str, tuple[int, int, int]]
    """Case -> its topics, standards and age groups as bits, so that what two cases share is counted at once."""

    def nearest(self, case_id: str, limit: int) -> list[str]:
        """The candidates that share most: topics weigh before standards, standards before age groups, then the id."""
        topics, standards, ages = self.bits[case_id]
        bits, weighed = self.bits, []
        for other in self.candidates(case_id):  # written out: this runs for every pair of neighbours
            its_topics, its_standards, its_ages = bits[other]
            shared = (topics & its_topics).bit_count() * 1_000_000
            shared += (standards & its_standards).bit_count() * 1_000 + (ages & its_ages).bit_count()
            weighed.append((-shared, other))
        weighed.sort()
        return [other for _, other in weighed[:limit]]

    def candidates(self, case_id: str) -> set[str]:
        found: set[str] = set()
        for key in self.traits[case_id].shared_lists():
            names, place = self.lists[key], self.places[key][case_id]
            found.update(names[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1])
        found.discard(case_id)
        return found


def related_cases(library: Library, case: Case, limit: int = 5) -> list[Related]:
    """Up to ``limit`` related cases: most shared topics first, then standards, then age groups, then by id."""
    index = _index(library)
    own = index.traits[case.id]
    return [_related(library, own, library.cases[other], index) for other in index.nearest(case.id, limit)]


@derived
def _index(library: Library) -> _Index:
    traits = {case.id: _traits(library, case) for case in library.cases.values()}
    lists: dict[_Key, list[str]] = {}
    for case_id in sorted(traits):
        for key in traits[case_id].shared_lists():
            lists.setdefault(key, []).append(case_id)
    places = {key: {case_id: place for place, case_id in enumerate(names)} for key, names in lists.items()}
    numbers: dict[str, int] = {}
    bits = {
        case_id: (_bits(own.topics, numbers), _bits(own.standards, numbers), _bits(own.ages, numbers))
        for case_id, own in traits.items()
    }
    return _Index(traits, lists, places, bits)


def _bits(terms: Iterable[str], numbers: dict[str, int]) -> int:
    """The terms as a number with one bit each; ``numbers`` grows with every new term."""
    return sum(1 << numbers.setdefault(term, len(numbers)) for term in terms)


def _traits(library: Library, case: Case) -> _Traits:
    ages = [ALL_AGES] if case.ages == ALL_AGES else age_groups_of(library, case.ages)
    return _Traits(frozenset(case.topics), frozenset(case.standards), frozenset(ages))


def _related(library: Library, own: _Traits, case: Case, index: _Index) -> Related:
    other, vocabulary = index.traits[case.id], library.vocabulary
    topics = _in_order(vocabulary.topics, own.topics & other.topics)
    standards = _in_order(vocabulary.standards, own.standards & other.standards)
    ages = _in_order((*vocabulary.age_groups, ALL_AGES), own.ages & other.ages)
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
    return Related(case, topics, standards, ages, tuple(reasons))


def _in_order(terms: Iterable[str], chosen: frozenset[str]) -> tuple[str, ...]:
    return tuple(term for term in terms if term in chosen) if chosen else ()
