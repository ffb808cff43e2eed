"""The knowledge base as search documents: every record, chapters by section, terms of the vocabularies and the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from praxis.library import Library
from praxis.markdown import slugify
from praxis.records import Case, Chapter, Gap, Record
from praxis.search.model import Document, Synonym

KINDS = (
    "praxis", "luecke", "kommune", "kapitel", "material", "treffen", "nachnutzung", "begriff", "standard", "thema",
    "alter", "seite",
)  # fmt: skip
_HEADING = re.compile(r"^#{2,3} +(.+?) *#*$", re.MULTILINE)
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`>|#]")


def documents(library: Library) -> Iterator[Document]:
    """Everything that can be found, in a fixed order."""
    for record in library.records():
        if isinstance(record, Chapter):
            yield from _sections(record)
        else:
            yield _record(library, record)
    yield from _terms(library)


def synonyms(library: Library) -> list[Synonym]:
    """The thesaurus: topics and glossary terms with their other words."""
    vocabulary = library.vocabulary
    topics = [Synonym(topic.title, tuple(topic.synonyms)) for topic in vocabulary.topics.values() if topic.synonyms]
    terms = [Synonym(term.title, tuple(term.synonyms)) for term in vocabulary.glossary.values() if term.synonyms]
    return topics + terms


def _record(library: Library, record: Record) -> Document:
    places = _names(library, getattr(record, "municipality", None))
    topics = [
        library.vocabulary.topics[key].title
        for key in getattr(record, "topics", ())
        if key in library.vocabulary.topics
    ]
    lead = record.short if isinstance(record, Case) else record.question if isinstance(record, Gap) else ""
    return Document(
        id=f"{record.folder}/{record.id}",
        kind=record.kind,
        title=record.title,
        url=record.address,
        fields={
            "orte": places,
            "themen": topics,
            "ueberschriften": _HEADING.findall(record.body),
            "text": plain(f"{lead}\n{record.body}"),
        },
    )


def _names(library: Library, municipality: object) -> list[str]:
    key = municipality if isinstance(municipality, str) else getattr(municipality, "id", None)
    record = library.municipalities.get(key) if isinstance(key, str) else None
    return [record.title] if record else []


def _sections(chapter: Chapter) -> Iterator[Document]:
    """The chapter's beginning and each section of second level, so that a hit leads to the heading."""
    parts = re.split(r"^## +(.+?) *#*$", chapter.body, flags=re.MULTILINE)
    yield Document(
        id=f"handbuch/{chapter.id}",
        kind="kapitel",
        title=chapter.title,
        url=chapter.address,
        fields={"text": plain(f"{chapter.short}\n{parts[0]}")},
    )
    for heading, text in zip(parts[1::2], parts[2::2], strict=True):
        anchor = slugify(heading, "-")
        yield Document(
            id=f"handbuch/{chapter.id}#{anchor}",
            kind="kapitel",
            title=f"{chapter.title}: {heading}",
            url=f"{chapter.address}#{anchor}",
            fields={"text": plain(text)},
        )


def _terms(library: Library) -> Iterator[Document]:
    vocabulary = library.vocabulary
    for term in vocabulary.glossary.values():
        text = f"{', '.join(term.synonyms)}\n{term.explanation}"
        yield Document(f"glossar/{term.id}", "begriff", term.title, f"glossar/index.html#{term.id}", {"text": text})
    for standard in vocabulary.standards.values():
        text = _joined((standard.short, standard.key_question, *standard.test_stones))
        yield Document(
            f"standards/{standard.id}", "standard", standard.title, f"standards/{standard.id}.html", {"text": text}
        )
    for topic in vocabulary.topics.values():
        fields = {"themen": list(topic.synonyms), "text": topic.short or ""}
        yield Document(f"themen/{topic.id}", "thema", topic.title, f"themen/{topic.id}.html", fields)
    for group in vocabulary.age_groups.values():
        yield Document(f"alter/{group.id}", "alter", group.title, f"alter/{group.id}.html", {"text": group.short or ""})


def _joined(texts: Iterable[str | None]) -> str:
    return "\n".join(text for text in texts if text)


def plain(markdown: str) -> str:
    """The words of a Markdown text, without the signs that only mark them up."""
    return _MARKUP.sub(lambda found: found[1] or " ", markdown)
