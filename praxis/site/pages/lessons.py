"""What practice and reuse taught about a standard, as groups of a section."""

from __future__ import annotations

from typing import Any

from praxis.relations.lessons import Lesson, StandardLessons
from praxis.site.parts import known

Piece = dict[str, Any]
_SHOWN = 12


def lesson_groups(lessons: StandardLessons, standard: str = "") -> list[Piece]:
    """What worked, what was difficult, what others changed, what they asked; only what is there.

    ``standard`` is the name of the standard, where a page tells the lessons of several.
    """
    prefix = f"{standard}: " if standard else ""
    changes = [
        {"title": note.reuse.title, "url": note.reuse.address, "note": note.text} for note in lessons.adaptations
    ]
    groups = [
        ("Gelungen", [_entry(lesson) for lesson in lessons.worked]),
        ("Schwierig", [_entry(lesson) for lesson in lessons.difficult]),
        ("Was man heute anders machen würde", [_entry(lesson) for lesson in lessons.today_differently]),
        ("Was andere bei der Übernahme geändert haben", changes),
    ]
    found = [{"title": prefix + title, "links": links[:_SHOWN]} for title, links in groups if links]
    questions = [item.question for item in lessons.questions]
    if questions:
        found.append(known(title=f"{prefix}Neue Fragen", texts=questions))
    return found


def _entry(lesson: Lesson) -> Piece:
    note = f"{lesson.text} Geholfen hat: {lesson.solution}" if lesson.solution else lesson.text
    return {"title": lesson.case.title, "url": lesson.case.address, "note": note}
