"""Facets that cases and gaps share: the same names in the address, the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from praxis.library import Library
from praxis.records import Record
from praxis.records.values import ALL_AGES, NOT_REPORTED
from praxis.relations.context import EFFORT_CONDITIONS
from praxis.relations.facets import municipality_titles, topics_in_tree_order
from praxis.site.finder.facet import Facet, Lists, by_title, facet, of_labels, of_terms

CONTEXT_GROUP = "Bedingungen vor Ort"
EFFORT_GROUP = "Was es braucht"
PLACE_GROUP = "Ort und Ebene"
STATE_GROUP = "Stand"
_TAKEN = {
    "standard", "alter", "uebergang", "thema", "kommune", "programm", "land", "ebene", "ort", "traeger", "gegenstand",
    "finanzierung", "status", "stufe", "pruefung", "nachweis", "transfer", "art", "gesucht", "antwort",
    "q", "ordnung", "ansicht",
}  # fmt: skip
"""Names in the address that a condition of the context model cannot have."""


def standard(library: Library, lists: Lists) -> Facet:
    """Standards."""
    return facet("standard", "Standard", lists, of_terms(library.vocabulary.standards), is_open=True)


def age(library: Library, lists: Lists) -> Facet:
    """Age groups, all ages, and not reported; the browser adds spans of years."""
    groups = library.vocabulary.age_groups

    def words(term: str) -> str:
        return "Altersübergreifend" if term == ALL_AGES else groups[term].title

    return facet("alter", "Alter", lists, words, is_open=True)


def topic(library: Library, lists: Lists) -> Facet:
    """Topics as a tree; a topic has the records of the topics below it."""
    depths = topics_in_tree_order(library)
    ordered = {term: lists[term] for term in depths}
    return facet("thema", "Thema", ordered, of_terms(library.vocabulary.topics), is_open=True, depths=depths)


def municipality(library: Library, lists: Lists, unreported: str) -> Facet:
    """Municipalities, by name."""
    titles = municipality_titles(library)

    def words(term: str) -> str:
        return titles.get(term, term)

    return facet("kommune", "Kommune", by_title(lists, words), words, unreported=unreported)


def places(programmes: Lists, states: Lists, levels: Lists) -> Iterator[Facet]:
    """Programme, federal state and level of action."""
    yield facet("programm", "Programm", programmes, str, group=PLACE_GROUP)
    yield facet("land", "Land", states, str, group=PLACE_GROUP)
    yield facet("ebene", "Handlungsebene", levels, of_labels("handlungsebenen"), group=PLACE_GROUP)


def review(lists: Lists) -> Facet:
    """Whether a review is due."""
    words = {"ueberfaellig": "Prüfung überfällig", "aktuell": "Prüfung nicht fällig"}
    return facet(
        "pruefung", "Prüfung", lists, words.__getitem__, group=STATE_GROUP, unreported="kein Prüfdatum genannt"
    )


def conditions(library: Library, lists_of: Callable[[str], Lists], *, effort: bool) -> Iterator[Facet]:
    """Conditions of the context model in its order: those of effort, or all others."""
    for key, condition in library.vocabulary.context_model.conditions.items():
        if (key in EFFORT_CONDITIONS) is effort:
            yield facet(
                condition_name(key),
                condition.title,
                lists_of(key),
                condition.options.__getitem__,
                group=EFFORT_GROUP if effort else CONTEXT_GROUP,
            )


def condition_name(condition: str) -> str:
    """The name of a condition in the address."""
    is_taken = condition in _TAKEN or condition.startswith("bericht-")
    return f"bedingung-{condition}" if is_taken else condition


def with_unreported(lists: Lists, records: Iterable[Record]) -> Lists:
    """The lists, and one more of the records that stand in none of them."""
    held = {record.id for found in lists.values() for record in found}
    return {**lists, NOT_REPORTED: [record for record in records if record.id not in held]}
