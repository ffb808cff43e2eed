"""Why a case may answer a need: German sentences, each derived from named fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from praxis.library import Library
from praxis.records import Case, Reuse
from praxis.records.values import ALL_AGES, NOT_REPORTED
from praxis.relations.age_fit import AgeFit, age_fit
from praxis.relations.context import (
    EFFORT_CONDITIONS,
    Facts,
    Result,
    case_context,
    compare,
    comparison_text,
    municipality_context,
)
from praxis.relations.evidence import evidence_words
from praxis.relations.need import Need
from praxis.relations.reuse import place_and_outcome, transfer_experience
from praxis.wording import age_words, as_sentence, enumeration, quoted

__all__ = ["AgeFit", "Reason", "age_fit", "match_reasons"]

_SIMILAR_BY = ("gemeindetyp", "raum")
"""Conditions that make two places similar: those known of both are the same."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence, with the field it follows from."""

    kind: str
    field: str
    text: str


def match_reasons(
    library: Library, need: Need, case: Case, fit: AgeFit, words: Sequence[str] = ()
) -> tuple[Reason, ...]:
    """The reasons in a fixed order; what is not reported gives none."""
    return (
        *_named(library, need, case),
        *_shared(library, need, case, words),
        *_age(fit, case),
        *_context(library, need, case),
        *_effects(case),
        *_reuse(library, need, case),
    )


def _named(library: Library, need: Need, case: Case) -> Iterator[Reason]:
    if places := need.offered.get(case.id):
        names = [library.municipalities[place].title if place in library.municipalities else place for place in places]
        verb = "bietet" if len(names) == 1 else "bieten"
        yield Reason("meldung", "meldungen", f"{enumeration(names)} {verb} Rat zu dieser Praxis an.")
    if case.id in need.confirmed:
        why = f" {as_sentence(need.confirmed[case.id])}" if need.confirmed[case.id] else ""
        yield Reason("bestaetigt", "antworten", f"Von der Redaktion als Antwort bestätigt.{why}")


def _shared(library: Library, need: Need, case: Case, words: Sequence[str]) -> Iterator[Reason]:
    vocabulary = library.vocabulary
    shared_topics = [key for key in dict.fromkeys(need.topics) if key in case.topics]
    topics = [vocabulary.topics[key].title for key in shared_topics if key in vocabulary.topics]
    if topics:
        yield Reason("themen", "themen", f"{_same('Thema', 'Themen', topics)}: {enumeration(map(quoted, topics))}.")
    if words:
        yield Reason("frage", "frage", f"Gemeinsame Wörter mit der Frage: {enumeration(words)}.")
    shared_standards = [key for key in dict.fromkeys(need.standards) if key in case.standards]
    standards = [vocabulary.standards[key].title for key in shared_standards if key in vocabulary.standards]
    if standards:
        text = f"{_same('Standard', 'Standards', standards)}: {enumeration(map(quoted, standards))}."
        yield Reason("standards", "standards", text)


def _same(singular: str, plural: str, items: Sequence[str]) -> str:
    if len(items) > 1:
        return f"Gleiche {plural}"
    return f"Gleicher {singular}" if singular == "Standard" else f"Gleiches {singular}"


_AGE_WORDS = {
    AgeFit.OVERLAPS: "Das Alter überschneidet sich",
    AgeFit.TOUCHES: "Das Alter schließt unmittelbar an",
    AgeFit.APART: "Für ein anderes Alter beschrieben",
}


def _age(fit: AgeFit, case: Case) -> Iterator[Reason]:
    if case.ages == ALL_AGES:
        yield Reason("alter", "alter", "Eine Struktur für alle Altersgruppen.")
    elif fit in _AGE_WORDS and case.ages != NOT_REPORTED:
        yield Reason("alter", "alter", f"{_AGE_WORDS[fit]}: {age_words(case.ages)}.")


def _context(library: Library, need: Need, case: Case) -> Iterator[Reason]:
    """Every decisive condition that is known, whether it fits or not; of the others effort within the limits.

    What nobody reported stands among the listed conditions and is no reason.
    """
    theirs = case_context(library, case)
    for key, condition in library.vocabulary.context_model.conditions.items():
        fact, own = theirs.get(key), need.context.get(key)
        if fact is None or own is None:
            continue
        name = f"{'aufwand' if key in EFFORT_CONDITIONS else 'kontext'}.{key}"
        result = compare(condition, fact.values, own.values)
        if key in need.decisive and result is not Result.UNREPORTED:
            yield Reason("bedingung", name, f"Entscheidende Bedingung {comparison_text(condition, fact, own)}")
        elif key in EFFORT_CONDITIONS and result is Result.FITS:
            yield Reason("aufwand", name, f"Aufwand im Rahmen – {comparison_text(condition, fact, own)}")


def _effects(case: Case) -> Iterator[Reason]:
    if case.evidence:
        words = evidence_words(case)
        if words.result:
            yield Reason("nachweis", "nachweis.ergebnis", f"{words.label}: {words.result}")
        else:
            yield Reason("nachweis", "nachweis.grad", words.sentence)


def _reuse(library: Library, need: Need, case: Case) -> Iterator[Reason]:
    experience = transfer_experience(library, case)
    similar = list(_similar(library, need.context, experience.reuses))
    for reuse, likeness in similar:
        told = place_and_outcome(library, reuse)
        yield Reason(
            "nachnutzung", f"nachnutzung/{reuse.id}", f"An einem ähnlichen Ort nachgenutzt: {told}; {likeness}."
        )
    if experience.reuses and not similar:
        yield Reason("nachnutzung", "nachnutzung", experience.text)


def _similar(library: Library, own: Facts, reuses: Iterable[Reuse]) -> Iterator[tuple[Reuse, str]]:
    """Reuses in places like one's own, with what is alike in words."""
    conditions = library.vocabulary.context_model.conditions
    for reuse in reuses:
        there = municipality_context(library, reuse.municipality.id or "")
        known = [key for key in _SIMILAR_BY if key in conditions and key in own and key in there and own[key].values]
        if known and all(set(there[key].values) == set(own[key].values) for key in known):
            alike = [conditions[key].options.get(value, value) for key in known for value in own[key].values]
            yield reuse, f"dort wie hier {enumeration(alike)}"
