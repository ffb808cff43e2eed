"""Similar words: neighbours of known words, candidates for unknown ones, and how words may go on.

Cosines of weighted 3-gram sets (as in J. Zobel and P. Dart, *Finding approximate matches in large lexicons*, 1995) and
the Damerau distance with one transposition (optimal string alignment). Soft for known words, strict for unknown ones.
"""

from __future__ import annotations

from bisect import bisect_left
from math import sqrt
from typing import Final

from praxis.search.grams import squared, stem_grams
from praxis.search.lexicon import Lexicon, letter_bits
from praxis.search.stemming import stem

Weighted = tuple[int, float]
"""A term and its weight."""

MIN_LENGTH: Final = 4
"""Shorter words are not expanded, nor are others expanded to them: what *Haus* and *aus* share is spelling alone."""

MIN_PREFIX: Final = 2

_DIGITS: Final = "0123456789"


def expandable(text: str) -> bool:
    """Return whether similar words of ``text`` mean anything: not for short words, nor for numbers."""
    return len(text) >= MIN_LENGTH and not any(letter in _DIGITS for letter in text)


def cosines(lexicon: Lexicon, text: str, least: float) -> dict[int, float]:
    """Return the cosine of the terms whose 3-grams are at least ``least`` like those of the stem ``text``."""
    shared: dict[int, int] = {}
    weights = []
    for gram in stem_grams(text):
        weight = lexicon.stem_gram_weight(gram)
        weights.append(weight)
        for term in lexicon.stem_grams.get(gram, ()):
            shared[term] = shared.get(term, 0) + weight * weight
    norm = sqrt(squared(weights))
    norms = lexicon.stem_norms
    return {term: cosine for term, value in shared.items() if (cosine := value / (norm * norms[term])) >= least}


def neighbours(lexicon: Lexicon, term: int) -> list[Weighted]:
    """Return the terms similar to a known term, best first."""
    settings = lexicon.index.settings
    text = lexicon.terms[term]
    if not expandable(text):
        return []
    near = sorted(cosines(lexicon, text, settings.near_least).items(), key=lambda pair: (-pair[1], pair[0]))
    near = [pair for pair in near if pair[0] != term and len(lexicon.terms[pair[0]]) >= MIN_LENGTH]
    return [(other, settings.near_weight * value * value * value) for other, value in near[: settings.near_count]]


def guesses(lexicon: Lexicon, form: str) -> list[Weighted]:
    """Return what an unknown word may have meant, best first."""
    settings = lexicon.index.settings
    text = stem(form)
    if not expandable(form):
        return []
    similarity = cosines(lexicon, text, settings.guess_least)
    for spelling in dict.fromkeys((text, form)):
        for term, value in _close_terms(lexicon, spelling).items():
            similarity[term] = max(value, similarity.get(term, 0.0))
    best = sorted(similarity.items(), key=lambda pair: (-pair[1], pair[0]))[: settings.guess_count]
    return [(term, value * value) for term, value in best if value >= settings.guess_share * best[0][1]]


def _close_terms(lexicon: Lexicon, text: str) -> dict[int, float]:
    """Return 1 − d/length for the terms with a stem or form within the Damerau distance allowed for ``text``.

    Forms are compared as well as stems, because a slip in an ending keeps the stemmer from finding it.
    """
    limit = 1 if len(text) <= 5 else 2
    bits = letter_bits(text)
    length = max(MIN_LENGTH, len(text))
    found: dict[int, float] = {}
    for size in range(len(text) - limit, len(text) + limit + 1):
        listed, letters = lexicon.by_length.get(size, ((), ()))
        # each edit changes two letters at most: hardly any word has to be compared letter by letter
        for at in [at for at, other in enumerate(letters) if (bits ^ other).bit_count() <= 2 * limit]:
            other, term = listed[at]
            value = 1 - damerau(text, other, limit) / length
            if value >= 1 - limit / length and value > found.get(term, lexicon.index.settings.guess_least):
                found[term] = value
    return found


def damerau(first: str, second: str, limit: int) -> int:
    """Return the optimal-string-alignment distance, or ``limit + 1`` where it is greater than ``limit``.

    Only cells at most ``limit`` off the diagonal are reckoned (E. Ukkonen, *Algorithms for Approximate String Matching*,
    1985): any others are further away than that.
    """
    size, far = len(second), limit + 1
    if abs(len(first) - size) > limit:
        return far
    before, row = [far] * (size + 1), [min(at, far) for at in range(size + 1)]
    for i, letter in enumerate(first, 1):
        current = [far] * (size + 1)
        if i <= limit:
            current[0] = i
        least = current[0]
        for j in range(max(1, i - limit), min(size, i + limit) + 1):
            other = second[j - 1]
            cost = row[j - 1]
            if letter != other:
                cost = min(cost, row[j], current[j - 1]) + 1
                if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                    cost = min(cost, before[j - 2] + 1)
            current[j] = cost
            least = min(least, cost)
        if least > limit:
            return far
        before, row = row, current
    return min(row[size], far)


def continuations(lexicon: Lexicon, prefix: str) -> list[Weighted]:
    """Return the terms of the most frequent forms that begin with ``prefix``, heaviest first."""
    if len(prefix) < MIN_PREFIX:
        return []
    forms = lexicon.index.forms
    start = bisect_left(forms, prefix)
    end = start
    while end < len(forms) and forms[end].startswith(prefix):
        end += 1
    usual = sorted(range(start, end), key=lambda form: (-lexicon.totals[form], form))
    weights: dict[int, float] = {}
    for form in usual[: lexicon.index.settings.prefix_count]:
        share = 0.5 + 0.5 * (len(prefix) / len(forms[form]))
        term = lexicon.term_of[form]
        weights[term] = max(weights.get(term, 0.0), share * share)
    return sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))


def closest_form(lexicon: Lexicon, term: int, text: str) -> int:
    """Return the form of ``term`` that is written most like ``text``, the more frequent one of equals."""

    def key(form: int) -> tuple[int, int, int]:
        return (damerau(text, lexicon.index.forms[form], MIN_LENGTH), -lexicon.totals[form], form)

    return min(lexicon.forms_of[term], key=key)
