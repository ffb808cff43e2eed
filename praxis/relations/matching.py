"""Matching a need with practice: rules 1 to 6 of the knowledge model.

No score: a case is admitted or not, reasons are sentences derived from named fields, and the order follows what the
need says. A missing value is never a deviation. Text relevance (part of rule 2) comes from outside as ``relevance``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from praxis.library import Library
from praxis.records import Case, Gap
from praxis.records.values import NOT_REPORTED, AgeSpan
from praxis.relations.context import ComparedCondition, Fact, Result, case_context, compared, gap_context
from praxis.relations.derived import derived
from praxis.relations.evidence import evidence_words
from praxis.relations.facets import cases_by_standard, cases_by_topic
from praxis.relations.match_reasons import AgeFit, Reason, age_fit, reasons_of
from praxis.relations.reuse_index import has_running_reuse

SHOWN = 5
_CONTRAST_KNOWN = 3
OPEN = ("offen", "angebote", "im-austausch", "in-erprobung", NOT_REPORTED)

Relevance = Callable[[Case], tuple[float, tuple[str, ...]]]
"""How well a case answers the question: a number for the order, and the shared words as the reader wrote them."""


@dataclass(frozen=True)
class Need:
    """What somebody looks for; from a gap, or stated by a reader."""

    standards: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    ages: AgeSpan | str = NOT_REPORTED
    question: str = ""
    context: Mapping[str, Fact] = field(default_factory=dict)
    decisive: tuple[str, ...] = ()
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Case -> municipalities that offered advice on it."""
    confirmed: Mapping[str, str] = field(default_factory=dict)
    """Case confirmed by the editors -> why."""
    own_municipality: str | None = None

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
            own_municipality=gap.municipality,
        )


@dataclass(frozen=True)
class Match:
    """A case that may answer a need, with reasons and every condition that matters."""

    case: Case
    is_confirmed: bool
    offered_by: tuple[str, ...]
    reasons: tuple[Reason, ...]
    conditions: tuple[ComparedCondition, ...]

    @property
    def unknown(self) -> int:
        """Number of listed conditions that nobody reported; never a sort key."""
        return sum(1 for condition in self.conditions if condition.result is Result.UNREPORTED)


@dataclass(frozen=True)
class Contrast:
    """A case from very different conditions: what can be learned there, and why it is shown."""

    match: Match
    why: str


@dataclass(frozen=True)
class Matches:
    """What a need finds; ``nearest`` is filled where nothing matches: (kind, id, title)."""

    matches: tuple[Match, ...]
    contrast: Contrast | None = None
    nearest: tuple[tuple[str, str, str], ...] = ()


def match(library: Library, need: Need, limit: int = SHOWN, relevance: Relevance | None = None) -> Matches:
    """The cases that may answer a need, best first, a contrast case, and what is nearest if there is none."""
    found = [
        (_order(need, candidate, relevance), candidate) for case in _candidates(library, need)
        if (candidate := _match(library, need, case, relevance)) is not None
    ]  # fmt: skip
    ranked = [candidate for _, candidate in sorted(found, key=lambda entry: entry[0])]
    shown = _spread(ranked, limit)
    if not shown:
        return Matches((), nearest=_nearest(library, need))
    return Matches(tuple(shown), _contrast(library, ranked, shown))


@derived
def gap_matches(library: Library) -> Mapping[str, Matches]:
    """Gap -> its matches."""
    return {gap.id: match(library, Need.of_gap(library, gap)) for gap in library.gaps.values()}


@derived
def gaps_answered(library: Library) -> Mapping[str, tuple[tuple[Gap, Match], ...]]:
    """Case -> the gaps it may answer, confirmed ones first."""
    found: dict[str, list[tuple[Gap, Match]]] = {}
    for gap_id, matches in gap_matches(library).items():
        for candidate in matches.matches:
            found.setdefault(candidate.case.id, []).append((library.gaps[gap_id], candidate))
    return {
        case_id: tuple(sorted(pairs, key=lambda pair: (not pair[1].is_confirmed, pair[0].id)))
        for case_id, pairs in found.items()
    }


@derived
def wanted(library: Library) -> list[Gap]:
    """Gaps under „Gesucht“: still open, current, and without a confirmed answer or an offer; newest first."""
    gaps = [
        gap
        for gap in library.gaps.values()
        if gap.status in OPEN and not gap.is_review_due(library.today) and not gap.answers and not gap.offers
    ]
    return sorted(gaps, key=lambda gap: (-gap.reported.latest.toordinal(), gap.id))


def _candidates(library: Library, need: Need) -> Iterable[Case]:
    topics, standards = cases_by_topic(library, narrower=False), cases_by_standard(library)
    found = {case.id: case for topic in need.topics for case in topics.get(topic, ())}
    found.update({case.id: case for standard in need.standards for case in standards.get(standard, ())})
    named = (*need.confirmed, *need.offered)
    found.update({case_id: library.cases[case_id] for case_id in named if case_id in library.cases})
    return found.values()


def _match(library: Library, need: Need, case: Case, relevance: Relevance | None) -> Match | None:
    fit = age_fit(need.ages, case.ages)
    is_named = case.id in need.confirmed or case.id in need.offered
    if fit is AgeFit.APART and not is_named:
        return None
    conditions = _conditions(library, need, case)
    words = relevance(case)[1] if relevance else ()
    return Match(
        case=case,
        is_confirmed=case.id in need.confirmed,
        offered_by=need.offered.get(case.id, ()),
        reasons=tuple(reasons_of(library, need.standards, need.topics, need.confirmed.get(case.id), fit, case, words)),
        conditions=conditions,
    )


def _conditions(library: Library, need: Need, case: Case) -> tuple[ComparedCondition, ...]:
    """The conditions to list: decisive ones, those the case calls important, and those known on both sides."""
    theirs = case_context(library, case)
    rows = []
    for key, condition in library.vocabulary.context_model.conditions.items():
        fact, own = theirs.get(key), need.context.get(key)
        is_important = fact is not None and fact.importance in ("unverzichtbar", "hilfreich")
        is_known = fact is not None and own is not None and bool(fact.values) and bool(own.values)
        if key in need.decisive or is_important or is_known:
            rows.append(compared(condition, fact, own))
    return tuple(rows)


def _order(need: Need, candidate: Match, relevance: Relevance | None) -> tuple[object, ...]:
    case = candidate.case
    results = [condition.result for condition in candidate.conditions]
    hard = sum(1 for row in candidate.conditions if row.result is Result.DEVIATES and row.importance == "unverzichtbar")
    question = relevance(case)[0] if relevance else 0.0
    return (
        not candidate.offered_by,
        not candidate.is_confirmed,
        age_fit(need.ages, case.ages).value,
        -(len(set(need.topics) & set(case.topics)) + question),
        -len(set(need.standards) & set(case.standards)),
        hard,
        -results.count(Result.FITS),
        results.count(Result.DEVIATES),
        -case.as_of.latest.toordinal(),
        case.id,
    )


def _spread(ranked: list[Match], limit: int) -> list[Match]:
    """At most one case a municipality before others get a place; the rest fills up in order."""
    first: dict[str, Match] = {}
    for candidate in ranked:
        first.setdefault(candidate.case.municipality, candidate)
    chosen = list(first.values())[:limit]
    chosen += [candidate for candidate in ranked if candidate not in chosen][: max(limit - len(chosen), 0)]
    return [candidate for candidate in ranked if candidate in chosen]


def _contrast(library: Library, ranked: list[Match], shown: list[Match]) -> Contrast | None:
    for candidate in ranked:
        known = [row for row in candidate.conditions if row.result is not Result.UNREPORTED]
        deviating = [row for row in known if row.result is Result.DEVIATES]
        reports = evidence_words(candidate.case).result or has_running_reuse(library, candidate.case.id)
        if candidate not in shown and reports and len(known) >= _CONTRAST_KNOWN and 2 * len(deviating) > len(known):
            titles = ", ".join(row.title for row in deviating)
            return Contrast(candidate, f"Unter anderen Bedingungen gelungen: {titles} weichen ab.")
    return None


def _nearest(library: Library, need: Need) -> tuple[tuple[str, str, str], ...]:
    """Broader and narrower topics with practice, and the standards of the need."""
    topics = library.vocabulary.topics
    near: dict[str, None] = {}
    for key in need.topics:
        broader = topics[key].broader if key in topics else None
        near.update(dict.fromkeys(other for other, topic in topics.items() if broader and topic.broader == broader))
        if broader:
            near[broader] = None
        near[key] = None
    named = [("thema", key, topics[key].title) for key in near if key in topics]
    standards = library.vocabulary.standards
    return (*named, *(("standard", key, standards[key].title) for key in need.standards if key in standards))
