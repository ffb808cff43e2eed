"""The subject index from A to Z (Schlagwortregister): what there is to each term, and where a word that is none leads.

Headings are topics, standards, age groups, transitions, glossary terms, places, materials, meetings and chapters. Synonyms
refer to their term (*siehe*). Compounds stand under their last word as well (Schulsozialarbeit under
„Sozialarbeit, Schul-“), phrases under their noun („Hilfen, Frühe“), as in printed indexes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from praxis.library import Library
from praxis.records import Record
from praxis.relations.derived import derived
from praxis.relations.facets import (
    cases_by_age_group,
    cases_by_municipality,
    cases_by_standard,
    cases_by_topic,
    cases_by_transition,
    gaps_by_age_group,
    gaps_by_municipality,
    gaps_by_standard,
    gaps_by_topic,
    materials_by_standard,
    materials_by_topic,
)
from praxis.relations.register_words import Inversions, alphabetical, plain_form


@dataclass(frozen=True, slots=True)
class Place:
    """A page that is about a term: what kind of page (``Thema``, ``Glossar`` …) and its address in the site."""

    name: str
    address: str


@dataclass(slots=True)
class Entry:
    """A heading with the pages about it, the records that belong to it, and the headings it refers to.

    ``see`` without places and records is *siehe*, else *siehe auch*.
    """

    heading: str
    places: list[Place] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    see: list[str] = field(default_factory=list)

    @property
    def only_refers(self) -> bool:
        """Whether the entry has nothing of its own."""
        return not self.places and not self.records


@derived
def register(library: Library) -> tuple[Entry, ...]:
    """All entries in alphabetical order (DIN 5007-1: ä like a)."""
    entries: dict[str, Entry] = {}
    for heading, place, records, synonyms in _terms(library):
        own = _entry(entries, heading)
        if place not in own.places:
            own.places.append(place)
        own.records += [record for record in records if record not in own.records]
        for synonym in synonyms:
            if not plain_form(synonym).startswith(plain_form(heading)):
                _refer(entries, synonym, own.heading)
    inversions = Inversions(_texts(library))
    for own in list(entries.values()):
        if not own.only_refers:
            for heading in inversions.of(own.heading):
                _refer(entries, heading, own.heading)
    return tuple(sorted(entries.values(), key=lambda entry: alphabetical(entry.heading)))


_Term = tuple[str, Place, Iterable[Record], Iterable[str]]


def _terms(library: Library) -> Iterator[_Term]:
    """Heading, page, records and synonyms of everything that has an entry of its own."""
    return chain(_vocabulary(library), _glossary(library), _records(library))


def _vocabulary(library: Library) -> Iterator[_Term]:
    words = library.vocabulary
    topics = (cases_by_topic(library), gaps_by_topic(library), materials_by_topic(library))
    for topic in words.topics.values():
        yield topic.title, Place("Thema", f"themen/{topic.id}.html"), _of(topics, topic.id), topic.synonyms
    standards = (cases_by_standard(library), gaps_by_standard(library), materials_by_standard(library))
    for standard in words.standards.values():
        yield standard.title, Place("Standard", f"standards/{standard.id}.html"), _of(standards, standard.id), ()
    ages = (cases_by_age_group(library), gaps_by_age_group(library))
    for group in words.age_groups.values():
        yield group.title, Place("Altersgruppe", f"alter/{group.id}.html"), _of(ages, group.id), ()
    transitions = (cases_by_transition(library),)
    for transition in words.transitions.values():
        place = Place("Übergang", f"uebergaenge/{transition.id}.html")
        yield transition.title, place, _of(transitions, transition.id), ()


def _glossary(library: Library) -> Iterator[_Term]:
    for term in library.vocabulary.glossary.values():
        yield term.title, Place("Glossar", f"glossar/index.html#{term.id}"), (), term.synonyms


def _records(library: Library) -> Iterator[_Term]:
    places = (cases_by_municipality(library), gaps_by_municipality(library))
    for town in library.municipalities.values():
        yield town.title, Place(town.label, town.address), _of(places, town.id), ()
    others = chain(library.chapters.values(), library.materials.values(), library.meetings.values())
    for record in others:
        yield record.title, Place(record.label, record.address), (), ()


def _of(lists: Iterable[Mapping[str, Sequence[Record]]], key: str) -> Iterator[Record]:
    return chain.from_iterable(each.get(key, ()) for each in lists)


def _entry(entries: dict[str, Entry], heading: str) -> Entry:
    """The entry of a heading, made where there is none; spellings that sort alike are one heading."""
    return entries.setdefault(plain_form(heading) or heading, Entry(heading))


def _refer(entries: dict[str, Entry], heading: str, target: str) -> None:
    entry = _entry(entries, heading)
    if entry.heading != target and target not in entry.see:
        entry.see.append(target)


def _texts(library: Library) -> Iterator[str]:
    """The texts whose words may stand as the last part of a compound."""
    words = library.vocabulary
    for topic in words.topics.values():
        yield from (topic.title, *topic.synonyms, topic.short or "")
    for term in words.glossary.values():
        yield from (term.title, *term.synonyms, term.explanation)
    for record in library.records():
        yield record.title
