"""How the ages of a need and of a case meet."""

from __future__ import annotations

from enum import IntEnum

from praxis.records.values import ALL_AGES, AgeSpan


class AgeFit(IntEnum):
    """How two age spans meet. Unknown ages neither help nor hurt."""

    OVERLAPS = 0
    TOUCHES = 1
    UNKNOWN = 2
    APART = 3


def age_fit(need: AgeSpan | str, case: AgeSpan | str) -> AgeFit:
    """How the ages of a need and a case meet; ``altersuebergreifend`` meets any age."""
    if ALL_AGES in (need, case):
        return AgeFit.OVERLAPS
    if isinstance(need, str) or isinstance(case, str):
        return AgeFit.UNKNOWN
    if need.overlaps(case):
        return AgeFit.OVERLAPS
    return AgeFit.TOUCHES if need.touches(case) else AgeFit.APART
