"""Asking the questions of a form in the terminal; what is typed is checked at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast

import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from questionary.prompts.common import InquirerControl

from praxis.editing.answers import Answers
from praxis.editing.forms import FORMS
from praxis.editing.questions import Form, Kind, Question
from praxis.editing.reading import Reader
from praxis.editing.texts import is_empty
from praxis.library import Library
from praxis.suggestions import did_you_mean, nearest

_LONGEST_PLACE = 60
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


@dataclass(slots=True)
class Asked:
    """What a person has answered so far, and about a municipality that they add on the way."""

    answers: Answers
    place: Answers | None = None


def ask(library: Library, asked: Asked, prompts: Prompts) -> None:
    """Put all mandatory questions and, where wanted, the others; what is answered already is not asked.

    The answers go into ``asked`` one by one: who stops (:class:`CancelledError`) has lost none.
    """
    form, given = asked.answers.form, asked.answers.given
    asker = _Asker(library, asked, prompts)
    for question in _needed(form):
        if question.key not in given:
            given[question.key] = asker.ask(question, may_skip=False)
    if prompts.confirm("Weitere, freiwillige Angaben jetzt machen?", default=False):
        for question in form.ordered():
            is_open = question.key not in given and question.kind is not Kind.CONSENT
            if is_open and (answer := asker.ask(question, may_skip=True)):
                given[question.key] = answer


def _needed(form: Form) -> list[Question]:
    return [question for question in form.ordered() if form.is_required(question)]


_ADD, _LATER, _AGAIN = "anlegen", "spaeter", "anders"
_UNKNOWN_PLACE = {
    _ADD: "Die Kommune jetzt mit anlegen",
    _LATER: "Weitermachen; die Kommune trage ich später ein",
    _AGAIN: "Den Namen anders schreiben",
}


class _Asker:
    def __init__(self, library: Library, asked: Asked, prompts: Prompts) -> None:
        self._form, self._asked = asked.answers.form, asked
        self._reader, self._library, self._prompts = Reader(library, self._form), library, prompts

    def ask(self, question: Question, *, may_skip: bool) -> str:
        answer = self._ask(question, may_skip=may_skip)
        while question.kind is Kind.PLACE and answer.strip() and not self._is_understood(question, answer):
            hint = did_you_mean(nearest(answer, self._known(question)))
            message = f"„{answer.strip()}“ gibt es hier noch nicht. {hint}".strip()
            what = self._prompts.one(message, _UNKNOWN_PLACE, may_skip=False)
            if what == _LATER:
                break
            if what == _ADD:
                self._asked.answers.given[question.key] = answer.strip()
                self._ask_place(answer.strip())
                break
            answer = self._ask(question, may_skip=may_skip)
        return answer

    def _ask_place(self, name: str) -> None:
        """Ask about a new municipality what it needs."""
        self._asked.place = Answers(FORMS["kommune"], {"titel": name})
        asker = _Asker(self._library, Asked(self._asked.place), self._prompts)
        for question in _needed(self._asked.place.form):
            if question.key not in self._asked.place.given:
                self._asked.place.given[question.key] = asker.ask(question, may_skip=False)

    def _ask(self, question: Question, *, may_skip: bool) -> str:
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
            # A place that is not here yet is no mistake: what to do about it is the next question.
            if question.kind is Kind.PLACE:
                return (
                    len(answer.strip()) <= _LONGEST_PLACE
                    or f"Der Name ist zu lang; höchstens {_LONGEST_PLACE} Zeichen."
                )
            return self._is_understood(question, answer) or not_understood(self._form, question)

        return check

    def _is_understood(self, question: Question, answer: str) -> bool:
        return self._reader.read(question, answer).is_whole


def not_understood(form: Form, question: Question) -> str:
    """What to tell who gave an answer that no field takes."""
    if question.kind is Kind.PLACE:
        return "Diese Kommune gibt es hier noch nicht. Tragen Sie sie zuerst ein: praxis new kommune"
    return f"Das lässt sich nicht einordnen. {form.help(question)}".strip()


_CHOOSE = "(Pfeiltasten, Eingabetaste)"
_UMLAUTS = "äöüßÄÖÜé"


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
            instruction="(Leertaste wählt, tippen sucht, Eingabetaste weiter)",
            validate=lambda chosen: bool(chosen) or may_skip or "Wählen Sie wenigstens eines.",
            use_search_filter=True,
            use_jk_keys=False,
        )
        _search_with_umlauts(question)
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


def _search_with_umlauts(question: questionary.Question) -> None:
    """Let the search of a list take umlauts: the library's own takes ASCII alone."""
    bindings = question.application.key_bindings
    control = next(c for c in question.application.layout.find_all_controls() if isinstance(c, InquirerControl))
    if not isinstance(bindings, KeyBindings):
        return

    def search(event: KeyPressEvent) -> None:
        control.add_search_character(cast(Keys, event.data))  # the library takes any text and says otherwise

    for letter in _UMLAUTS:
        bindings.add(letter, eager=True)(search)
