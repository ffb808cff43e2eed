"""Searching: from what a reader typed to hits with reasons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import Final

from praxis.search.index import Entry, Index, Postings
from praxis.search.lexicon import Lexicon
from praxis.search.passages import Marker, Passage
from praxis.search.plan import Plan, Slot, Why, Wording, make_plan
from praxis.search.query import Query, QueryWord, parse
from praxis.search.ranking import SCORE_UNIT, Ranked, Ranking
from praxis.search.reasons import FOUND_SHOWN, Reason, together
from praxis.search.similar import closest_form, damerau
from praxis.search.stemming import stem
from praxis.search.tokens import forms

SUGGESTED: Final = 0.36
"""A guess of at least this weight is offered as "Meinten Sie …?"."""

_SLIP: Final = 2
"""A word this near to another one is that word with a slip."""

_AHEAD: Final = 2 * SCORE_UNIT
"""More than any document's score."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: ``score`` in millionths, ``why`` in the order of the query, ``title_marks`` within the title."""

    document: int
    entry: Entry
    score: int
    why: tuple[Reason, ...]
    title_marks: tuple[tuple[int, int], ...]
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that occurs nowhere, and the word that was searched instead (None: nothing came near).

    ``in_parts``: no other word comes near enough to be offered, and the parts of the word were searched.
    """

    word: str
    instead: str | None
    in_parts: bool


@dataclass(frozen=True, slots=True)
class Results:
    """What a search gives: ``total`` documents after filtering, the hits asked for, and what to tell the reader.

    ``suggestion`` is the query with unknown words replaced, None where there is nothing to suggest. ``phrase_missing``
    says that no page has the quoted words together, so that they were searched as single words.
    """

    total: int
    hits: tuple[Hit, ...]
    suggestion: str | None
    unknown: tuple[Unknown, ...]
    phrase_missing: bool
    order: tuple[Ranked, ...]


class Searcher:
    """Searches one index. Building it derives what an index does not store; searching never raises for any text."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.lexicon = Lexicon(index)
        self.ranking = Ranking(self.lexicon)

    def search(
        self,
        text: str,
        *,
        limit: int = 10,
        offset: int = 0,
        typing: bool = False,
        allowed: Callable[[int], bool] | None = None,
    ) -> Results:
        """Return the hits from ``offset`` on, at most ``limit``.

        ``typing``: the last word may be unfinished. ``allowed`` filters document numbers after the ranking; the
        statistics, and so the scores, stay those of all documents.
        """
        plan = make_plan(self.lexicon, parse(text, typing))
        ranked = self.ranking.rank(plan)
        order, missing = self._restrict(self._explained(ranked, plan), plan.query)
        if allowed is not None:
            order = [hit for hit in order if allowed(hit.document)]
        marker = self.marker(plan)
        return Results(
            total=len(order),
            hits=tuple(self._hit(hit, plan, marker) for hit in order[offset : offset + limit]),
            suggestion=self._suggestion(text, plan),
            unknown=tuple(self._unknown(word, term, plan) for word, term in plan.unknown),
            phrase_missing=missing,
            order=tuple(order),
        )

    def order(self, text: str) -> list[Ranked]:
        """Return all documents best first, for evaluations: those with every quoted phrase before the others.

        Scores fall along the list, because who judges a run may sort it by them again.
        """
        query = parse(text)
        ranked = self.ranking.rank(make_plan(self.lexicon, query))
        first, _ = self._restrict(ranked, query)
        chosen = {hit.document for hit in first}
        others = [hit for hit in ranked if hit.document not in chosen]
        ahead = _AHEAD if others else 0
        return [*(Ranked(hit.document, hit.score + ahead) for hit in first), *others]

    def _explained(self, ranked: Sequence[Ranked], plan: Plan) -> Sequence[Ranked]:
        """Return the documents for which there is a reason to show; all of them where there is none for any.

        Shared letters alone move a document up or down; a reader who is shown it would not see why.
        """
        found = self._documents_with_reason(plan)
        return [hit for hit in ranked if hit.document in found] if found else ranked

    def _documents_with_reason(self, plan: Plan) -> set[int]:
        found: set[int] = set()
        for wording in (each for slot in plan.slots for each in slot.wordings if each.shown):
            if len(wording.terms) == 1:
                found |= self.ranking.pages(wording.terms)
            else:
                found |= set.intersection(*(self._documents_of(self.lexicon.forms_of[term]) for term in wording.terms))
        return found

    def marker(self, plan: Plan) -> Marker:
        """Return what marks the words of ``plan`` in texts."""
        return Marker(self.lexicon, plan.slots, [slot.weight * self.ranking.idf(slot) for slot in plan.slots])

    def _restrict(self, ranked: Sequence[Ranked], query: Query) -> tuple[list[Ranked], bool]:
        """Apply exclusions and phrases; return the rest, and whether the phrases were given up."""
        excluded = self._excluded(query)
        kept = [hit for hit in ranked if hit.document not in excluded]
        if not query.phrases:
            return kept, False
        chosen = kept
        for phrase in query.phrases:
            matching = self.documents_with(phrase, {hit.document for hit in chosen})
            chosen = [hit for hit in chosen if hit.document in matching]
        return (chosen, False) if chosen else (kept, True)

    def _excluded(self, query: Query) -> set[int]:
        """Return the documents with an excluded word (in any inflection) or phrase."""
        excluded: set[int] = set()
        for form in query.excluded:
            term = self.lexicon.term_number.get(stem(form))
            if term is not None:
                excluded |= self._documents_of(self.lexicon.forms_of[term])
        for phrase in query.excluded_phrases:
            excluded |= self.documents_with(phrase)
        return excluded

    def _documents_of(self, numbers: Iterable[int]) -> set[int]:
        found: set[int] = set()
        for form in numbers:
            for column in self.index.postings:
                found.update(column.documents[column.starts[form] : column.starts[form + 1]])
        return found

    def documents_with(self, phrase: Sequence[str], among: set[int] | None = None) -> set[int]:
        """Return the documents (of those given) whose title or text has these forms one after the other."""
        candidates = among
        for form in phrase:
            number = self.lexicon.form_number.get(form)
            here = self._documents_of([number]) if number is not None else set()
            candidates = here if candidates is None else candidates & here
        return {number for number in candidates or () if self.has_phrase(number, phrase)}

    def has_phrase(self, document: int, phrase: Sequence[str]) -> bool:
        """Return whether the title or the stored text of a document has these forms one after the other."""
        wanted = list(phrase)
        for text in (self.index.entries[document].title, self.index.texts[document]):
            found = forms(text)
            if any(found[at : at + len(wanted)] == wanted for at in range(len(found) - len(wanted) + 1)):
                return True
        return False

    def _hit(self, ranked: Ranked, plan: Plan, marker: Marker) -> Hit:
        entry = self.index.entries[ranked.document]
        return Hit(
            document=ranked.document,
            entry=entry,
            score=ranked.score,
            why=tuple(self._reasons(ranked.document, plan)),
            title_marks=marker.marks(entry.title),
            passage=marker.passage(self.index.texts[ranked.document]),
        )

    def _reasons(self, document: int, plan: Plan) -> Iterable[Reason]:
        """Return why a document was found: for each word the nearest wording it has.

        Parts are told only where the word is not there, and parts of parts only where those are not there either.
        """
        found_words: set[str] = set()
        found_parts: set[tuple[str, str]] = set()
        alike: dict[tuple[str, Why], list[Reason]] = {}
        for slot in plan.slots:
            if slot.is_part and (
                slot.text in found_words or any(slot.text == word and slot.stem in part for word, part in found_parts)
            ):
                continue
            reason = self.reason(document, slot)
            if reason:
                if slot.is_part:
                    found_parts.add((slot.text, slot.stem))
                elif reason.why is not Why.PART:
                    found_words.add(slot.text)
                alike.setdefault((reason.word, reason.why), []).append(reason)
        return map(together, alike.values())

    def reason(self, document: int, slot: Slot) -> Reason | None:
        """Return how a document has what a slot looks for, or None."""
        for wording in filter(attrgetter("shown"), slot.wordings):
            own = [self._in_document(document, self.lexicon.forms_of[term]) for term in wording.terms]
            if len(own) > 1 and all(own):
                together = " … ".join(self.index.surfaces[forms_there[0]] for forms_there in own)
                return Reason(slot.text, wording.why, (together,))
            if all(own):
                [listed] = own
                why = self._why(slot, wording)
                if why is Why.WORD and slot.form not in (self.index.forms[form] for form in listed):
                    why = Why.INFLECTED
                return Reason(slot.text, why, self._written(listed))
            if len(wording.terms) > 1:
                continue
            inside = (
                form
                for whole in self.lexicon.compounds_of.get(wording.terms[0], ())
                for form in self._in_document(document, self.lexicon.forms_of[whole])
            )
            listed = list(islice(inside, FOUND_SHOWN))
            if listed:
                why = Why.COMPOUND if wording.why is Why.WORD else self._why(slot, wording)
                return Reason(slot.text, why, self._written(listed))
        return None

    def _why(self, slot: Slot, wording: Wording) -> Why:
        """Return how a wording is told: only a guess that may be what was meant is told as "instead"."""
        if wording.why is not Why.GUESS:
            return wording.why
        found = self.lexicon.terms[wording.terms[0]]
        closest = self.index.forms[closest_form(self.lexicon, wording.terms[0], slot.form)]
        if damerau(slot.form, closest, _SLIP) <= _SLIP:
            return Why.GUESS
        if slot.stem in found or found in slot.stem:
            return Why.COMPOUND if slot.stem in found else Why.PART
        return Why.NEAR if slot.in_parts or wording.weight < SUGGESTED else Why.GUESS

    def _in_document(self, document: int, numbers: Iterable[int]) -> list[int]:
        """Return the forms that occur in a document."""
        return [form for form in numbers if any(_holds(column, form, document) for column in self.index.postings)]

    def _written(self, numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.index.surfaces[form] for form in numbers))[:FOUND_SHOWN]

    def _suggestion(self, text: str, plan: Plan) -> str | None:
        """Return the query with every unknown word replaced by its best guess, if that is good enough."""
        result, changed = text, False
        for word, term in sorted(plan.unknown, key=lambda pair: -pair[0].start):
            instead = self._instead(word, term, plan)
            if instead is not None:
                result = result[: word.start] + instead + result[word.start + len(word.text) :]
                changed = True
        return result if changed else None

    def _instead(self, word: QueryWord, term: int | None, plan: Plan) -> str | None:
        """Return what to suggest for an unknown word: nothing where the guess is weak, or the word has known parts."""
        slot = next((each for each in plan.slots if each.text == word.text and not each.is_part), None)
        if term is None or slot is None or slot.wordings[0].weight < SUGGESTED:
            return None
        if self._why(slot, slot.wordings[0]) is not Why.GUESS:
            return None
        return self.index.surfaces[closest_form(self.lexicon, term, word.form)]

    def _unknown(self, word: QueryWord, term: int | None, plan: Plan) -> Unknown:
        instead = None if term is None else self.index.surfaces[closest_form(self.lexicon, term, word.form)]
        return Unknown(word.text, instead, _in_parts(word, plan) and self._instead(word, term, plan) is None)


def _in_parts(word: QueryWord, plan: Plan) -> bool:
    return any(each.in_parts and each.text == word.text for each in plan.slots)


def _holds(column: Postings, form: int, document: int) -> bool:
    """Return whether a form occurs in a document's field."""
    start, end = column.starts[form], column.starts[form + 1]
    at = bisect_left(column.documents, document, start, end)
    return at < end and column.documents[at] == document
