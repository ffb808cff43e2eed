"""What goes into the search: documents, synonyms, fields and the settings of the ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

TITLE: Final = "titel"
TEXT: Final = "text"


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found.

    ``fields`` maps names of :data:`DEFAULT_FIELDS` (or of a list of one's own) to plain text or a list of texts;
    ``titel`` need not be repeated there. The text of the field ``text`` is kept for passages and phrases.
    """

    id: str
    kind: str
    title: str
    url: str
    fields: Mapping[str, str | Sequence[str]] = field(default_factory=dict)

    def text_of(self, name: str) -> str:
        """Return the text of a field, lists joined by line breaks; empty where the field is missing."""
        value = self.fields.get(name)
        if value is None:
            return self.title if name == TITLE else ""
        return value if isinstance(value, str) else "\n".join(value)


@dataclass(frozen=True, slots=True)
class Synonym:
    """A preferred term and the other words for it; each may be several words long."""

    term: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """How a field counts.

    ``weight`` and ``slope`` are the field's w and b of BM25F, ``part_weight`` says how much a word counts for its
    parts, ``gram_count`` how often its words count in the 4-gram vector of the page.
    """

    name: str
    weight: float
    slope: float
    part_weight: float = 0.2
    gram_count: int = 1


DEFAULT_FIELDS: Final[tuple[Field, ...]] = (
    Field(TITLE, weight=8.0, slope=0.3, part_weight=0.3, gram_count=5),
    Field("orte", weight=5.0, slope=0.3, part_weight=0.2, gram_count=2),
    Field("themen", weight=2.0, slope=0.3, part_weight=0.2, gram_count=1),
    Field("ueberschriften", weight=2.0, slope=0.5, part_weight=0.2, gram_count=1),
    Field(TEXT, weight=1.0, slope=0.65, part_weight=0.2, gram_count=1),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The constants of the ranking; they travel with the index, so that the browser uses the same ones."""

    k1: float = 1.8
    idf_power: float = 1.15
    part_slot: float = 0.45
    """Weight of a slot that is a part of a compound in the query."""
    near_count: int = 20
    near_least: float = 0.4
    near_weight: float = 0.5
    """Known words: neighbours by 3-gram cosine c ≥ ``near_least`` count ``near_weight`` · c³."""
    guess_count: int = 3
    guess_least: float = 0.4
    guess_share: float = 0.8
    """Unknown words: the best candidates, those with at least this share of the best one's similarity."""
    prefix_count: int = 20
    synonym_weight: float = 0.2
    """Weight of every other wording of a group: which one is preferred says nothing about what people type."""
    synonym_alone: float = 0.6
    """Weight of synonyms of a word that itself occurs nowhere: better than guessing."""
    gram_share: float = 0.5
    """Weight of the 4-gram cosine in the score."""
    gram_limit: float = 0.3
    """4-grams in more than this share of the pages are dropped."""
    norm_mean: float = 0.4
    """Share of the mean in a page's norm."""
    max_words: int = 32
    """Content words of a query beyond these are left out."""
    max_guesses: int = 8
    """Unknown words and parts of one query that are compared with the whole dictionary; more are pasted nonsense."""
