"""Context: what is known of a case's, a gap's or a municipality's conditions, and how two contexts compare.

Unknown stays unknown: a missing value is told as *nicht berichtet*, never as a deviation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from praxis.library import Library
from praxis.records import Case, Gap
from praxis.records.dates import PartialDate
from praxis.records.values import Context, ContextValue, Effort
from praxis.relations.comparison_wording import Side, comparison_sentence
from praxis.relations.derived import derived
from praxis.vocabulary import ContextCondition

EFFORT_CONDITIONS = ("personal", "sachkosten", "anlauf")
"""Conditions whose values come from ``aufwand`` and ``grenzen``; one's own value is a limit."""

Origin = Literal["praxis", "luecke", "kommune", "angabe"]
Importance = Literal["unverzichtbar", "hilfreich", "unerheblich"]


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of one condition: no ``values`` means not reported (the case only says how important it is).

    ``origin`` tells whose statement the values are: the case's or gap's own, its municipality's, or a reader's
    (``angabe``).
    """

    condition: str
    values: tuple[str, ...]
    origin: Origin
    importance: Importance | None = None
    note: str | None = None
    as_of: PartialDate | None = None


Facts = Mapping[str, Fact]


class Result(StrEnum):
    """How a case's value compares with one's own."""

    FITS = "passt"
    DEVIATES = "weicht-ab"
    UNREPORTED = "nicht-berichtet"


@dataclass(frozen=True, slots=True)
class ComparedCondition:
    """One row of a comparison; ``theirs`` and ``own`` are None where nothing is known."""

    id: str
    title: str
    dimension: str
    result: Result
    importance: Importance | None
    text: str
    theirs: Fact | None
    own: Fact | None


def case_context(library: Library, case: Case) -> Facts:
    """Condition id -> fact, in the order of the context model.

    The case's own values; where it has none, its municipality's, marked as such. ``aufwand`` is the value of its three
    conditions. A condition the case only weighs is kept, with the municipality's value or none.
    """
    known = _of_cases(library)
    if case.id not in known:
        known[case.id] = _completed(library, told_by_case(case), case.municipality)
    return known[case.id]


@derived
def _of_cases(library: Library) -> dict[str, Facts]:
    """Case -> its context, filled as it is asked for: several pages and every match need it."""
    return {}


def told_by_case(case: Case) -> dict[str, Fact]:
    """Condition id -> fact that the case tells of itself, effort included."""
    own = _facts(case.context, "praxis", case.as_of)
    if case.effort:
        _add_bands(own, case.effort, "praxis", case.effort.as_of or case.as_of)
    return own


def gap_context(library: Library, gap: Gap) -> dict[str, Fact]:
    """Condition id -> fact: the gap's own values and limits; where it has none, its municipality's."""
    date = gap.as_of or gap.reported
    own = _facts(gap.context, "luecke", date)
    if gap.limits:
        _add_bands(own, gap.limits, "luecke", date)
    return _completed(library, own, gap.municipality)


def municipality_context(library: Library, municipality_id: str) -> dict[str, Fact]:
    """Condition id -> fact of a municipality; empty for an unknown one."""
    return _completed(library, {}, municipality_id)


def stated_context(
    library: Library, values: Mapping[str, Sequence[str]], municipality_id: str | None = None
) -> dict[str, Fact]:
    """Condition id -> fact from values a reader states, completed by her municipality's."""
    own = {condition: Fact(condition, tuple(known), "angabe") for condition, known in values.items() if known}
    return _completed(library, own, municipality_id)


def _facts(context: Context, origin: Origin, date: PartialDate | None) -> dict[str, Fact]:
    return {condition: _fact(condition, value, origin, date) for condition, value in context.items()}


def _fact(condition: str, value: ContextValue, origin: Origin, date: PartialDate | None) -> Fact:
    return Fact(condition, tuple(value.values), origin, value.importance, value.note, value.as_of or date)


def _add_bands(facts: dict[str, Fact], effort: Effort, origin: Origin, date: PartialDate | None) -> None:
    for condition, band in effort.bands().items():
        weighed = facts.get(condition)
        importance, note = (weighed.importance, weighed.note) if weighed else (None, None)
        facts[condition] = Fact(condition, (band,), origin, importance, note, date)


def _completed(library: Library, own: dict[str, Fact], municipality_id: str | None) -> dict[str, Fact]:
    theirs = _of_places(library).get(municipality_id or "", {})
    facts: dict[str, Fact] = {}
    for condition in library.vocabulary.context_model.conditions:
        fact, fallback = own.get(condition), theirs.get(condition)
        if fact and not fact.values and fallback:
            fact = replace(fallback, importance=fact.importance, note=fact.note or fallback.note)
        if chosen := fact or fallback:
            facts[condition] = chosen
    return facts


@derived
def _of_places(library: Library) -> Mapping[str, Facts]:
    """Municipality -> what is known there; how important it is, only a case says."""
    return {
        key: {
            condition: Fact(condition, tuple(value.values), "kommune", None, value.note, value.as_of or place.as_of)
            for condition, value in place.context.items()
            if value.values
        }
        for key, place in library.municipalities.items()
    }


def compare(condition: ContextCondition, theirs: Sequence[str], own: Sequence[str]) -> Result:
    """Compare a case's value with one's own, by the condition's way to compare; unknown on either side stays unknown."""
    known = condition.options
    theirs, own = [value for value in theirs if value in known], [value for value in own if value in known]
    if not theirs or not own:
        return Result.UNREPORTED
    return Result.FITS if _fits(condition, theirs, own) else Result.DEVIATES


def _fits(condition: ContextCondition, theirs: Sequence[str], own: Sequence[str]) -> bool:
    if condition.type == "ja-nein":
        return "ja" not in theirs or "ja" in own
    if condition.id in EFFORT_CONDITIONS or condition.comparison == "mindestens":
        return highest_step(condition, own) >= highest_step(condition, theirs)
    if condition.comparison == "teilmenge":
        return set(theirs) <= set(own)
    return set(theirs) == set(own)


def highest_step(condition: ContextCondition, values: Iterable[str]) -> int:
    """Number of the highest option among the values, from 0."""
    steps = {option: step for step, option in enumerate(condition.options)}
    return max(steps[value] for value in values)


def comparison_text(condition: ContextCondition, theirs: Fact | None, own: Fact | None) -> str:
    """How the two compare, as one German sentence that says by how much, and as of when both are known."""
    there, here = _side(theirs), _side(own)
    result = compare(condition, there.values, here.values)
    return comparison_sentence(condition, there, here, result.value, condition.id in EFFORT_CONDITIONS)


def _side(fact: Fact | None) -> Side:
    if fact is None:
        return Side((), False, None)
    return Side(fact.values, fact.origin == "kommune", fact.as_of)


def compare_contexts(library: Library, case: Case, own: Facts) -> list[ComparedCondition]:
    """Every condition of the context model, in its order, compared between a case and one's own context."""
    theirs = case_context(library, case)
    conditions = library.vocabulary.context_model.conditions.values()
    return [compared(condition, theirs.get(condition.id), own.get(condition.id)) for condition in conditions]


def compared(condition: ContextCondition, theirs: Fact | None, own: Fact | None) -> ComparedCondition:
    """One row of a comparison."""
    result = compare(condition, theirs.values if theirs else (), own.values if own else ())
    return ComparedCondition(
        id=condition.id,
        title=condition.title,
        dimension=condition.dimension,
        result=result,
        importance=theirs.importance if theirs else None,
        text=comparison_text(condition, theirs, own),
        theirs=theirs,
        own=own,
    )
