"""The lexicon: what follows from an index's dictionary, derived once when the index is loaded.

Terms (stems) and their forms, parts and the compounds they occur in, and the n-gram lists for similar words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from math import sqrt

from praxis.search.building import splitter
from praxis.search.compounds import Splitter
from praxis.search.grams import form_grams, page_gram_weight, squared, stem_gram_weight, stem_grams
from praxis.search.index import Index, frequencies
from praxis.search.stemming import stem
from praxis.search.stopwords import STOP_WORDS


class Lexicon:
    """Terms are numbered in the order of their first form."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.form_number = {form: number for number, form in enumerate(index.forms)}
        self.term_of: list[int] = []
        self.term_number: dict[str, int] = {}
        self.forms_of: list[list[int]] = []
        for number, (form, cut) in enumerate(zip(index.forms, index.cuts, strict=True)):
            term = self.term_number.setdefault(form[: len(form) - cut], len(self.term_number))
            self.term_of.append(term)
            if term == len(self.forms_of):
                self.forms_of.append([])
            self.forms_of[term].append(number)
        self.terms = list(self.term_number)
        self.totals = frequencies(index.forms, index.postings)
        self.parts_of: dict[int, list[int]] = {}
        self.compounds_of: dict[int, list[int]] = {}
        self._split_form: dict[int, int] = {}
        self._page_weights: dict[str, int] = {}
        self._link_parts()

    def _link_parts(self) -> None:
        for number, spans in self.index.parts.items():
            form, whole = self.index.forms[number], self.term_of[number]
            self._split_form[whole] = number
            parts = self.parts_of.setdefault(whole, [])
            for start, length in spans:
                part = self.term_of_text(form[start : start + length])
                if part is not None and part != whole and part not in parts:
                    parts.append(part)
        for whole, parts in self.parts_of.items():
            for part in parts:
                self.compounds_of.setdefault(part, []).append(whole)

    def parts_within(self, term: int, form: str) -> Iterator[tuple[int, int, int]]:
        """Yield (start, length, term) of the parts of ``form``, a form of ``term``; long parts before their own."""
        number = self._split_form.get(term)
        if number is None:
            return
        split = self.index.forms[number]
        common = _common(split, form)
        for start, length in self.index.parts[number]:
            part = self.term_of_text(split[start : start + length])
            if part is not None and start < common:
                yield start, length if start + length <= common else len(form) - start, part

    def term_of_text(self, text: str) -> int | None:
        """Return the term of a form or, where no form is written so, of a stem."""
        number = self.form_number.get(text)
        return self.term_number.get(text) if number is None else self.term_of[number]

    @cached_property
    def splitter(self) -> Splitter:
        """The compound splitter whose words are those of the index."""
        return splitter(self.index.forms, self.totals)

    @cached_property
    def term_totals(self) -> list[int]:
        """How often each term occurs."""
        return [sum(self.totals[form] for form in forms) for forms in self.forms_of]

    @cached_property
    def stem_grams(self) -> dict[str, list[int]]:
        """3-gram → terms that have it."""
        holders: dict[str, list[int]] = {}
        for term, text in enumerate(self.terms):
            for gram in stem_grams(text):
                holders.setdefault(gram, []).append(term)
        return holders

    def stem_gram_weight(self, gram: str) -> int:
        """Return the weight of a 3-gram."""
        return stem_gram_weight(len(self.terms), len(self.stem_grams.get(gram, ())))

    @cached_property
    def stem_norms(self) -> list[float]:
        """The length of each term's 3-gram vector."""
        weights = {gram: stem_gram_weight(len(self.terms), len(held)) for gram, held in self.stem_grams.items()}
        return [sqrt(squared(weights[gram] for gram in stem_grams(text))) for text in self.terms]

    @cached_property
    def form_grams(self) -> dict[str, list[int]]:
        """4-gram → forms that have it and occur somewhere."""
        holders: dict[str, list[int]] = {}
        for form, text in enumerate(self.index.forms):
            if self.totals[form]:
                for gram in form_grams(text):
                    holders.setdefault(gram, []).append(form)
        return holders

    def page_gram_weight(self, gram: str) -> int:
        """Return the weight of a 4-gram: by the number of pages with a form that has it."""
        weight = self._page_weights.get(gram)
        if weight is None:
            weight = self._page_weights[gram] = self._weigh(gram)
        return weight

    def _weigh(self, gram: str) -> int:
        pages: set[int] = set()
        for form in self.form_grams.get(gram, ()):
            for column in self.index.postings:
                pages.update(column.documents[column.starts[form] : column.starts[form + 1]])
        return page_gram_weight(len(self.index.entries), len(pages), self.index.settings.gram_limit)

    @cached_property
    def by_length(self) -> dict[int, tuple[list[tuple[str, int]], list[int]]]:
        """Length → (text, term) of every term's stem and forms, and beside them their letters as bits."""
        result: dict[int, tuple[list[tuple[str, int]], list[int]]] = {}
        texts = dict.fromkeys(
            (*zip(self.terms, range(len(self.terms)), strict=True), *zip(self.index.forms, self.term_of, strict=True))
        )
        for text, term in texts:
            listed, letters = result.setdefault(len(text), ([], []))
            listed.append((text, term))
            letters.append(letter_bits(text))
        return result

    @cached_property
    def synonym_groups(self) -> list[list[tuple[tuple[str, ...], tuple[int, ...]]]]:
        """Groups of wordings: their stems, and the terms that must all occur (none if one of them never does)."""
        return [[self._wording(forms) for forms in group] for group in self.index.synonyms]

    def _wording(self, forms: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[int, ...]]:
        stems = tuple(map(stem, forms))
        content = [text for form, text in zip(forms, stems, strict=True) if form not in STOP_WORDS]
        terms = [self.term_number.get(text) for text in dict.fromkeys(content or stems)]
        return stems, tuple(term for term in terms if term is not None) if None not in terms else ()

    @cached_property
    def synonyms_by_start(self) -> dict[str, list[tuple[tuple[str, ...], int]]]:
        """First stem of a wording → the wording's stems and the number of its group."""
        starts: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for number, group in enumerate(self.synonym_groups):
            for stems, _ in group:
                starts.setdefault(stems[0], []).append((stems, number))
        return starts

    @cached_property
    def known_by_synonyms(self) -> set[str]:
        """Stems that are a wording by themselves and have another wording that occurs."""
        return {
            stems[0]
            for group in self.synonym_groups
            for stems, _ in group
            if len(stems) == 1 and any(terms for other, terms in group if other != stems)
        }


def _common(first: str, second: str) -> int:
    """Return the number of letters with which both texts begin."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))


def letter_bits(text: str) -> int:
    """Return a number with a bit for every character code modulo 32 in ``text``."""
    bits = 0
    for letter in Counter(text):
        bits |= 1 << (ord(letter) & 31)
    return bits
