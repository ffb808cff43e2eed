"""A need: what somebody looks for, from a gap or in a reader's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from praxis.library import Library
from praxis.records import Gap
from praxis.records.values import NOT_REPORTED, AgeSpan
from praxis.relations.context import Fact, gap_context


@dataclass(frozen=True)
class Need:
    """What somebody looks for; from a gap, or stated by a reader."""

    standards: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    ages: AgeSpan | str = NOT_REPORTED
    question: str = ""
    context: Mapping[str, Fact] = field(default_factory=dict)
    """One's own context; of effort the upper limit."""
    decisive: tuple[str, ...] = ()
    """Conditions that decide about a transfer here."""
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Case -> municipalities that offered advice on it."""
    confirmed: Mapping[str, str] = field(default_factory=dict)
    """Case confirmed by the editors -> why."""

    @classmethod
    def of_gap(cls, library: Library, gap: Gap) -> Need:
        """The need that a gap states."""
        offered: dict[str, tuple[str, ...]] = {}
        for offer in gap.offers:
            if offer.case:
                offered[offer.case] = (*offered.get(offer.case, ()), offer.municipality)
        return cls(
            standards=tuple(gap.standards),
            topics=tuple(gap.topics),
            ages=gap.ages,
            question=gap.question,
            context=gap_context(library, gap),
            decisive=tuple(gap.decisive),
            offered=offered,
            confirmed={answer.case: answer.why or "" for answer in gap.answers},
        )
