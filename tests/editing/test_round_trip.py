"""What stands in the collection could have come in by a form: every real case and gap, asked and answered again."""

from __future__ import annotations

import re
from typing import Any

import pytest

from praxis.editing.forms import FORMS
from praxis.editing.proposals import propose
from praxis.editing.questions import Form, Kind, Question
from praxis.frontmatter import split_head
from praxis.library import Library
from praxis.records import Case, Gap, Record
from praxis.source import Source, read_source
from tests.editing.filled import filled, head_of
from tests.site_building import PROJECT

_SECTION = re.compile(r"^## (.+)\n+((?:(?!## ).*\n?)*)", re.MULTILINE)
_COMPARED = (Kind.LINE, Kind.TEXT, Kind.ONE, Kind.SEVERAL, Kind.AGES, Kind.PERIOD, Kind.PLACE, Kind.DATE)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load(PROJECT)


def data_of(record: Record) -> dict[str, Any]:
    source, _ = read_source(PROJECT, record.path)
    head, _ = split_head(source) if source else (None, [])
    assert head is not None
    return head.data


def plain(value: Any) -> Any:
    """A text with ordinary spaces: those that do not break stay only behind numbers."""
    return re.sub(r"[^\S\n]", " ", value) if isinstance(value, str) else value


def at(data: Any, question: Question) -> Any:
    for key in question.path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def answer(library: Library, form: Form, question: Question, value: Any) -> str:
    """A value as somebody writes it into the form."""
    options = form.options(question, library.vocabulary)
    if question.kind is Kind.PLACE:
        return library.municipalities[value].title
    if options:
        return ", ".join(options[str(entry)] for entry in (value if isinstance(value, (list, dict)) else [value]))
    if isinstance(value, dict):
        return f"{value['von']} bis {value['bis']}" if "bis" in value else f"seit {value['von']}"
    return str(value)


def is_answerable(question: Question, value: Any) -> bool:
    """Long forms of texts (with whose reading it is) are for the office; no form asks for them."""
    return value is not None and (question.kind not in (Kind.TEXT, Kind.LINE) or isinstance(value, str))


def answers_of(library: Library, form: Form, record: Record) -> dict[str, str]:
    data = data_of(record)
    answers = {
        question.key: answer(library, form, question, value)
        for question in form.questions
        if question.kind in _COMPARED and is_answerable(question, value := at(data, question))
    }
    sections = {f"#{heading}": text for heading, text in _SECTION.findall(record.body)}
    return {**answers, **{key: text for key, text in sections.items() if key in {q.key for q in form.questions}}}


@pytest.mark.parametrize("kind", ["praxis", "luecke"])
def test_what_was_answered_is_what_the_file_says(library: Library, kind: str) -> None:
    form = FORMS[kind]
    records = [record for record in library.records() if isinstance(record, (Case, Gap)) and record.kind == kind]
    assert len(records) >= 18
    for record in records:
        data, answers = data_of(record), answers_of(library, form, record)
        proposal = propose(library, filled(kind, answers), kind)
        head = head_of(proposal)
        for question in form.questions:
            if question.key in answers and question.kind in _COMPARED:
                expected = at(data, question)
                if question.kind is Kind.SEVERAL:
                    expected = sorted(expected)
                    assert sorted(at(head, question)) == expected, (record.id, question.key)
                else:
                    assert plain(at(head, question)) == plain(expected), (record.id, question.key)
            elif question.key in answers:
                assert plain(answers[question.key].strip()) in plain(proposal.text), (record.id, question.key)
        assert proposal.unplaced == 0, (record.id, proposal.text.partition("## Nicht zugeordnet")[2])
        assert split_head(Source("", proposal.text))[1] == []
