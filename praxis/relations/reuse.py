"""Transfer experience: who took a practice over, in numbers and places; and the door to everything about reuse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from praxis.labels import label
from praxis.library import Library
from praxis.records import Case, Reuse
from praxis.relations.adaptations import AdaptationNote, adaptation_notes, adaptations_by_condition, adaptations_of
from praxis.relations.lessons import Lesson, NewQuestion, StandardLessons, lessons_by_standard, new_questions
from praxis.relations.reuse_index import (
    BEGUN,
    case_title,
    has_running_reuse,
    place_of,
    reuses_by_new_case,
    reuses_by_original,
    reuses_of,
)
from praxis.relations.reuse_tree import TreeNode, reuse_tree, reuse_trees
from praxis.wording import enumeration, times_word

__all__ = [
    "AdaptationNote",
    "Experience",
    "Lesson",
    "NewQuestion",
    "StandardLessons",
    "TreeNode",
    "adaptation_notes",
    "adaptations_by_condition",
    "adaptations_of",
    "case_title",
    "cases_by_experience",
    "has_running_reuse",
    "lessons_by_standard",
    "new_questions",
    "place_and_outcome",
    "place_of",
    "reuse_tree",
    "reuse_trees",
    "reuses_by_new_case",
    "reuses_by_original",
    "reuses_of",
    "transfer_experience",
]

ExperienceKind = Literal["einmalig", "nachgenutzt", "mehrfach nachgenutzt"]


@dataclass(frozen=True, slots=True)
class Experience:
    """How often a practice was taken over: reuses that began count, whatever became of them."""

    kind: ExperienceKind
    reuses: tuple[Reuse, ...]
    """Reuses that began."""
    others: tuple[Reuse, ...]
    """Reuses in preparation, and those that never began."""
    text: str


def transfer_experience(library: Library, case: Case) -> Experience:
    """The transfer experience of a case with numbers and places, in words."""
    reuses = reuses_of(library, case.id)
    begun = tuple(reuse for reuse in reuses if reuse.outcome in BEGUN)
    others = tuple(reuse for reuse in reuses if reuse.outcome not in BEGUN)
    kind: ExperienceKind = "einmalig" if not begun else "nachgenutzt" if len(begun) == 1 else "mehrfach nachgenutzt"
    return Experience(kind, begun, others, f"{_told(library, begun)}{_also(library, others)}")


def _told(library: Library, begun: tuple[Reuse, ...]) -> str:
    places = "; ".join(place_and_outcome(library, reuse) for reuse in begun)
    if not begun:
        return "Einmalig: Eine Nachnutzung an einem anderen Ort ist nicht berichtet."
    if len(begun) == 1:
        return f"Nachgenutzt: {places}."
    return f"Mehrfach nachgenutzt ({times_word(len(begun))}): {places}."


def place_and_outcome(library: Library, reuse: Reuse) -> str:
    """``Rudolstadt, läuft seit 2019``: where, and what became of it."""
    place = place_of(library, reuse.municipality)
    if reuse.outcome == "laeuft":
        return f"{place}, läuft seit {reuse.year}" if reuse.year else f"{place}, läuft"
    begun = f"begonnen {reuse.year}, " if reuse.year else ""
    return f"{place}, {begun}{label('ergebnis', reuse.outcome)}"


def _also(library: Library, others: Iterable[Reuse]) -> str:
    parts = []
    for outcome, words in (("vorbereitung", "In Vorbereitung"), ("nicht-begonnen", "Geplant und nicht begonnen")):
        places = [place_of(library, reuse.municipality) for reuse in others if reuse.outcome == outcome]
        if places:
            parts.append(f" {words}: {enumeration(places)}.")
    return "".join(parts)


def cases_by_experience(library: Library) -> dict[str, list[Case]]:
    """Transfer experience -> cases, the least first."""
    lists: dict[str, list[Case]] = {"einmalig": [], "nachgenutzt": [], "mehrfach nachgenutzt": []}
    for case in library.cases.values():
        lists[transfer_experience(library, case).kind].append(case)
    return lists
