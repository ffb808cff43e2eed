"""The plan of a query: what to look for and how much it counts.

Every distinct content word is a slot of weight 1, every part of a compound in the query one of a lower weight. A slot
collects the word itself, similar words, continuations or guesses, and synonyms, each with a weight.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from praxis.search.building import joined_parts
from praxis.search.lexicon import Lexicon
from praxis.search.query import Query, QueryWord
from praxis.search.similar import Weighted, continuations, guesses, neighbours
from praxis.search.stemming import stem


class Why(StrEnum):
    """How a wording came into a slot."""

    WORD = "wort"
    INFLECTED = "beugung"
    COMPOUND = "zusammensetzung"
    PART = "teil"
    NEAR = "aehnlich"
    GUESS = "vermutet"
    PREFIX = "anfang"
    SYNONYM = "synonym"


SHOWN_NEAR: Final = 0.1
"""Neighbours of a known word with less weight help the ranking, but nobody would see why they are marked."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One thing a slot accepts: a term, or several that must all occur (a synonym of several words)."""

    terms: tuple[int, ...]
    weight: float
    why: Why

    @property
    def shown(self) -> bool:
        """Whether readers are shown that this matched."""
        return self.why is not Why.NEAR or self.weight >= SHOWN_NEAR


@dataclass(slots=True)
class Slot:
    """One thing a reader looks for.

    ``text`` is the word as typed and ``form`` its folded form, ``stem`` what is looked for (of a part slot: the part),
    ``counted`` the terms whose pages give the idf; ``in_parts`` says that there are slots for its parts.
    """

    text: str
    form: str
    stem: str
    weight: float
    wordings: list[Wording]
    counted: tuple[int, ...]
    is_part: bool = False
    in_parts: bool = False

    def add(self, wording: Wording) -> None:
        """Add a wording unless its terms are there already."""
        if all(wording.terms != known.terms for known in self.wordings):
            self.wordings.append(wording)


@dataclass(slots=True)
class Plan:
    """The slots of a query, its unknown words with the term that was searched instead (if any), and how many were guessed."""

    query: Query
    slots: list[Slot] = field(default_factory=list)
    unknown: list[tuple[QueryWord, int | None]] = field(default_factory=list)
    guessed: int = 0


def make_plan(lexicon: Lexicon, query: Query) -> Plan:
    """Return what to look for."""
    plan = Plan(query)
    settings = lexicon.index.settings
    slots: dict[str, Slot] = {}
    parts: dict[str, Slot] = {}
    for word in query.content_words()[: settings.max_words]:
        if stem(word.form) in slots:
            continue
        slot = slots[stem(word.form)] = _word_slot(lexicon, word, plan)
        for part in _part_slots(lexicon, word, slot, plan):
            slot.in_parts = True
            parts.setdefault(part.stem, part)
    plan.slots = [*slots.values(), *(slot for key, slot in parts.items() if key not in slots)]
    _add_synonyms(lexicon, plan)
    plan.slots = [slot for slot in plan.slots if slot.wordings]
    return plan


def _word_slot(lexicon: Lexicon, word: QueryWord, plan: Plan) -> Slot:
    """Return the slot of a word as it was typed; unknown words are noted in the plan."""
    text = stem(word.form)
    slot = Slot(word.text, word.form, text, 1.0, [], ())
    term = lexicon.term_number.get(text)
    if term is not None:
        slot.add(Wording((term,), 1.0, Why.WORD))
        slot.counted = (term,)
    if word.unfinished and _add_continuations(lexicon, word, slot):
        return slot
    if term is not None:
        _add(slot, neighbours(lexicon, term), Why.NEAR)
        return slot
    if text in lexicon.known_by_synonyms:
        return slot
    candidates = _guesses(lexicon, word.form, plan)
    _add(slot, candidates, Why.GUESS)
    slot.counted = tuple(candidate for candidate, _ in candidates[:1])
    plan.unknown.append((word, slot.counted[0] if candidates else None))
    return slot


def _guesses(lexicon: Lexicon, form: str, plan: Plan) -> list[Weighted]:
    """Return what an unknown word may have meant; nothing once the query has had its share of guesses."""
    if plan.guessed >= lexicon.index.settings.max_guesses:
        return []
    plan.guessed += 1
    return guesses(lexicon, form)


def _add_continuations(lexicon: Lexicon, word: QueryWord, slot: Slot) -> bool:
    """Add the words that begin like an unfinished one; return whether there are any besides itself."""
    found = continuations(lexicon, word.form)
    _add(slot, found, Why.PREFIX)
    slot.counted = tuple(dict.fromkeys((*slot.counted, *(term for term, _ in found))))
    return bool(found)


def _add(slot: Slot, weighted: Iterable[tuple[int, float]], why: Why) -> None:
    for term, weight in weighted:
        slot.add(Wording((term,), weight, why))


def _part_slots(lexicon: Lexicon, word: QueryWord, slot: Slot, plan: Plan) -> list[Slot]:
    """Return a slot for every part of a compound; an unknown one that cannot be split has those of its best guess."""
    result = []
    for key in _part_stems(lexicon, word, slot):
        if key == slot.stem:
            continue
        term = lexicon.term_number.get(key)
        weighted = _guesses(lexicon, key, plan) if term is None else [(term, 1.0), *neighbours(lexicon, term)]
        part = Slot(word.text, word.form, key, lexicon.index.settings.part_slot, [], (), is_part=True)
        _add(part, weighted[:1], Why.PART)
        _add(part, weighted[1:], Why.NEAR)
        part.counted = tuple(each for each, _ in weighted[:1])
        result.append(part)
    return result


def _part_stems(lexicon: Lexicon, word: QueryWord, slot: Slot) -> list[str]:
    """Return the stems of a word's parts; the beginning of a word has none."""
    term = lexicon.term_number.get(slot.stem)
    if term is not None:
        return [lexicon.terms[part] for part in lexicon.parts_of.get(term, ())]
    if any(wording.why is Why.PREFIX for wording in slot.wordings):
        return []
    spans = joined_parts(word.pieces, lexicon.splitter) if word.pieces else lexicon.splitter.split(word.form)
    if not spans:
        return [lexicon.terms[part] for best in slot.counted for part in lexicon.parts_of.get(best, ())]
    return list(dict.fromkeys(_stem_of(lexicon, word.form[start : start + size]) for start, size in spans))


def _stem_of(lexicon: Lexicon, text: str) -> str:
    """Return the stem that a part stands for: of its form, or the part itself where it is a stem."""
    term = lexicon.term_of_text(text)
    return stem(text) if term is None else lexicon.terms[term]


def _add_synonyms(lexicon: Lexicon, plan: Plan) -> None:
    """Where the query contains a wording of a synonym group, add the group's other wordings to the slots it covers."""
    heads = {slot.stem: slot for slot in plan.slots if not slot.is_part}
    own = [stem(word.form) for word in plan.query.words]
    stems = [_searched(lexicon, heads.get(text), text) for text in own]
    for at, first in enumerate(stems):
        for wording, group in lexicon.synonyms_by_start.get(first, ()):
            if tuple(stems[at : at + len(wording)]) == wording:
                for text in own[at : at + len(wording)]:
                    if text in heads:
                        _add_group(lexicon, heads[text], group, wording)
    for slot in plan.slots:
        if slot.is_part:
            for wording, group in lexicon.synonyms_by_start.get(slot.stem, ()):
                if len(wording) == 1:
                    _add_group(lexicon, slot, group, wording)


def _searched(lexicon: Lexicon, slot: Slot | None, text: str) -> str:
    """Return the stem that was searched for a word: its own, or that of the best guess."""
    if slot is None or text in lexicon.term_number or not slot.counted:
        return text
    return lexicon.terms[slot.counted[0]]


def _add_group(lexicon: Lexicon, slot: Slot, group: int, wording: tuple[str, ...]) -> None:
    settings = lexicon.index.settings
    alone = all(known.why is Why.SYNONYM for known in slot.wordings)
    weight = settings.synonym_alone if alone else settings.synonym_weight
    for other, terms in lexicon.synonym_groups[group]:
        if other != wording and terms:
            slot.add(Wording(terms, weight, Why.SYNONYM))
