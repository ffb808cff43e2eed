"""The issue forms of the git service, made from the questions, the record types and the vocabularies."""

from __future__ import annotations

from typing import Any

import yaml

from praxis.editing.forms import ISSUE_FORMS
from praxis.editing.questions import SHORT, Form, Kind, Question
from praxis.editing.record_text import BlockDumper
from praxis.settings import Settings
from praxis.suggestions import as_id
from praxis.vocabulary import Vocabulary

FOLDER = ".github/ISSUE_TEMPLATE"
_NOTE = "# Erzeugt mit „scripts/praxis forms“ aus den Feldern und Vokabularen. Bitte nicht von Hand ändern.\n"
_MOST_OPTIONS = 100
"""The git service takes no longer list; beyond it a text field asks for the names."""


def issue_forms(vocabulary: Vocabulary, settings: Settings) -> dict[str, str]:
    """Path -> text of every form, and of the page that offers them."""
    forms = {f"{FOLDER}/{form.type.kind}.yml": _as_yaml(_form(form, vocabulary, settings)) for form in ISSUE_FORMS}
    return {**forms, f"{FOLDER}/config.yml": _as_yaml(_chooser(settings))}


def _form(form: Form, vocabulary: Vocabulary, settings: Settings) -> dict[str, Any]:
    body: list[dict[str, Any]] = [{"type": "markdown", "attributes": {"value": _intro(form, settings)}}]
    is_optional = False
    for question in form.ordered():
        if not is_optional and not form.is_required(question) and question.kind is not Kind.CONSENT:
            is_optional = True
            body.append({"type": "markdown", "attributes": {"value": "## Freiwillig\n\nAlles Weitere macht den Eintrag nützlicher."}})  # fmt: skip
        body.append(_element(form, question, vocabulary))
    return {
        "name": form.name,
        "description": form.intro.partition(". ")[0].partition("? ")[0].rstrip(".?")[:190] + ".",
        "title": f"{form.type.label}: ",
        "labels": [form.label],
        "body": body,
    }


def _intro(form: Form, settings: Settings) -> str:
    example = settings.absolute("mitmachen/beispiel.html")
    terms = settings.absolute("mitmachen/vokabulare.html")
    return (
        f"{form.intro}\n\nEin Beispiel: {example}\nAlle Begriffe: {terms}\n\n"
        "Dieses Formular ist öffentlich. Nennen Sie Stellen, keine Personen."
    )


def _element(form: Form, question: Question, vocabulary: Vocabulary) -> dict[str, Any]:
    options = form.options(question, vocabulary)
    attributes: dict[str, Any] = {"label": question.label, "description": form.help(question)}
    if question.kind is Kind.CONSENT:
        attributes["options"] = [{"label": text, "required": True} for text in options.values()]
        return {"type": "checkboxes", "id": _id(question), "attributes": attributes}
    if options and len(options) <= _MOST_OPTIONS:
        kind = "dropdown"
        attributes |= {"multiple": question.kind is Kind.SEVERAL, "options": list(options.values())}
    else:
        kind = "input" if question.kind in SHORT else "textarea"
        if question.example:
            attributes["placeholder"] = question.example
    element = {"type": kind, "id": _id(question), "attributes": {k: v for k, v in attributes.items() if v != ""}}
    return {**element, "validations": {"required": True}} if form.is_required(question) else element


def _id(question: Question) -> str:
    name = as_id(question.key.replace("#", "text-").replace(".", "-"))
    return f"{name}-angaben" if question.key.endswith(".") else name


def _chooser(settings: Settings) -> dict[str, Any]:
    return {
        "blank_issues_enabled": True,
        "contact_links": [
            {
                "name": "Formular auf der Website (ohne Konto)",
                "url": settings.absolute("mitmachen/formular/index.html"),
                "about": "Dieselben Fragen, ohne Anmeldung, auch ohne Netz; Entwürfe bleiben auf Ihrem Gerät.",
            },
            {
                "name": "Wie ein Beitrag entsteht",
                "url": settings.absolute("mitmachen/index.html"),
                "about": "Vier Wege, eine Checkliste und was nach dem Senden geschieht.",
            },
        ],
    }


def _as_yaml(data: dict[str, Any]) -> str:
    return _NOTE + yaml.dump(data, Dumper=BlockDumper, allow_unicode=True, sort_keys=False, width=1 << 16)
