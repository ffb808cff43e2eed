"""What a reviewer must see of a case, on one page: facts first, no judgement."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from praxis.editing.open_questions import open_questions
from praxis.editing.readability import Readability, readability
from praxis.findings import Finding
from praxis.library import Library
from praxis.records import Case
from praxis.relations.matching import gaps_answered
from praxis.relations.related import related_cases
from praxis.relations.reporting import CardEntry, reporting_card
from praxis.suggestions import fold
from praxis.wording import quoted

_ALIKE = 85
"""Likeness of two titles (percent) from which they may name the same practice."""


@dataclass(frozen=True, slots=True)
class Review:
    """Everything of a review page; texts are German sentences."""

    case: Case
    place: str
    findings: tuple[Finding, ...]
    card: tuple[CardEntry, ...]
    duplicates: tuple[str, ...]
    similar: tuple[str, ...]
    gaps: tuple[str, ...]
    addresses: tuple[str, ...]
    readability: Readability
    questions: tuple[str, ...]


def review(library: Library, case: Case) -> Review:
    """The review of a case, drafts included."""
    place = library.municipalities.get(case.municipality)
    return Review(
        case=case,
        place=place.title if place else case.municipality,
        findings=tuple(finding for finding in library.findings if finding.file == case.path),
        card=reporting_card(case),
        duplicates=tuple(_duplicates(library, case)),
        similar=tuple(
            f"{quoted(entry.case.title)} ({entry.case.path}): {' '.join(entry.reasons)}"
            for entry in related_cases(library, case)
        ),
        gaps=tuple(
            f"{quoted(gap.question)} ({gap.path})" + (" – bestätigt" if match.is_confirmed else "")
            for gap, match in gaps_answered(library).get(case.id, ())
        ),
        addresses=tuple(source.url for source in case.sources if source.url),
        readability=readability(case.body),
        questions=tuple(open_questions(case)),
    )


def _duplicates(library: Library, case: Case) -> list[str]:
    """Cases that may be the same practice: almost the same title, or much of it in the same place with a shared topic."""
    found: list[str] = []
    for other in library.cases.values():
        if other.id == case.id:
            continue
        titles = fold(case.title), fold(other.title)
        is_here = other.municipality == case.municipality and bool(set(other.topics) & set(case.topics))
        if fuzz.ratio(*titles) >= _ALIKE or (is_here and fuzz.token_set_ratio(*titles) >= _ALIKE):
            found.append(f"{quoted(other.title)} ({other.path})")
    return found
