"""The German sentence of a comparison: what is so there, what is so here, and by how much they differ."""

from __future__ import annotations

from dataclasses import dataclass

from praxis.records.dates import PartialDate
from praxis.vocabulary import ContextCondition
from praxis.wording import enumeration, german_date, number_word


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison; ``of_municipality`` marks values taken over from the municipality's record."""

    values: tuple[str, ...]
    of_municipality: bool
    as_of: PartialDate | None


def comparison_sentence(condition: ContextCondition, there: Side, here: Side, result: str, is_limit: bool) -> str:
    """One sentence; ``result`` is the value of a ``Result``, ``is_limit`` says that one's own value is an upper limit."""
    theirs, own = _words(condition, there), _words(condition, here)
    if not theirs and not own:
        return f"{condition.title}: auf beiden Seiten nicht berichtet."
    if not theirs:
        return f"{condition.title}: für die Praxis nicht berichtet, hier {own}{_marks(here)}."
    if not own:
        return f"{condition.title}: dort {theirs}{_marks(there)}, für hier nicht berichtet."
    if theirs == own and not is_limit:
        return f"{condition.title}: dort{_marks(there)} wie hier{_marks(here)} {own}."
    most = "höchstens " if is_limit else ""
    pair = f"{condition.title}: dort {theirs}{_marks(there)}, hier {most}{own}{_marks(here)}"
    return f"{pair}{_difference(condition, there, here, result, is_limit)}."


def _words(condition: ContextCondition, side: Side) -> str:
    """The values in the order of the condition's options; values it does not know are unknown."""
    return enumeration(label for value, label in condition.options.items() if value in side.values)


def _marks(side: Side) -> str:
    marks = []
    if side.of_municipality:
        marks.append("Angabe zur Kommune")
    if side.as_of:
        marks.append(f"Stand {german_date(side.as_of)}")
    return f" ({', '.join(marks)})" if marks else ""


def _difference(condition: ContextCondition, there: Side, here: Side, result: str, is_limit: bool) -> str:
    if condition.type == "stufe":
        return _steps(condition, there, here, is_limit)
    if condition.type == "ja-nein":
        return "; die Praxis setzt es nicht voraus" if result == "passt" else ""
    if condition.comparison == "teilmenge":
        missing = [label for value, label in condition.options.items() if value in set(there.values) - set(here.values)]
        return f"; hier fehlt {enumeration(missing)}" if missing else ""
    return ""


def _steps(condition: ContextCondition, there: Side, here: Side, is_limit: bool) -> str:
    order = list(condition.options)
    theirs = max(order.index(value) for value in there.values if value in order)
    own = max(order.index(value) for value in here.values if value in order)
    if own == theirs:
        return "; das liegt genau an der Grenze" if is_limit else ""
    amount = "eine Stufe" if abs(own - theirs) == 1 else f"{number_word(abs(own - theirs))} Stufen"
    if is_limit:
        return f"; das liegt {amount} {'unter' if own > theirs else 'über'} der Grenze"
    return f"; hier {amount} {'höher' if own > theirs else 'niedriger'}"
