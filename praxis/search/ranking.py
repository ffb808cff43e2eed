"""Ranking: BM25F over slots plus a 4-gram cosine, quantised, in a fixed order.

BM25F as in S. Robertson, H. Zaragoza and M. Taylor, *Simple BM25 Extension to Multiple Weighted Fields* (CIKM 2004), with
fields normalised by their own length; n-gram retrieval as in P. McNamee and J. Mayfield, *Character N-Gram
Tokenization for European Language Text Retrieval* (2004), with the pivoted length norm of A. Singhal et al. (1996).

Python and the browser add the same numbers in the same order. Logarithms and powers, which may differ in the last
bits, are rounded to whole numbers before anything is made of them, and so are the scores before hits are ordered.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, log
from typing import Final, NamedTuple

from praxis.search.grams import form_grams
from praxis.search.lexicon import Lexicon
from praxis.search.plan import Plan, Slot, Wording

IDF_UNIT: Final = 65536
SCORE_UNIT: Final = 1_000_000
"""Scores are whole multiples of 1/SCORE_UNIT."""
_STEP: Final = 1 << 28
"""More than there are documents."""


class Ranked(NamedTuple):
    """A document (its number) and its score in units of 1/``SCORE_UNIT``."""

    document: int
    score: int


class Ranking:
    """Scores documents of one index."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.index = lexicon.index
        pages = len(self.index.entries)
        self._factors = [
            _field_factors(item.weight, item.slope, lengths)
            for item, lengths in zip(self.index.fields, self.index.lengths, strict=True)
        ]
        mean = sum(self.index.norms) / pages if pages else 0.0
        share = self.index.settings.norm_mean
        self._norms = [share * mean + (1 - share) * norm for norm in self.index.norms]
        self._holders: dict[int, int] = {}

    def rank(self, plan: Plan) -> list[Ranked]:
        """Return all documents with a score, best first; equal scores keep the order of the documents."""
        words = self.word_scores(plan.slots)
        letters = self.letter_scores(plan)
        best_words = max(words.values(), default=0.0)
        best_letters = max(letters.values(), default=0.0)
        share = self.index.settings.gram_share
        scores: dict[int, float] = {}
        if best_words > 0:
            scores = {document: value / best_words for document, value in words.items()}
        if best_letters > 0:
            for document, value in letters.items():
                scores[document] = scores.get(document, 0.0) + share * (value / best_letters)
        # Score and document in one number: thousands of them are sorted for every query.
        keys = sorted(
            document - quantised * _STEP
            for document, score in scores.items()
            if (quantised := floor(score * SCORE_UNIT + 0.5)) > 0
        )
        return [Ranked(key % _STEP, -(key // _STEP)) for key in keys]

    def word_scores(self, slots: Iterable[Slot]) -> dict[int, float]:
        """Return S1, the BM25F score of each document with a word of a slot."""
        k1 = self.index.settings.k1
        scores: dict[int, float] = {}
        for slot in slots:
            frequencies: dict[int, float] = {}
            for wording in slot.wordings:
                self._add_wording(wording, frequencies)
            factor = slot.weight * self.idf(slot)
            for document, value in frequencies.items():
                gain = factor * value * (k1 + 1) / (value + k1)
                scores[document] = scores.get(document, 0.0) + gain
        return scores

    def _add_wording(self, wording: Wording, frequencies: dict[int, float]) -> None:
        if len(wording.terms) == 1:
            self._add_term(wording.terms[0], wording.weight, frequencies)
            return
        together: dict[int, float] = {}
        self._add_term(wording.terms[0], 1.0, together)
        for term in wording.terms[1:]:
            here: dict[int, float] = {}
            self._add_term(term, 1.0, here)
            together = {page: min(value, here[page]) for page, value in together.items() if page in here}
        for page, value in together.items():
            frequencies[page] = frequencies.get(page, 0.0) + wording.weight * value

    def _add_term(self, term: int, weight: float, frequencies: dict[int, float]) -> None:
        """Add the weighted occurrences of a term and of the words that have it as a part."""
        lexicon = self.lexicon
        for item, column, factors in zip(self.index.fields, self.index.postings, self._factors, strict=True):
            compounds = lexicon.compounds_of.get(term, ())
            for share, terms in ((weight, (term,)), (weight * item.part_weight, compounds)):
                for each in terms:
                    for form in lexicon.forms_of[each]:
                        for document, count in column.of(form):
                            value = share * count * factors[document]
                            frequencies[document] = frequencies.get(document, 0.0) + value

    def idf(self, slot: Slot) -> float:
        """Return the weight of a slot by the number of pages that have its terms, alone or as a part."""
        holders = self.holders(slot)
        pages = len(self.index.entries)
        value = log(1 + (pages - holders + 0.5) / (holders + 0.5))
        power: float = value**self.index.settings.idf_power
        return floor(IDF_UNIT * power + 0.5) / IDF_UNIT

    def holders(self, slot: Slot) -> int:
        """Return the number of pages that have the terms of a slot, alone or as a part."""
        terms = slot.counted or slot.wordings[0].terms
        if len(terms) > 1:
            return len(self.pages(terms))
        holders = self._holders.get(terms[0])
        if holders is None:
            holders = self._holders[terms[0]] = len(self.pages(terms))
        return holders

    def attainable(self, slots: Iterable[Slot]) -> float:
        """Return what :meth:`word_scores` comes near to for a page full of every word."""
        total = 0.0
        for slot in slots:
            total += slot.weight * self.idf(slot) * (self.index.settings.k1 + 1)
        return total

    def pages(self, terms: Iterable[int]) -> set[int]:
        """Return the documents that have one of the terms, alone or as a part."""
        found: set[int] = set()
        for term in terms:
            for each in (term, *self.lexicon.compounds_of.get(term, ())):
                for form in self.lexicon.forms_of[each]:
                    for column in self.index.postings:
                        found.update(column.documents[column.starts[form] : column.starts[form + 1]])
        return found

    def letter_scores(self, plan: Plan) -> dict[int, float]:
        """Return S2, the 4-gram cosine of each document with the content words of the query."""
        lexicon = self.lexicon
        counts: dict[str, int] = {}
        for word in plan.query.content_words()[: self.index.settings.max_words]:
            for gram in form_grams(word.form):
                counts[gram] = counts.get(gram, 0) + 1
        forms: dict[int, int] = {}
        for gram, count in counts.items():
            weight = lexicon.page_gram_weight(gram)
            if weight:
                for form in lexicon.form_grams[gram]:
                    forms[form] = forms.get(form, 0) + count * weight * weight
        products: dict[int, int] = {}
        for form, value in forms.items():
            for item, column in zip(self.index.fields, self.index.postings, strict=True):
                times = value * item.gram_count
                for document, count in column.of(form):
                    products[document] = products.get(document, 0) + times * count
        return {document: value / self._norms[document] for document, value in products.items()}


def _field_factors(weight: float, slope: float, lengths: Iterable[int]) -> list[float]:
    """Return w/n for each document: the field's weight over its normalised length."""
    listed = list(lengths)
    mean = sum(listed) / len(listed)
    return [weight / (1 - slope + slope * (length / mean)) for length in listed]
