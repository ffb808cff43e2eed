"""Building an index: from documents to the plain data of :class:`praxis.search.index.Index`."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import isqrt
from typing import Final

from praxis.search.compounds import Span, Splitter
from praxis.search.counts import Counts, count_tokens
from praxis.search.folding import MAX_FORM
from praxis.search.grams import form_grams, page_gram_weight
from praxis.search.index import Entry, Index, Postings, frequencies
from praxis.search.model import DEFAULT_FIELDS, TEXT, Document, Field, Settings, Synonym
from praxis.search.stemming import stem
from praxis.search.stopwords import STOP_WORDS
from praxis.search.surfaces import usual_spelling
from praxis.search.tokens import forms, word

NORM_STEP: Final = 32
"""4-gram norms are stored in units of NORM_STEP/1024."""


def build_index(
    documents: Iterable[Document],
    synonyms: Iterable[Synonym] = (),
    fields: Sequence[Field] = DEFAULT_FIELDS,
    settings: Settings = Settings(),  # noqa: B008 - frozen
    counted: Iterable[Counts] | None = None,
) -> Index:
    """Return the index of ``documents``, in their order; equal scores are later ordered by it.

    Fields that no document fills are left out. ``counted`` are the counts of the documents where they are known
    already: the same as :func:`praxis.search.counts.count_tokens` gives. Raises ``ValueError`` if two documents have
    the same id.
    """
    corpus = _Corpus.read(documents, fields, counted)
    names = sorted(corpus.spellings.keys() | corpus.pieces_alone())
    numbers = {name: number for number, name in enumerate(names)}
    used = tuple(item for item in fields if any(corpus.lengths[item.name]))
    postings = tuple(_postings(corpus.counts[item.name], numbers) for item in used)
    totals = frequencies(names, postings)
    return Index(
        settings=settings,
        fields=used,
        entries=tuple(corpus.entries),
        forms=tuple(names),
        cuts=array("B", (len(name) - len(stem(name)) for name in names)),
        surfaces=tuple(usual_spelling(name, corpus.spellings.get(name, {})) for name in names),
        parts=_parts(names, totals, corpus.joined),
        postings=postings,
        lengths=tuple(corpus.lengths[item.name] for item in used),
        norms=_norms(names, used, postings, len(corpus.entries), settings.gram_limit),
        synonyms=_synonym_groups(synonyms),
        texts=tuple(corpus.texts),
    )


@dataclass(slots=True)
class _Corpus:
    """The counted words of all documents."""

    entries: list[Entry] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    counts: dict[str, list[dict[str, int]]] = field(default_factory=dict)
    lengths: dict[str, array[int]] = field(default_factory=dict)
    spellings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    joined: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, documents: Iterable[Document], fields: Sequence[Field], counted: Iterable[Counts] | None) -> _Corpus:
        corpus = cls()
        for item in fields:
            corpus.counts[item.name], corpus.lengths[item.name] = [], array("I")
        seen: set[str] = set()
        documents = list(documents)
        if counted is None:
            counted = (count_tokens(document, fields) for document in documents)
        for document, counts in zip(documents, counted, strict=True):
            if document.id in seen:
                raise ValueError(f"two documents have the id {document.id!r}")
            seen.add(document.id)
            corpus._add(document, fields, counts)
        return corpus

    def _add(self, document: Document, fields: Sequence[Field], counts: Counts) -> None:
        self.entries.append(Entry(document.id, document.kind, document.title, document.url))
        self.texts.append(document.text_of(TEXT))
        for item, found in zip(fields, counts, strict=True):
            counted = self._count(found)
            self.counts[item.name].append(counted)
            self.lengths[item.name].append(sum(counted.values()))

    def _count(self, found: Mapping[str, int]) -> dict[str, int]:
        counted: dict[str, int] = {}
        for token, number in found.items():
            analysed = word(token)
            form = analysed.form
            if not form:
                continue
            counted[form] = counted.get(form, 0) + number
            self.spellings[form][token] += number
            if analysed.pieces and form not in self.joined:
                self.joined[form] = analysed.pieces
        return counted

    def pieces_alone(self) -> set[str]:
        """Return the pieces of joined words, which are words to be found even where they never stand alone."""
        return {piece for pieces in self.joined.values() for piece in pieces} - STOP_WORDS


def _postings(counts: Sequence[Mapping[str, int]], numbers: Mapping[str, int]) -> Postings:
    documents: list[list[int]] = [[] for _ in numbers]
    frequency: list[list[int]] = [[] for _ in numbers]
    for document, counted in enumerate(counts):
        for form, count in counted.items():
            number = numbers[form]
            documents[number].append(document)
            frequency[number].append(count)
    starts = array("I", [0])
    flat_documents, flat_counts = array("I"), array("I")
    for listed, counted_there in zip(documents, frequency, strict=True):
        flat_documents.extend(listed)
        flat_counts.extend(counted_there)
        starts.append(len(flat_documents))
    return Postings(starts, flat_documents, flat_counts)


def splitter(names: Sequence[str], totals: Sequence[int]) -> Splitter:
    """Return the splitter whose lexicon is the dictionary of an index, with its frequencies."""
    words = {name: total for name, total in zip(names, totals, strict=True) if total}
    stems: Counter[str] = Counter()
    for name, total in words.items():
        if name not in STOP_WORDS:
            stems[stem(name)] += total
    return Splitter(words, stems)


def _parts(
    names: Sequence[str], totals: Sequence[int], joined: Mapping[str, tuple[str, ...]]
) -> dict[int, tuple[Span, ...]]:
    """Return the parts of every compound, by the most frequent form of its stem that can be split."""
    lexicon = splitter(names, totals)
    families: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        families[stem(name)].append(number)
    result: dict[int, tuple[Span, ...]] = {}
    for family in families.values():
        for number in sorted(family, key=lambda each: (-totals[each], each)):
            name = names[number]
            found = joined_parts(joined[name], lexicon) if name in joined else lexicon.split(name)
            if found:
                result[number] = tuple(dict.fromkeys(found))
                break
    return dict(sorted(result.items()))


def joined_parts(pieces: Sequence[str], lexicon: Splitter) -> list[Span]:
    """Return the parts of a joined word: its pieces, and the parts of long pieces; stop words are none."""
    parts: list[Span] = []
    start = 0
    for piece in pieces:
        length = min(len(piece), MAX_FORM - start)
        if length < len(piece):
            break
        if piece not in STOP_WORDS:
            parts.append((start, length))
            parts += [(start + inner, size) for inner, size in lexicon.split_again(piece)]
        start += length
    return parts


def _norms(
    names: Sequence[str], fields: Sequence[Field], postings: Sequence[Postings], pages: int, limit: float
) -> array[int]:
    """Return the length of each page's 4-gram vector, in units of ``NORM_STEP``/1024."""
    vectors = _page_forms(fields, postings, pages)
    grams = [form_grams(name) for name in names]
    holders: Counter[str] = Counter()
    for vector in vectors:
        holders.update(set(chain.from_iterable(map(grams.__getitem__, vector))))
    weights = {gram: page_gram_weight(pages, count, limit) for gram, count in holders.items()}
    heavy = [[gram for gram in listed if weights.get(gram)] for listed in grams]
    norms = array("I")
    for vector in vectors:
        counts: dict[str, int] = {}
        for form, count in vector.items():
            for gram in heavy[form]:
                counts[gram] = counts.get(gram, 0) + count
        norms.append(isqrt(sum((weights[gram] * count) ** 2 for gram, count in counts.items())) // NORM_STEP)
    return norms


def _page_forms(fields: Sequence[Field], postings: Sequence[Postings], pages: int) -> list[dict[int, int]]:
    """Return form → weighted number of occurrences for each page."""
    vectors: list[dict[int, int]] = [{} for _ in range(pages)]
    for item, column in zip(fields, postings, strict=True):
        for form in range(len(column.starts) - 1):
            for at in range(column.starts[form], column.starts[form + 1]):
                vector = vectors[column.documents[at]]
                vector[form] = vector.get(form, 0) + column.counts[at] * item.gram_count
    return vectors


def _synonym_groups(synonyms: Iterable[Synonym]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the groups of equivalent wordings in folded form; wordings without a word are left out."""
    groups = []
    for synonym in synonyms:
        wordings = dict.fromkeys(tuple(forms(text)) for text in (synonym.term, *synonym.variants))
        wordings.pop((), None)
        if len(wordings) > 1:
            groups.append(tuple(wordings))
    return tuple(groups)
