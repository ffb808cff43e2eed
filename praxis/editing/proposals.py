"""From a filled-in form, a saved record file or an e-mail to a record file. Never raises, never drops a sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from praxis.editing.answers import Answers, split_answers
from praxis.editing.forms import FORMS
from praxis.editing.questions import RELEASED, SHORT, Form, Kind, Question
from praxis.editing.reading import Reader
from praxis.editing.record_text import record_text
from praxis.editing.texts import clean, is_empty, without_layout
from praxis.frontmatter import split_head
from praxis.library import Library
from praxis.records import RECORD_TYPES, Record
from praxis.records.values import NOT_REPORTED
from praxis.source import Source
from praxis.suggestions import proposed_id

_RECORD = re.compile(
    r"^---[ \t]*\n(?=(?:[ \t]*#[^\n]*\n|[ \t]*\n)*(?:titel|kurz|kommune|frage|art)[ \t]*:)", re.MULTILINE
)
_QUOTED = re.compile(r"^>[ \t]?", re.MULTILINE)
_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
_TITLE = re.compile(r"^titel:[ \t]*[\"'„“]?(.*?)[\"'“”]?[ \t]*$", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_MARKUP = re.compile(r"<[/!?a-zA-Z]")
_UNSAID = {"status": NOT_REPORTED, "zeitraum": NOT_REPORTED, "alter": NOT_REPORTED}
"""Mandatory fields that may say that they are unknown."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A record file that somebody proposes: its type, the id it may have, its text, and what is still missing."""

    type: type[Record]
    id: str
    text: str
    missing: tuple[str, ...] = ()
    """Questions of mandatory fields without an answer."""
    unplaced: int = 0
    """Answers that are kept because they fit no field."""

    @property
    def path(self) -> str:
        """Where the file goes, relative to the root."""
        return f"docs/{self.type.folder}/{self.id}.md"


@dataclass(slots=True)
class _Draft:
    fields: dict[str, Any] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    unplaced: list[tuple[str, str]] = field(default_factory=list)


def propose(library: Library, text: str, kind: str | None = None) -> Proposal:
    """The proposal in a text; ``kind`` names the record type where it is known."""
    cleaned = clean(text)
    if found := _RECORD.search(_without_quoting(cleaned)):
        return _saved(library, _without_quoting(cleaned), found.start(), kind)
    return from_answers(library, split_answers(cleaned, kind))


def from_answers(library: Library, answers: Answers, *, as_draft: bool = False) -> Proposal:
    """The proposal of a form's answers; incomplete cases, and with ``as_draft`` all, are not published yet."""
    form, draft = answers.form, _Draft()
    reader = Reader(library, form)
    draft.unplaced.extend(("", _readable(rest)) for _, rest in answers.rest)
    for question in form.questions:
        answer = answers.given.get(question.key, "")
        if not is_empty(answer):
            _fill(draft, reader, question, answer)
    _derive(draft, form, library.today)
    missing = tuple(q.label for q in form.questions if form.is_required(q) and not _has(draft, q))
    for key, word in _UNSAID.items():
        if any(key == question.key for question in form.questions):
            draft.fields.setdefault(key, word)
    if form.type.kind == "praxis" and (as_draft or missing or draft.unplaced):
        draft.fields["stufe"] = "entwurf"
    return Proposal(
        form.type,
        _id(library, form.type, draft.fields),
        record_text(form.type, draft.fields, draft.sections, draft.unplaced),
        missing,
        len(draft.unplaced),
    )


def _fill(draft: _Draft, reader: Reader, question: Question, answer: str) -> None:
    if question.kind in SHORT and (parts := _PARAGRAPH.split(answer.strip(), maxsplit=1))[1:]:
        answer = parts[0]  # what follows after an empty line is no part of a short answer
        draft.unplaced.append(("", _readable(parts[1])))
    plain = without_layout(answer)
    reading = reader.read(question, plain)
    # Markup that is no layout may hold words in attributes or do something: it is kept as it came, and as nothing else.
    has_markup = _MARKUP.search(plain) is not None
    if not reading.is_whole or has_markup:
        draft.unplaced.append((question.label, _readable(answer)))
    if reading.value is None or has_markup:
        return
    if question.kind is Kind.SECTION:
        draft.sections[question.heading] = reading.value
    elif question.kind is Kind.NOTES:
        known = draft.fields.get("standards") or []
        draft.fields["standards"] = dict.fromkeys(known, "") | reading.value
    else:
        _place(draft.fields, question.path, reading.value)


def _readable(text: str) -> str:
    """Words to keep: without the HTML of layout, or as they came where other markup is among them."""
    plain = without_layout(text)
    return text if _MARKUP.search(plain) else plain


def _place(fields: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    for key in path[:-1]:
        fields = fields.setdefault(key, {})
    fields[path[-1]] = value


def _derive(draft: _Draft, form: Form, today: dt.date) -> None:
    """What follows from the day and from other answers."""
    fields = draft.fields
    if fields.get("freigabe") == RELEASED:
        office = fields.get("kontakt", {}).get("stelle")
        fields["freigabe"] = {"stelle": office, "datum": today} if office else "redaktionell"
    if form.type.kind == "luecke":
        fields.update(gemeldet=today, status="offen")
    if "nachweis" in fields and "grad" not in fields["nachweis"]:
        draft.unplaced.append(("Was ist über die Wirkung bekannt?", str(fields.pop("nachweis").get("ergebnis", ""))))
    if fields.get("ende_grund") and fields.get("status") not in ("beendet", "abgebrochen"):
        draft.unplaced.append(("Warum endete die Praxis?", str(fields.pop("ende_grund"))))


def _has(draft: _Draft, question: Question) -> bool:
    if question.kind is Kind.SECTION:
        return question.heading in draft.sections
    value: Any = draft.fields
    for key in question.path:
        value = value.get(key) if isinstance(value, dict) else None
    return value is not None


def _id(library: Library, record_type: type[Record], fields: Mapping[str, Any]) -> str:
    place = fields.get("kommune") if record_type.kind == "praxis" else None
    title = fields.get("titel")
    return proposed_id(str(title or ""), _taken(library, record_type), place if isinstance(place, str) else "")


def _taken(library: Library, record_type: type[Record]) -> set[str]:
    """Ids that files of the type have or had."""
    former = {old for record in library.records() if isinstance(record, record_type) for old in record.former}
    return former | {file.id for file in library.files.records if file.type is record_type}


def _without_quoting(text: str) -> str:
    """A text that a mail program quoted line by line, without the quoting."""
    lines = [line for line in text.split("\n") if line.strip()]
    return _QUOTED.sub("", text) if lines and all(line.startswith(">") for line in lines) else text


def _saved(library: Library, text: str, start: int, kind: str | None) -> Proposal:
    """A record file as the form on the site saves it: kept as it is; what stands before it goes to its end."""
    before, record = text[:start].strip(), text[start:]
    record_type = FORMS[kind].type if kind and kind in FORMS else _type_of(record)
    head, _ = split_head(Source("", record))
    fields = head.data if head else {}
    found = _TITLE.search(record)
    record_id = _id(library, record_type, {"titel": found[1] if found else "", **fields})
    if before:
        record = (
            record.rstrip("\n")
            + "\n\n"
            + record_text(record_type, {}, {}, [("", _readable(before))]).split("---\n", 2)[2].lstrip()
        )
    missing = tuple(key for key in _required(record_type) if not re.search(rf"^{key}[ \t]*:", record, re.MULTILINE))
    return Proposal(record_type, record_id, record, missing, 1 if before else 0)


def _type_of(record: str) -> type[Record]:
    """The type whose keys the front matter has most of; mandatory ones count double."""
    keys = set(_KEY.findall(record.split("\n---", 1)[0]))

    def likeness(record_type: type[Record]) -> int:
        known = {info.alias or name for name, info in record_type.model_fields.items()}
        return len(keys & known) + len(keys & set(_required(record_type))) - len(keys - known)

    return max(RECORD_TYPES, key=likeness)


def _required(record_type: type[Record]) -> list[str]:
    return [info.alias or name for name, info in record_type.model_fields.items() if info.is_required()]
