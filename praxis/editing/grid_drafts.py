"""Draft gaps from the questions of a filled-in grid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from praxis.editing.grid_import import GridQuestion
from praxis.editing.proposals import Proposal
from praxis.editing.record_text import record_text
from praxis.library import Library
from praxis.records import Gap, Meeting
from praxis.records.dates import PartialDate
from praxis.relations.topics_in_words import topics_in
from praxis.suggestions import proposed_id

_TITLE = 70


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose grid it is: the municipality, its partner in the plenum, and the meeting; each may be unknown."""

    municipality: str | None = None
    presented_by: str | None = None
    meeting: Meeting | None = None


def gap_drafts(library: Library, questions: Iterable[GridQuestion], origin: Origin) -> list[Proposal]:
    """One draft a question and span of ages. Topics are those recognised in its words; without any they are named as missing."""
    taken = {file.id for file in library.files.records if file.type is Gap}
    taken |= {former for gap in library.gaps.values() for former in gap.former}
    drafts: list[Proposal] = []
    for question in questions:
        for ages in question.age_spans(library.vocabulary):
            fields = _fields(library, question, ages, origin)
            gap_id = proposed_id(fields["titel"], taken)
            taken.add(gap_id)
            missing = () if "themen" in fields else ("Themen",)
            drafts.append(
                Proposal(Gap, gap_id, record_text(Gap, fields, {"Woher die Frage kommt": _source_of(origin)}), missing)
            )
    return drafts


def _fields(library: Library, question: GridQuestion, ages: Any, origin: Origin) -> dict[str, Any]:
    meeting = origin.meeting
    fields = {
        "titel": _title(question.text),
        "art": "gemeldet",
        "frage": question.text,
        "kommune": origin.municipality,
        "vorgestellt_von": origin.presented_by,
        "standards": question.standards,
        "alter": ages,
        "themen": list(topics_in(library, question.text)),
        "treffen": meeting.id if meeting else None,
        "gemeldet": _day(meeting.start) if meeting else library.today,
        "status": "offen",
    }
    return {key: value for key, value in fields.items() if value}


def _source_of(origin: Origin) -> str:
    meeting = f" Ausgefüllt wurde es beim Treffen „{origin.meeting.title}“." if origin.meeting else ""
    return f"Die Frage stand in einem ausgefüllten Raster für Transferbedarfe.{meeting}"


def _day(date: PartialDate) -> Any:
    return date.isoformat() if date.day is None else date.latest


def _title(text: str) -> str:
    """The question without its mark, cut between words where it is long."""
    plain = text.rstrip(" ?!.")
    if len(plain) <= _TITLE:
        return plain
    return plain[: plain.rindex(" ", 0, _TITLE) if " " in plain[:_TITLE] else _TITLE] + " …"
