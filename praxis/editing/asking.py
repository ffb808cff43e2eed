"""Asking the questions of a form in the terminal; what is typed is checked at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import questionary

from praxis.editing.answers import Answers
from praxis.editing.questions import Form, Kind, Question
from praxis.editing.reading import Reader
from praxis.editing.texts import is_empty
from praxis.library import Library

_MANY = (Kind.LINES, Kind.SOURCES, Kind.CONTEXT, Kind.NOTES, Kind.CASES)
"""Kinds whose answers have one line an entry."""
Check = Callable[[str], bool | str]


class CancelledError(Exception):
    """The person at the keyboard stopped."""


class Prompts(Protocol):
    """How questions are put; answers are texts as a form would have them."""

    def text(self, message: str, check: Check, known: list[str]) -> str:
        """One line; ``known`` are completions."""

    def one(self, message: str, options: Mapping[str, str], *, may_skip: bool) -> str:
        """One of the options."""

    def several(self, message: str, options: Mapping[str, str], *, may_skip: bool) -> list[str]:
        """Some of the options."""

    def confirm(self, message: str, *, default: bool) -> bool:
        """Yes or no."""


def ask(library: Library, form: Form, given: Mapping[str, str], prompts: Prompts) -> Answers:
    """The answers of a person to all mandatory questions and, where wanted, to the others; ``given`` is not asked."""
    answers = Answers(form, dict(given))
    asker = _Asker(library, form, prompts)
    needed = [question for question in form.ordered() if form.is_required(question)]
    others = [q for q in form.ordered() if not form.is_required(q) and q.kind is not Kind.CONSENT]
    for question in needed:
        if question.key not in answers.given:
            answers.given[question.key] = asker.ask(question, may_skip=False)
    if prompts.confirm("Weitere, freiwillige Angaben jetzt machen?", default=False):
        for question in others:
            if question.key not in answers.given and (answer := asker.ask(question, may_skip=True)):
                answers.given[question.key] = answer
    return answers


class _Asker:
    def __init__(self, library: Library, form: Form, prompts: Prompts) -> None:
        self._reader, self._form, self._prompts = Reader(library, form), form, prompts
        self._library = library

    def ask(self, question: Question, *, may_skip: bool) -> str:
        options = self._form.options(question, self._library.vocabulary)
        help_text = self._help(question, options)
        message = f"{question.label}\n  {help_text}\n " if help_text else question.label
        if question.kind in (Kind.ONE, Kind.RELEASE):
            return options.get(self._prompts.one(message, options, may_skip=may_skip), "")
        if question.kind is Kind.SEVERAL:
            return ", ".join(options[v] for v in self._prompts.several(message, options, may_skip=may_skip))
        if question.kind in _MANY:
            return self._lines(question, message, may_skip)
        return self._prompts.text(message, self._check(question, may_skip), self._known(question))

    def _lines(self, question: Question, message: str, may_skip: bool) -> str:
        lines: list[str] = []
        while True:
            is_done = may_skip or bool(lines)
            hint = "(leer: fertig) " if is_done else ""
            line = self._prompts.text(f"{message}{hint}", self._check(question, is_done), self._known(question))
            if not line.strip():
                return "\n".join(lines)
            lines.append(f"- {line.strip()}")
            message = "… noch etwas? "

    def _help(self, question: Question, options: Mapping[str, str]) -> str:
        text = "" if options else self._form.help(question)
        return f"{text} (z. B. {question.example.splitlines()[0]})" if question.example and not options else text

    def _known(self, question: Question) -> list[str]:
        if question.kind is Kind.PLACE:
            return sorted(record.title for record in self._library.municipalities.values())
        return sorted(record.title for record in self._library.cases.values()) if question.kind is Kind.CASES else []

    def _check(self, question: Question, may_skip: bool) -> Check:
        def check(answer: str) -> bool | str:
            if is_empty(answer):
                return may_skip or "Diese Angabe wird gebraucht."
            limit = 200 if question.key == "kurz" else None
            if limit and len(answer.strip()) > limit:
                return f"{len(answer.strip())} Zeichen; höchstens {limit} sind erlaubt."
            return self._reader.read(question, answer).is_whole or not_understood(self._form, question)

        return check


def not_understood(form: Form, question: Question) -> str:
    """What to tell who gave an answer that no field takes."""
    if question.kind is Kind.PLACE:
        return "Diese Kommune gibt es hier noch nicht. Tragen Sie sie zuerst ein: praxis new kommune"
    return f"Das lässt sich nicht einordnen. {form.help(question)}".strip()


_CHOOSE = "(Pfeiltasten, Eingabetaste)"


class TerminalPrompts:
    """Prompts of a real terminal."""

    def text(self, message: str, check: Check, known: list[str]) -> str:
        """See :class:`Prompts`."""
        if known:
            return str(self._asked(questionary.autocomplete(message, known, validate=check, match_middle=True)))
        return str(self._asked(questionary.text(message, validate=check)))

    def one(self, message: str, options: Mapping[str, str], *, may_skip: bool) -> str:
        """See :class:`Prompts`."""
        choices = [questionary.Choice(title, value) for value, title in options.items()]
        skip = [questionary.Choice("(nicht bekannt)", "")] if may_skip else []
        return str(self._asked(questionary.select(message, [*skip, *choices], instruction=_CHOOSE)))

    def several(self, message: str, options: Mapping[str, str], *, may_skip: bool) -> list[str]:
        """See :class:`Prompts`."""
        question = questionary.checkbox(
            message,
            [questionary.Choice(title, value) for value, title in options.items()],
            instruction="(Leertaste wählt, tippen sucht (ü als ue), Eingabetaste weiter)",
            validate=lambda chosen: bool(chosen) or may_skip or "Wählen Sie wenigstens eines.",
            use_search_filter=True,
            use_jk_keys=False,
        )
        return [str(value) for value in self._asked(question)]

    def confirm(self, message: str, *, default: bool) -> bool:
        """See :class:`Prompts`."""
        answers = ["Ja", "Nein"] if default else ["Nein", "Ja"]
        return str(self._asked(questionary.select(message, answers, instruction=_CHOOSE))) == "Ja"

    @staticmethod
    def _asked(question: questionary.Question) -> Any:
        answer = question.ask(kbi_msg="")
        if answer is None:
            raise CancelledError
        return answer
