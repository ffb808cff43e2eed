"""The knowledge base as search documents: every record, chapters by section, terms of the vocabularies and the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from praxis.labels import label
from praxis.library import Library
from praxis.markdown import slugify
from praxis.records import Case, Chapter, Gap, Material, Meeting, Municipality, Record
from praxis.records.reuse import Pointer
from praxis.search.model import Document, Synonym
from praxis.search.readable import record_texts

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
            key = f"{record.folder}/{record.id}"
            yield from sections(key, record.kind, record.title, record.address, record.body, record.short)
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
    vocabulary = library.vocabulary
    topics = [vocabulary.topics[key].title for key in getattr(record, "topics", ()) if key in vocabulary.topics]
    transitions = getattr(record, "transitions", ())
    topics += [vocabulary.transitions[key].title for key in transitions if key in vocabulary.transitions]
    lead = record.short if isinstance(record, Case) else record.question if isinstance(record, Gap) else ""
    return Document(
        id=f"{record.folder}/{record.id}",
        kind=record.kind,
        title=record.title,
        url=record.address,
        fields={
            "orte": list(_places(library, record)),
            "themen": topics,
            "ueberschriften": _HEADING.findall(record.body),
            "text": _joined((plain(lead), plain(record.body), *record_texts(record), *_labels(record))),
        },
    )


def _places(library: Library, record: Record) -> Iterator[str]:
    """Names of the municipalities a record names; a name that has no record as it is written."""
    for name in ("municipality", "presented_by", "place"):
        value = getattr(record, name, None)
        if isinstance(value, Pointer):
            value = value.id or value.text
        if isinstance(value, str):
            town = library.municipalities.get(value)
            yield town.title if town else value


def _labels(record: Record) -> Iterator[str]:
    """Fixed values in the words that the record's page has for them."""
    if isinstance(record, Case):
        yield from (label("finanzierung", each) for each in record.funding)
    if isinstance(record, Material):
        yield label("material", record.type)
    if isinstance(record, Meeting):
        yield label("treffen", record.type)
    if isinstance(record, Municipality) and record.state:
        yield record.state


def sections(key: str, kind: str, title: str, url: str, body: str, lead: str = "") -> Iterator[Document]:
    """The beginning of a long text and each of its sections of second level, so that a hit leads to the heading."""
    parts = re.split(r"^## +(.+?) *#*$", body, flags=re.MULTILINE)
    yield Document(key, kind, title, url, {"text": _joined((plain(lead), plain(parts[0])))})
    for heading, text in zip(parts[1::2], parts[2::2], strict=True):
        anchor = slugify(heading, "-")
        yield Document(f"{key}#{anchor}", kind, f"{title}: {heading}", f"{url}#{anchor}", {"text": plain(text)})


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
    for transition in vocabulary.transitions.values():
        address = f"uebergaenge/{transition.id}.html"
        yield Document(
            f"uebergaenge/{transition.id}", "seite", transition.title, address, {"text": transition.short or ""}
        )


def _joined(texts: Iterable[str | None]) -> str:
    return "\n".join(text for text in texts if text)


def plain(markdown: str) -> str:
    """The words of a Markdown text, without the signs that only mark them up."""
    return _MARKUP.sub(lambda found: found[1] or " ", markdown)
