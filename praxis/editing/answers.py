"""Taking a filled-in form apart: which text answers which question, and what answers none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from praxis.editing.forms import FORMS
from praxis.editing.questions import Form, Kind, Question
from praxis.suggestions import fold

_HEADING = re.compile(r"#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*")
_BOLD = re.compile(r"\*\*(.+?):?\*\*:?[ \t]*")
_LABELLED = re.compile(r"([^:\n]{3,90})[:?][ \t]*(.*)")
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_LONGEST_LABEL = 200
_LETTERS = re.compile(r"[^a-z0-9]+")
_HEADED_LEAST = 3
"""Parts from which a text counts as headed: then „Label: answer“ inside an answer is no question."""
_ALIKE = 88
"""Likeness (percent) from which a heading that somebody changed still names its question."""


@dataclass(slots=True)
class Answers:
    """The answers of a form by the key of the question, and the rest with the heading it stood under."""

    form: Form
    given: dict[str, str] = field(default_factory=dict)
    rest: list[tuple[str, str]] = field(default_factory=list)


def split_answers(text: str, kind: str | None = None) -> Answers:
    """The answers in a text; the form is the one whose questions the text repeats most, unless ``kind`` names it."""
    forms = [FORMS[kind]] if kind and kind in FORMS else list(FORMS.values())
    splits = [_split(text, form) for form in forms]
    return max(splits, key=lambda answers: len(answers.given))


def _split(text: str, form: Form) -> Answers:
    labels = {_plain(question.label): question for question in form.questions}
    answers = Answers(form)
    lines = text.split("\n")
    parts = list(_parts(lines, labels, _headed))
    if len(parts) < _HEADED_LEAST:
        keys = {_plain(question.path[-1]): question for question in form.questions if len(question.path[-1]) > 1}
        parts = list(_parts(lines, keys | labels, _named))
    for question, part in parts:
        if question is None:
            if part.strip():
                answers.rest.append(("", part.strip("\n")))
        else:
            before = answers.given.get(question.key)
            answers.given[question.key] = f"{before}\n{part}".strip("\n") if before else part.strip("\n")
    return answers


_Found = tuple[Question, str] | None


def _parts(
    lines: Iterable[str], labels: Mapping[str, Question], named: Callable[[str, Mapping[str, Question]], _Found]
) -> Iterator[tuple[Question | None, str]]:
    current: Question | None = None
    held: list[str] = []
    fence = ""
    for line in lines:
        fence = _fence_after(line, fence)
        found = None if fence or len(line) > _LONGEST_LABEL else named(line.strip(), labels)
        if found is None and not (named is _headed and not fence and _ends(current, line)):
            held.append(line)
            continue
        yield current, "\n".join(held)
        current, held = (found[0], [found[1]] if found[1] else []) if found else (None, [line])
    yield current, "\n".join(held)


def _ends(question: Question | None, line: str) -> bool:
    """True for a heading that no form has: what follows is no part of a short answer above it."""
    return question is not None and question.kind not in (Kind.SECTION, Kind.TEXT) and line.startswith("### ")


def _fence_after(line: str, fence: str) -> str:
    """The open code fence after a line, or nothing."""
    mark = _FENCE.match(line)
    if not mark:
        return fence
    if not fence:
        return mark[1]
    return "" if mark[1].startswith(fence) and not line[mark.end() :].strip() else fence


def _headed(line: str, labels: Mapping[str, Question]) -> _Found:
    """The question that a line names as a heading."""
    heading = _HEADING.fullmatch(line)
    name = _plain(heading[1]) if heading else ""
    question = (labels.get(name) or _alike(name, labels)) if name else None
    return (question, "") if question else None


def _named(line: str, labels: Mapping[str, Question]) -> _Found:
    """The question that a line names in any way, and what stands behind it on the same line."""
    if found := _headed(line, labels):
        return found
    bold = _BOLD.fullmatch(line)
    if bold or line.endswith((":", "?")):
        question = labels.get(_plain(bold[1] if bold else line))
        return (question, "") if question else None
    labelled = _LABELLED.fullmatch(line)
    question = labels.get(_plain(labelled[1])) if labelled else None
    return (question, labelled[2]) if labelled and question else None


def _alike(name: str, labels: Mapping[str, Question]) -> Question | None:
    best = max(labels, key=lambda label: fuzz.ratio(name, label), default="")
    return labels[best] if len(name) > 5 and fuzz.ratio(name, best) >= _ALIKE else None


def _plain(text: str) -> str:
    return _LETTERS.sub(" ", fold(text)).strip()
