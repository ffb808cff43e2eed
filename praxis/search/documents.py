"""The knowledge base as search documents: records, chapters by section, terms, and the pages that editors write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from praxis.frontmatter import split_head
from praxis.labels import label
from praxis.library import Library
from praxis.markdown import slugify
from praxis.records import Case, Chapter, Gap, Material, Meeting, Municipality, Record
from praxis.records.reuse import Pointer
from praxis.search.model import Document, Synonym
from praxis.search.readable import readable_texts, record_texts
from praxis.source import read_source

KINDS = (
    "praxis", "luecke", "kommune", "kapitel", "material", "treffen", "nachnutzung", "begriff", "standard", "thema",
    "alter", "seite",
)  # fmt: skip
_PAGE: Final = "seite"
OVERVIEWS: Final[Mapping[str, tuple[str, str]]] = {
    "praxis": ("Praxis", "Alle Praxisbeispiele, zum Filtern nach Standard, Alter, Thema und Ort"),
    "luecken": ("Lücken", "Alle Lücken: was Kommunen in ihrer Präventionskette fehlt"),
    "raster": ("Raster", "Standards und Altersgruppen: wo Praxis und Lücken erfasst sind"),
    "handbuch": ("Handbuch", "Alle Kapitel des Qualitätshandbuchs"),
    "lernnetzwerk": ("Lernnetzwerk", "Alle Treffen des Lernnetzwerks"),
    "kommunen": ("Kommunen und Stellen", "Alle Kommunen und Stellen, die in der Sammlung vorkommen"),
    "nachnutzung": ("Nachnutzung", "Was Kommunen von anderen übernommen und dabei verändert haben"),
    "materialien": ("Materialien", "Handreichungen, Arbeitshilfen, Vorlagen und Studien"),
    "standards": ("Standards", "Die Qualitätsstandards einer Präventionskette"),
    "themen": ("Themen", "Alle Themen der Sammlung"),
    "glossar": ("Glossar", "Fachwörter rund um Präventionsketten, in einfachen Sätzen erklärt"),
    "register": ("Schlagwortregister von A bis Z", "Themen, Begriffe und Orte in der Reihenfolge des Alphabets"),
    "ueber": ("Über diese Sammlung", "Was hier steht, wie es entsteht, was berichtet ist und was nicht"),
    "daten": ("Daten und Feeds", "Alle Angaben als JSON, CSV und JSON-LD, Feeds und Kalender zum Herunterladen"),
}  # fmt: skip
"""Pages about the collection itself that every site has: folder -> title and what there is."""
_HEADING = re.compile(r"^#{2,3} +(.+?) *#*$", re.MULTILINE)
_HEADING_LINE = re.compile(r"^#{1,6} +(.*?[^\s#.:!?]) *#*$", re.MULTILINE)
_SOURCE_NOTES = re.compile(r"[ \u00a0]\((?:(?:, | und )?\[Quellen? \d+\]\(#quelle-\d+\))+\)")
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
    yield from _context_model(library)
    yield from _written_by_hand(library)
    yield from _overviews()


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


def _written_by_hand(library: Library) -> Iterator[Document]:
    """Pages of editors that are no records, by section: how to contribute, what the law asks for."""
    for path in library.files.pages:
        name = path.removeprefix("docs/").removesuffix(".md")
        source, _ = read_source(library.root, path)
        head, _ = split_head(source) if source else (None, [])
        if head and head.data.get("title"):
            title, lead = str(head.data["title"]), str(head.data.get("description", ""))
            yield from sections(name, _PAGE, title, f"{name}.html", head.body, lead)


def _context_model(library: Library) -> Iterator[Document]:
    """One document for each dimension, with its conditions and questions."""
    context = library.vocabulary.context_model
    for key, dimension in context.dimensions.items():
        conditions = [each for each in context.conditions.values() if each.dimension == key]
        questions = [each for each in context.questions.values() if each.dimension == key]
        text = _joined(readable_texts([dimension, conditions, questions]))
        fields = {"ueberschriften": [each.title for each in conditions], "text": text}
        url = f"kontextmodell/index.html#{key}"
        yield Document(f"kontextmodell/{key}", _PAGE, f"Kontextmodell: {dimension.title}", url, fields)


def _overviews() -> Iterator[Document]:
    for folder, (title, text) in OVERVIEWS.items():
        yield Document(f"{folder}/index", _PAGE, title, f"{folder}/index.html", {"text": text})


def _joined(texts: Iterable[str | None]) -> str:
    return "\n".join(text for text in texts if text)


def plain(markdown: str) -> str:
    """The words of a Markdown text, without the signs that only mark them up and without numbers of its sources.

    A heading ends with a colon, so that a passage does not read as if it were part of the next sentence.
    """
    words = _HEADING_LINE.sub(r"\1:", _SOURCE_NOTES.sub("", markdown))
    return _MARKUP.sub(lambda found: found[1] or " ", words)
