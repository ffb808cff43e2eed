"""The conditions a match lists, each with its result; deviations of what a case cannot do without are called out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from praxis.library import Library
from praxis.records import Case
from praxis.records.values import NOT_REPORTED
from praxis.relations.adaptations import AdaptationNote, adaptations_by_condition, adaptations_of
from praxis.relations.context import ComparedCondition, Fact, Result, case_context, compare, compared
from praxis.relations.need import Need
from praxis.vocabulary import ContextCondition

_NOTES = 3
"""Changes told at most for one condition."""


_UNKNOWN_AGE = ComparedCondition(
    id="alter",
    title="Alter der Zielgruppe",
    dimension="projektbezogen",
    result=Result.UNREPORTED,
    importance=None,
    text="Alter der Zielgruppe: für die Praxis nicht berichtet.",
    theirs=None,
    own=None,
)


def match_conditions(library: Library, need: Need, case: Case) -> tuple[ComparedCondition, ...]:
    """In the order of the model: decisive ones, those the case calls important, and those known on both sides.

    An age that the case does not report is an unknown like these, and comes first.
    """
    theirs = case_context(library, case)
    changed = adaptations_of(library, case.id)
    rows = [_UNKNOWN_AGE] if case.ages == NOT_REPORTED else []
    for key, condition in library.vocabulary.context_model.conditions.items():
        fact, own = theirs.get(key), need.context.get(key)
        if key in need.decisive or _is_important(fact) or _is_known(condition, fact, own):
            rows.append(called_out(library, compared(condition, fact, own), changed.get(key, ())))
    return tuple(rows)


def _is_known(condition: ContextCondition, fact: Fact | None, own: Fact | None) -> bool:
    return fact is not None and own is not None and compare(condition, fact.values, own.values) is not Result.UNREPORTED


def _is_important(fact: Fact | None) -> bool:
    return fact is not None and fact.importance in ("unverzichtbar", "hilfreich")


def called_out(library: Library, row: ComparedCondition, changed: Iterable[AdaptationNote]) -> ComparedCondition:
    """The row, with what others changed in that situation; first those who took over this very case."""
    if row.result is not Result.DEVIATES:
        return row
    sentences = [row.text]
    if row.importance == "unverzichtbar":
        sentences.append("Für die Praxis ist das unverzichtbar.")
    told = [note.text for note in changed]
    if told:
        sentences += ["Andere haben bei der Übernahme geändert:", *told[:_NOTES]]
    elif row.importance == "unverzichtbar":
        others = [note.text for note in adaptations_by_condition(library).get(row.id, ())]
        if others:
            sentences += ["Bei anderen Praxisbeispielen wurde dann geändert:", *others[:_NOTES]]
    return replace(row, text=" ".join(sentences))
