"""Matching a need with practice: rules 1 to 6 of the knowledge model.

No score: a case is admitted or not, reasons are sentences derived from named fields, and the order follows what the
need says. A missing value is never a deviation. The words of the question count through the search engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from praxis.library import Library
from praxis.records import Case, Gap
from praxis.relations.context import ComparedCondition, Result
from praxis.relations.derived import derived
from praxis.relations.match_candidates import Candidate, groups, weighed
from praxis.relations.match_conditions import match_conditions
from praxis.relations.match_reasons import Reason, match_reasons
from praxis.relations.nearest_terms import nearest_terms
from praxis.relations.need import Need
from praxis.relations.question import QuestionWords, question_words
from praxis.relations.reuse_index import has_running_reuse
from praxis.wording import enumeration

__all__ = ["Contrast", "Match", "Matches", "Need", "gap_matches", "gaps_answered", "match", "wanted"]

SHOWN = 5
_CONTRAST_KNOWN = 3
CLOSED = ("beantwortet", "zurueckgezogen")


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


def match(library: Library, need: Need, limit: int = SHOWN) -> Matches:
    """The cases that may answer a need, best first, a contrast case, and what is nearest if there is none."""
    words = question_words(library, need.question)
    shown, contrast = _chosen(library, need, limit, words)
    if not shown:
        return Matches((), nearest=nearest_terms(library, need))
    matches = tuple(_match(library, need, candidate, words) for candidate in shown)
    return Matches(matches, _contrast(_match(library, need, contrast, words)) if contrast else None)


def _chosen(library: Library, need: Need, limit: int, words: QuestionWords) -> tuple[list[Candidate], Candidate | None]:
    """The candidates to show, and the contrast case; groups are weighed only as far as they are needed."""
    ranked: list[Candidate] = []
    places: set[str] = set()
    contrasts: list[Candidate] = []
    may_contrast = sum(bool(fact.values) for fact in need.context.values()) >= _CONTRAST_KNOWN
    for group in groups(library, need, words):
        if len(places) < limit:
            candidates = weighed(library, need, group)
            ranked += candidates
            places.update(candidate.case.municipality for candidate in candidates)
        elif not may_contrast or len(contrasts) > limit:
            break
        else:
            told = [(case, fit) for case, fit in group if _tells_something(library, case)]
            candidates = weighed(library, need, told)
        if may_contrast:
            contrasts += [candidate for candidate in candidates if _is_contrast(library, candidate)]
    shown = _spread(ranked, need, limit)
    known = {candidate.case.id for candidate in shown}
    others = [candidate for candidate in contrasts if candidate.case.id not in known]
    return shown, next(iter((*others, *contrasts)), None)


def _spread(ranked: list[Candidate], need: Need, limit: int) -> list[Candidate]:
    """At most one case a municipality before others get a place; what people named stays; the rest fills up in order."""
    first: list[Candidate] = []
    places: set[str] = set()
    for candidate in ranked:
        case = candidate.case
        if case.municipality not in places or case.id in need.offered or case.id in need.confirmed:
            first.append(candidate)
            places.add(case.municipality)
    chosen = {candidate.case.id for candidate in first[:limit]}
    for candidate in ranked:
        if len(chosen) >= limit:
            break
        chosen.add(candidate.case.id)
    return [candidate for candidate in ranked if candidate.case.id in chosen]


def _match(library: Library, need: Need, candidate: Candidate, words: QuestionWords) -> Match:
    case = candidate.case
    return Match(
        case=case,
        is_confirmed=case.id in need.confirmed,
        offered_by=need.offered.get(case.id, ()),
        reasons=match_reasons(library, need, case, candidate.fit, words.words(case.id)),
        conditions=match_conditions(library, need, case),
    )


def _tells_something(library: Library, case: Case) -> bool:
    """True if there is something to learn: a reported result, or a reuse that runs."""
    return bool(case.evidence and case.evidence.result) or has_running_reuse(library, case.id)


def _is_contrast(library: Library, candidate: Candidate) -> bool:
    known = candidate.fitting + candidate.deviating
    is_different = known >= _CONTRAST_KNOWN and 2 * candidate.deviating > known
    return is_different and _tells_something(library, candidate.case)


def _contrast(found: Match) -> Contrast:
    known = [row for row in found.conditions if row.result is not Result.UNREPORTED]
    different = [row.title for row in known if row.result is Result.DEVIATES]
    result = found.case.evidence.result if found.case.evidence else None
    success = "ein Ergebnis ist berichtet" if result else "sie wird andernorts nachgenutzt"
    count = f"{len(different)} von {len(known)} bekannten Bedingungen"
    return Contrast(found, f"Andere Verhältnisse ({count} weichen ab: {enumeration(different)}), und doch: {success}.")


@derived
def gap_matches(library: Library) -> Mapping[str, Matches]:
    """Gap -> its matches."""
    return {gap.id: match(library, Need.of_gap(library, gap)) for gap in library.gaps.values()}


@derived
def gaps_answered(library: Library) -> Mapping[str, tuple[tuple[Gap, Match], ...]]:
    """Case -> the gaps on whose pages it is shown, confirmed ones first; withdrawn gaps wait for nothing."""
    found: dict[str, list[tuple[Gap, Match]]] = {}
    for gap, matched in _matched(library):
        found.setdefault(matched.case.id, []).append((gap, matched))
    return {
        case_id: tuple(sorted(pairs, key=lambda pair: (not pair[1].is_confirmed, pair[0].id)))
        for case_id, pairs in found.items()
    }


def _matched(library: Library) -> Iterator[tuple[Gap, Match]]:
    for gap_id, matches in gap_matches(library).items():
        gap = library.gaps[gap_id]
        if gap.status != "zurueckgezogen":
            yield from ((gap, matched) for matched in matches.matches)


@derived
def wanted(library: Library) -> list[Gap]:
    """Gaps under „Gesucht“: current, neither answered nor withdrawn, and open or without any match; newest first."""
    gaps = [gap for gap in library.gaps.values() if _is_current(library, gap) and _is_waiting(library, gap)]
    return sorted(gaps, key=lambda gap: (-gap.reported.latest.toordinal(), gap.id))


def _is_current(library: Library, gap: Gap) -> bool:
    return gap.status not in CLOSED and not gap.is_review_due(library.today)


def _is_waiting(library: Library, gap: Gap) -> bool:
    return gap.status == "offen" or not (gap.offers or gap.answers or gap_matches(library)[gap.id].matches)
