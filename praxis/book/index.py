"""The subject index: topics, standards, terms and places, with the pages of chapters, cases and gaps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from praxis.book.html_tree import parse
from praxis.book.literals import Code, call
from praxis.book.passages import blocks
from praxis.book.typography import typeset
from praxis.book.volume import GLOSSARY, INDEX, Volume
from praxis.records import Chapter

Piece = dict[str, Any]
_ENDING = r"(?:en|es|[ens])?(?![\w-])"
_TITLES = ("h2", "h3")
_LONGEST_ENDING = 2
_MOST_PASSAGES = 8
"""Page numbers behind a word that a reader still follows."""


@dataclass
class Entry:
    """A word of the index and the labels it leads to."""

    title: str
    text: list[str] = field(default_factory=list)
    practice: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    see: str = ""

    @property
    def has_pages(self) -> bool:
        """True if pages stand behind it."""
        return bool(self.text or self.practice or self.gaps)

    def as_piece(self) -> Piece:
        """The entry for our template; only what is there."""
        see = "" if self.has_pages else typeset(self.see)
        found = {"text": self.text, "practice": self.practice, "gaps": self.gaps, "see": see}
        return {"title": typeset(self.title), **{key: value for key, value in found.items() if value}}


def subject_index(volume: Volume) -> Code:
    """The index as a call of our template, in groups by first letter."""
    groups: dict[str, list[Piece]] = {}
    for entry in sorted(entries(volume).values(), key=lambda entry: (_order(entry.title), entry.title)):
        groups.setdefault(_letter(entry.title), []).append(entry.as_piece())
    intro = "Zahlen nennen Seiten: zuerst Kapitel und Glossar, nach „Praxis“ die Praxisbeispiele, nach „Gesucht“ die offenen Lücken."
    items = [{"letter": letter, "items": group} for letter, group in groups.items()]
    return call("subject-index", "Sachregister", INDEX, intro, items)


def entries(volume: Volume) -> dict[str, Entry]:
    """All entries that lead to pages, by their words; a word that is topic and term at once has one entry."""
    found: dict[str, Entry] = {}
    library, selection = volume.library, volume.selection
    passages = [passage for chapter in selection.chapters for passage in _passages(volume, chapter)]

    def entry(title: str) -> Entry:
        return found.setdefault(title.casefold(), Entry(title))

    vocabulary = library.vocabulary
    for key, term in vocabulary.glossary.items():
        _add(entry(term.title).text, [f"{GLOSSARY}#{key}", *_where(passages, (term.title, *term.synonyms))])
    for key, topic in vocabulary.topics.items():
        item = entry(topic.title)
        _add(item.text, _where(passages, (topic.title, *topic.synonyms)))
        _add(item.practice, [case.address for case in selection.cases if key in case.topics])
        _add(item.gaps, [gap.address for gap in selection.gaps if key in gap.topics])
        for synonym in topic.synonyms:
            entry(synonym).see = topic.title if synonym.casefold() != topic.title.casefold() else ""
    for key, standard in vocabulary.standards.items():
        item = entry(standard.title)
        chapters = [
            chapter for chapter in selection.chapters if key in chapter.standards or chapter.id == standard.chapter
        ]
        _add(item.text, [chapter.address for chapter in chapters])
        _add(item.practice, [case.address for case in selection.cases if key in case.standards])
        _add(item.gaps, [gap.address for gap in selection.gaps if key in gap.standards])
    for key, place in library.municipalities.items():
        _add(entry(place.title).practice, [case.address for case in selection.cases if case.municipality == key])
    return {word: item for word, item in found.items() if item.has_pages} | _references(found)


def _references(found: Mapping[str, Entry]) -> dict[str, Entry]:
    """Entries that only name another one: it has pages, and neither it nor one before is the same word in another form."""
    kept: dict[str, Entry] = {}
    forms: dict[str, list[str]] = {}
    for word, item in sorted(found.items(), key=lambda pair: _order(pair[1].title)):
        target = found.get(item.see.casefold())
        if item.has_pages or target is None or not target.has_pages:
            continue
        known = forms.setdefault(item.see, [_order(item.see)])
        if not any(_is_form(_order(item.title), other) for other in known):
            known.append(_order(item.title))
            kept[word] = item
    return kept


def _is_form(word: str, other: str) -> bool:
    """True for two forms of a word, such as singular and plural: a reader who looks up one sees the other beside it."""
    short, long = sorted((word, other), key=len)
    return long.startswith(short) and len(long) - len(short) <= _LONGEST_ENDING


def _add(labels: list[str], more: Sequence[str]) -> None:
    labels.extend(label for label in more if label not in labels)


@dataclass
class _Passage:
    """A section of a chapter: labels and texts of its blocks, the first of which is its heading."""

    blocks: list[tuple[str, str]]

    @cached_property
    def text(self) -> str:
        return " ".join(text for _, text in self.blocks)

    def place_of(self, rules: Sequence[re.Pattern[str]]) -> str:
        """The label of the block that fits one of the rules first."""
        return next(
            (label for label, text in self.blocks if any(rule.search(text) for rule in rules)), self.blocks[0][0]
        )


def _passages(volume: Volume, chapter: Chapter) -> Iterator[_Passage]:
    """The sections of a chapter."""
    passage = _Passage([(chapter.address, chapter.title)])
    for block in blocks(parse(volume.shelf.html(chapter))):
        label = block.label(chapter.address)
        if block.element.tag in _TITLES and (anchor := block.element.attributes.get("id")):
            yield passage
            passage, label = _Passage([]), f"{chapter.address}#{anchor}"
        passage.blocks.append((label, block.text))
    yield passage


def _where(passages: Sequence[_Passage], words: Sequence[str]) -> list[str]:
    """Labels of the blocks where passages first use one of the words, in any ending; of many those that use them most."""
    rules = {word: re.compile(rf"(?<![\w-]){re.escape(word)}{_ENDING}") for word in words}
    counts = [
        sum(len(rule.findall(item.text)) for word, rule in rules.items() if word in item.text) for item in passages
    ]
    used = [number for number, count in enumerate(counts) if count]
    most = sorted(sorted(used, key=lambda number: -counts[number])[:_MOST_PASSAGES])
    return [passages[number].place_of(tuple(rules.values())) for number in most]


def _order(word: str) -> str:
    """Sort key of German dictionaries: umlauts like their vowels, signs ignored."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if char.isalnum())


def _letter(word: str) -> str:
    first = _order(word)[:1].upper()
    return first if first.isalpha() else "0–9"
