"""What reuse and practice taught: lessons for each standard, and questions that the catalogue does not have yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from praxis.library import Library
from praxis.records import Case, Reuse
from praxis.relations.adaptations import AdaptationNote, adaptation_notes
from praxis.relations.derived import derived
from praxis.wording import as_sentence


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson of a case; ``solution`` is what helped against an obstacle."""

    case: Case
    text: str
    solution: str | None = None


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """A question that transfers raised, with the reuse records that asked it."""

    question: str
    dimension: str | None
    condition: str | None
    reuses: tuple[Reuse, ...]


@dataclass(slots=True)
class StandardLessons:
    """What was learned about one standard."""

    worked: list[Lesson] = field(default_factory=list)
    difficult: list[Lesson] = field(default_factory=list)
    today_differently: list[Lesson] = field(default_factory=list)
    adaptations: list[AdaptationNote] = field(default_factory=list)
    questions: list[NewQuestion] = field(default_factory=list)

    def __bool__(self) -> bool:
        """True if there is any lesson."""
        return any((self.worked, self.difficult, self.today_differently, self.adaptations, self.questions))


@derived
def lessons_by_standard(library: Library) -> dict[str, StandardLessons]:
    """Standard -> lessons of its cases, adaptations and open questions of their reuses; every standard has an entry."""
    lessons = {standard: StandardLessons() for standard in library.vocabulary.standards}
    for case in library.cases.values():
        for standard in case.standards:
            if standard in lessons:
                _add_lessons(lessons[standard], case)
    for reuse in library.reuses.values():
        for standard in standards_of(library, reuse):
            lessons[standard].adaptations.extend(adaptation_notes(library, reuse))
    for question in new_questions(library):
        named = {standard for reuse in question.reuses for standard in standards_of(library, reuse)}
        for standard in lessons:
            if standard in named:
                lessons[standard].questions.append(question)
    return lessons


def _add_lessons(lessons: StandardLessons, case: Case) -> None:
    if case.lessons is None:
        return
    lessons.worked += [Lesson(case, as_sentence(text)) for text in case.lessons.worked]
    lessons.today_differently += [Lesson(case, as_sentence(text)) for text in case.lessons.today_differently]
    lessons.difficult += [
        Lesson(case, as_sentence(item.obstacle), as_sentence(item.solution) if item.solution else None)
        for item in case.lessons.difficult
    ]


def standards_of(library: Library, reuse: Reuse) -> list[str]:
    """Standards of the originals and of the adapted form of a reuse, in the vocabulary's order."""
    ids = [original.id for original in reuse.originals] + [reuse.new_case]
    cases = [library.cases[case_id] for case_id in ids if case_id and case_id in library.cases]
    named = {standard for case in cases for standard in case.standards}
    return [standard for standard in library.vocabulary.standards if standard in named]


@derived
def new_questions(library: Library) -> tuple[NewQuestion, ...]:
    """Open questions of reuse records that the catalogue does not have, each once, in the order of the dimensions."""
    model = library.vocabulary.context_model
    found: dict[str, NewQuestion] = {}
    for reuse in library.reuses.values():
        for open_question in reuse.open_questions:
            key = _plain(open_question.question)
            if key in _catalogue(library):
                continue
            known = found.get(key)
            condition = (known.condition if known else None) or open_question.condition
            dimension = (known.dimension if known else None) or open_question.dimension
            if dimension is None and condition and condition in model.conditions:
                dimension = model.conditions[condition].dimension
            asked_by = (*known.reuses, reuse) if known else (reuse,)
            text = known.question if known else open_question.question
            found[key] = NewQuestion(text, dimension, condition, tuple(_distinct(asked_by)))
    order = {dimension: number for number, dimension in enumerate(model.dimensions)}
    return tuple(sorted(found.values(), key=lambda item: order.get(item.dimension or "", len(order))))


def is_in_catalogue(library: Library, question: str) -> bool:
    """True if the catalogue has a question, whatever its case and punctuation."""
    return _plain(question) in _catalogue(library)


@derived
def _catalogue(library: Library) -> frozenset[str]:
    return frozenset(_plain(question.question) for question in library.vocabulary.context_model.questions.values())


def _distinct(reuses: Iterable[Reuse]) -> list[Reuse]:
    return list({reuse.id: reuse for reuse in reuses}.values())


def _plain(question: str) -> str:
    """A question without case, punctuation and spacing, to tell whether two are the same."""
    return " ".join(re.findall(r"\w+", question.casefold()))
