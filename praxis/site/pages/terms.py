"""Pages of vocabulary terms: standards, age groups, transitions and topics, with their indexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from praxis.records import Case, Gap
from praxis.relations.chapters import standard_links
from praxis.relations.facets import (
    cases_by_age_group,
    cases_by_standard,
    cases_by_topic,
    cases_by_transition,
    cases_of_all_ages,
    gaps_by_age_group,
    gaps_by_standard,
    gaps_by_topic,
    gaps_of_all_ages,
    narrower_topics,
)
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.parts import known, reference
from praxis.site.rows import case_row, fact, gap_row, section, trail
from praxis.vocabulary import Standard, Topic

Piece = dict[str, Any]


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a term, one index a vocabulary."""
    yield from _standards(model)
    yield from _ages(model)
    yield from _transitions(model)
    yield from _topics(model)


def _standards(model: SiteModel) -> Iterator[Page]:
    library = model.library
    cases, gaps, links = cases_by_standard(library), gaps_by_standard(library), standard_links(library)
    for key, standard in library.vocabulary.standards.items():
        extra = [section("handbuch", "Im Handbuch", links=[reference(chapter) for chapter in links[key].chapters])]
        if links[key].materials:
            extra.append(
                section("materialien", "Materialien", links=[reference(item) for item in links[key].materials])
            )
        stones = [section("pruefsteine", "Prüfsteine", texts=standard.test_stones)]
        yield _term(
            model,
            "standards",
            "Standards",
            key,
            standard.title,
            _standard_lead(standard),
            cases.get(key, []),
            gaps.get(key, []),
            stones,
            extra,
        )
    entries = [(key, item.title, item.short or "") for key, item in library.vocabulary.standards.items()]
    lead = "Die Qualitätsstandards einer Präventionskette. Die Liste von 2015 ist nicht veröffentlicht; diese ist ein Vorschlag der Redaktion."
    yield _index("standards", "Standards", lead, entries)


def _standard_lead(standard: Standard) -> str:
    return " ".join(part for part in (standard.short, standard.key_question) if part)


def _ages(model: SiteModel) -> Iterator[Page]:
    library = model.library
    cases, gaps = cases_by_age_group(library), gaps_by_age_group(library)
    for key, group in library.vocabulary.age_groups.items():
        yield _term(model, "alter", "Alter", key, group.title, group.short or "", cases.get(key, []), gaps.get(key, []))
    all_ages = "altersuebergreifend"
    yield _term(
        model,
        "alter",
        "Alter",
        all_ages,
        "Altersübergreifend",
        "Strukturen, die für alle Altersgruppen da sind.",
        cases_of_all_ages(library),
        gaps_of_all_ages(library),
    )
    entries = [(key, group.title, group.short or "") for key, group in library.vocabulary.age_groups.items()]
    lead = (
        "Fünf Altersgruppen nach der Gliederung der Stadt Arnsberg und eine Gruppe für Strukturen aller Altersstufen."
    )
    yield _index("alter", "Alter", lead, [*entries, (all_ages, "Altersübergreifend", "")])


def _transitions(model: SiteModel) -> Iterator[Page]:
    library = model.library
    cases = cases_by_transition(library)
    for key, item in library.vocabulary.transitions.items():
        yield _term(model, "uebergaenge", "Übergänge", key, item.title, item.short or "", cases.get(key, []), ())
    entries = [(key, item.title, item.short or "") for key, item in library.vocabulary.transitions.items()]
    yield _index(
        "uebergaenge", "Übergänge", "Die Übergänge im Leben eines Kindes, an denen Ketten oft reißen.", entries
    )


def _topics(model: SiteModel) -> Iterator[Page]:
    library = model.library
    cases, gaps = cases_by_topic(library), gaps_by_topic(library)
    for key, topic in library.vocabulary.topics.items():
        before = [_topic_words(model, topic)] if topic.synonyms or topic.not_to_confuse or topic.broader else []
        yield _term(
            model,
            "themen",
            "Themen",
            key,
            topic.title,
            topic.short or "",
            cases.get(key, []),
            gaps.get(key, []),
            facts=before,
        )
    ordered = sorted(library.vocabulary.topics.values(), key=lambda topic: topic.title.lower())
    entries = [(topic.id, topic.title, topic.short or "") for topic in ordered]
    yield _index("themen", "Themen", "Alle Themen von A bis Z.", entries)


def _topic_words(model: SiteModel, topic: Topic) -> list[Piece]:
    topics = model.library.vocabulary.topics
    facts = []
    if topic.synonyms:
        facts.append(fact("Auch gesucht als", text=", ".join(topic.synonyms)))
    if topic.not_to_confuse:
        facts.append(fact("Nicht verwechseln", text=" ".join(topic.not_to_confuse)))
    if topic.broader and topic.broader in topics:
        facts.append(fact("Oberthema", links=[_link("themen", topics[topic.broader].id, topics[topic.broader].title)]))
    narrower = [key for key in narrower_topics(model.library, topic.id) if key != topic.id]
    if narrower:
        facts.append(fact("Unterthemen", links=[_link("themen", key, topics[key].title) for key in narrower]))
    return facts


def _link(folder: str, key: str, title: str) -> Piece:
    return {"title": title, "url": f"{folder}/{key}.html"}


def _term(
    model: SiteModel,
    folder: str,
    heading: str,
    key: str,
    title: str,
    lead: str,
    cases: Iterable[Case],
    gaps: Iterable[Gap],
    before: Iterable[Piece] = (),
    after: Iterable[Piece] = (),
    facts: Iterable[list[Piece]] = (),
) -> Page:
    practice = section(
        "praxis",
        "Praxis",
        cases=[case_row(model, case) for case in cases],
        empty="Hier ist noch keine Praxis erfasst. Kennen Sie ein Beispiel? Unter „Mitmachen“ steht, wie Sie es eintragen.",
    )
    needs = section(
        "luecken", "Lücken", gaps=[gap_row(model, gap) for gap in gaps], empty="Hier ist keine Lücke erfasst."
    )
    return Page(
        path=f"{folder}/{key}.md",
        template="eintrag.html",
        title=title,
        description=lead,
        data=known(
            trail=trail((heading, f"{folder}/index.html")),
            lead=lead,
            facts=[line for lines in facts for line in lines],
            sections=[*before, practice, needs, *after],
        ),
    )


def _index(folder: str, title: str, lead: str, entries: Iterable[tuple[str, str, str]]) -> Page:
    links = [known(title=name, url=f"{folder}/{key}.html", note=note) for key, name, note in entries]
    return Page(
        path=f"{folder}/index.md",
        template="eintrag.html",
        title=title,
        description=lead,
        data={"trail": trail(), "lead": lead, "sections": [section("alle", "Übersicht", links=links)]},
    )
