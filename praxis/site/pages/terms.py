"""Pages of vocabulary terms: standards, age groups, transitions and topics, with their indexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from praxis.records import Case, Gap
from praxis.records.values import ALL_AGES
from praxis.relations.chapters import StandardLinks, standard_links
from praxis.relations.facets import (
    cases_by_age_group,
    cases_by_topic,
    cases_by_transition,
    cases_of_all_ages,
    cases_without_age,
    gaps_by_age_group,
    gaps_by_topic,
    gaps_of_all_ages,
    materials_by_topic,
    narrower_topics,
    top_topics,
)
from praxis.relations.register_words import alphabetical
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.lessons import lesson_groups
from praxis.site.pages.record_page import index_page
from praxis.site.parts import known, reference, terms
from praxis.site.rows import case_row, fact, finder_link, gap_row, section, trail
from praxis.vocabulary import Topic
from praxis.wording import age_words, as_sentence, counted

Piece = dict[str, Any]
_FACETS = {"standards": "standard", "alter": "alter", "uebergaenge": "uebergang", "themen": "thema"}
"""Folder -> name of the facet in the finder's address."""
_CONTRIBUTE = ("So tragen Sie es ein", "mitmachen/index.html")


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a term, one index a vocabulary."""
    yield from _standards(model)
    yield from _ages(model)
    yield from _transitions(model)
    yield from _topics(model)


@dataclass
class _Term:
    """What a term's page shows besides its practice and its gaps."""

    folder: str
    heading: str
    key: str
    title: str
    lead: str
    cases: Sequence[Case]
    gaps: Sequence[Gap] = ()
    facts: list[Piece] = field(default_factory=list)
    before: list[Piece] = field(default_factory=list)
    after: list[Piece] = field(default_factory=list)

    def page(self, model: SiteModel) -> Page:
        practice = section(
            "praxis",
            "Praxis",
            cases=[case_row(model, case) for case in self.cases],
            empty="Hier ist noch keine Praxis erfasst. Das heißt nicht, dass es keine gibt. Kennen Sie ein Beispiel?",
            after=finder_link(_FACETS[self.folder], self.key) if self.cases else _CONTRIBUTE,
        )
        needs = section(
            "luecken",
            "Lücken",
            gaps=[gap_row(model, gap) for gap in self.gaps],
            empty="Hier ist keine Lücke erfasst. Fehlt Ihnen dazu etwas?",
            after=None if self.gaps else ("So melden Sie eine Lücke", "mitmachen/index.html"),
        )
        return Page(
            path=f"{self.folder}/{self.key}.md",
            template="eintrag.html",
            title=self.title,
            description=self.lead,
            data=known(
                trail=trail((self.heading, f"{self.folder}/index.html")),
                lead=self.lead,
                facts=self.facts,
                sections=[*self.before, practice, needs, *self.after],
            ),
        )


def _standards(model: SiteModel) -> Iterator[Page]:
    links = standard_links(model.library)
    for key, item in links.items():
        standard = item.standard
        yield _Term(
            folder="standards",
            heading="Standards",
            key=key,
            title=standard.title,
            lead=standard.short or "",
            cases=item.cases,
            gaps=item.gaps,
            before=list(_before_standard(item)),
            after=list(_after_standard(item)),
        ).page(model)
    listed = [
        known(
            **_link("standards", key, item.standard.title),
            note=item.standard.key_question or "",
            count=counted(len(item.cases), "Beispiel", "Beispiele"),
        )
        for key, item in links.items()
    ]
    lead = "Woran man eine gute Präventionskette erkennt. Die Liste von 2015 ist nicht veröffentlicht; diese ist ein Vorschlag der Redaktion."
    yield index_page("standards", "Standards", lead, [section("alle", "Alle Standards", links=listed)])


def _before_standard(item: StandardLinks) -> Iterator[Piece]:
    standard = item.standard
    if standard.key_question:
        yield section("leitfrage", "Leitfrage", intro=standard.key_question)
    if standard.test_stones:
        yield section("pruefsteine", "Prüfsteine", texts=standard.test_stones)


def _after_standard(item: StandardLinks) -> Iterator[Piece]:
    groups = lesson_groups(item.lessons)
    if groups:
        yield section("gelernt", "Was die Praxis gelehrt hat", groups=groups)
    if item.chapters:
        yield section("handbuch", "Im Handbuch", links=[reference(chapter) for chapter in item.chapters])
    if item.materials:
        yield section("materialien", "Materialien", links=[reference(material) for material in item.materials])


def _ages(model: SiteModel) -> Iterator[Page]:
    library = model.library
    cases, gaps = cases_by_age_group(library), gaps_by_age_group(library)
    groups = library.vocabulary.age_groups
    for key, group in groups.items():
        yield _Term("alter", "Alter", key, group.title, group.short or "", cases[key], gaps[key]).page(model)
    all_ages = cases_of_all_ages(library)
    yield _Term(
        folder="alter",
        heading="Alter",
        key=ALL_AGES,
        title="Altersübergreifend",
        lead="Strukturen, die für alle Altersgruppen da sind.",
        cases=all_ages,
        gaps=gaps_of_all_ages(library),
    ).page(model)
    listed = _listed("alter", groups, cases)
    listed.append(
        known(
            **_link("alter", ALL_AGES, "Altersübergreifend"),
            note="Strukturen, die für alle Altersgruppen da sind.",
            count=counted(len(all_ages), "Beispiel", "Beispiele"),
        )
    )
    lead = (
        "Fünf Altersgruppen nach der Gliederung der Stadt Arnsberg und eine Gruppe für Strukturen aller Altersstufen."
    )
    unknown = [_case_link(model, case) for case in cases_without_age(library)]
    yield index_page(
        "alter",
        "Alter",
        lead,
        [
            section("alle", "Alle Altersgruppen", links=listed),
            section("ohne-alter", "Alter nicht berichtet", links=unknown, empty="Bei jedem Praxisbeispiel ist das Alter bekannt."),
        ],
    )  # fmt: skip


def _case_link(model: SiteModel, case: Case) -> Piece:
    return {"title": f"{case.title}, {model.place(case.municipality)}", "url": case.address}


def _transitions(model: SiteModel) -> Iterator[Page]:
    library = model.library
    cases, transitions = cases_by_transition(library), library.vocabulary.transitions
    for key, item in transitions.items():
        near = [
            gap
            for gap in library.gaps.values()
            if item.ages and not isinstance(gap.ages, str) and "uebergaenge" in gap.standards and gap.ages.overlaps(item.ages)
        ]  # fmt: skip
        facts = [fact("Meist im Alter von", text=age_words(item.ages, "Jahren"))] if item.ages else []
        yield _Term("uebergaenge", "Übergänge", key, item.title, item.short or "", cases[key], near, facts).page(model)
    lead = "Die Übergänge im Leben eines Kindes, an denen Ketten oft reißen."
    listed = _listed("uebergaenge", transitions, cases)
    yield index_page("uebergaenge", "Übergänge", lead, [section("alle", "Alle Übergänge", links=listed)])


def _topics(model: SiteModel) -> Iterator[Page]:
    library, topics = model.library, model.library.vocabulary.topics
    cases, gaps, materials = cases_by_topic(library), gaps_by_topic(library), materials_by_topic(library)
    for key, topic in topics.items():
        found = [reference(material) for material in materials[key]]
        yield _Term(
            folder="themen",
            heading="Themen",
            key=key,
            title=topic.title,
            lead=topic.short or "",
            cases=cases[key],
            gaps=gaps[key],
            facts=list(_topic_facts(model, topic)),
            after=[section("materialien", "Materialien", links=found)] if found else [],
        ).page(model)
    tree = section("alle", "Alle Themen", intro="Unter jedem Thema stehen seine Unterthemen.", links=_topic_tree(model))
    lead = "Worum es in der Praxis geht. Jede Seite nennt auch andere Wörter für dasselbe und was man nicht verwechseln sollte."
    yield index_page("themen", "Themen", lead, [tree])


def _topic_facts(model: SiteModel, topic: Topic) -> Iterator[Piece]:
    topics = model.library.vocabulary.topics
    if topic.broader in topics:
        yield fact("Oberthema", links=terms([topic.broader or ""], "themen", topics))
    if below := [key for key in narrower_topics(model.library, topic.id) if key != topic.id]:
        yield fact("Unterthemen", links=terms(below, "themen", topics))
    if topic.not_to_confuse:
        yield fact("Nicht verwechseln", text=" ".join(as_sentence(text) for text in topic.not_to_confuse))
    if topic.synonyms:
        yield fact("Auch gesucht als", text=", ".join(topic.synonyms))


def _topic_tree(model: SiteModel) -> list[Piece]:
    """All topics as a tree, on each level by name, with the number of cases at or below each."""
    library, topics = model.library, model.library.vocabulary.topics
    cases = cases_by_topic(library)
    below: dict[str, list[str]] = {}
    for key, topic in topics.items():
        below.setdefault(topic.broader or "", []).append(key)

    def entry(key: str) -> Piece:
        count = counted(len(cases[key]), "Beispiel", "Beispiele") if cases[key] else ""
        return known(**_link("themen", key, topics[key].title), count=count, inner=level(below.get(key, ())))

    def level(keys: Iterable[str]) -> list[Piece]:
        return [entry(key) for key in sorted(keys, key=lambda key: alphabetical(topics[key].title))]

    return level(top_topics(library))


def _listed(folder: str, vocabulary: Mapping[str, Any], cases: Mapping[str, Sequence[Case]]) -> list[Piece]:
    return [
        known(
            **_link(folder, key, term.title),
            note=term.short or "",
            count=counted(len(cases[key]), "Beispiel", "Beispiele"),
        )
        for key, term in vocabulary.items()
    ]


def _link(folder: str, key: str, title: str) -> Piece:
    return {"title": title, "url": f"{folder}/{key}.html"}
