"""The forms of the git service and the files for editors' programs: made from the schema, whole, and up to date."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import yaml

from praxis.commands.forms import generated
from praxis.editing.forms import FORMS, ISSUE_FORMS, OFFICE_FIELDS
from praxis.editing.questions import Form, Kind
from praxis.library import Library
from praxis.settings import Settings
from tests.site_building import PROJECT


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return generated(Library.load(PROJECT), Settings.load(PROJECT))


def elements(text: str) -> list[dict[str, Any]]:
    return [element for element in yaml.safe_load(text)["body"] if element["type"] != "markdown"]


def test_what_is_committed_is_what_the_schema_makes(made: dict[str, str]) -> None:
    """„scripts/praxis forms“ was run after the last change of fields or vocabularies."""
    stale = [path for path, text in made.items() if (PROJECT / path).read_text(encoding="utf-8") != text]
    assert not stale


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.type.kind)
def test_every_field_is_asked_for_or_left_to_the_office(form: Form) -> None:
    fields = {info.alias or name for name, info in form.type.model_fields.items()}
    asked = {question.path[0] for question in form.questions} & fields
    assert asked | OFFICE_FIELDS[form.type.kind] == fields
    assert not asked & OFFICE_FIELDS[form.type.kind]


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.type.kind)
def test_a_question_fills_a_field_that_exists(form: Form) -> None:
    free = (Kind.SECTION, Kind.CONSENT, Kind.NOTES)
    assert not [q.key for q in form.questions if q.kind not in free and form.doc(q) is None]


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.type.kind)
def test_mandatory_fields_are_mandatory_questions(form: Form) -> None:
    """A form that is filled in as it insists has every mandatory field."""
    required = {info.alias or name for name, info in form.type.model_fields.items() if info.is_required()}
    insisted = {question.path[0] for question in form.questions if form.is_required(question)}
    assert required - OFFICE_FIELDS[form.type.kind] <= insisted


@pytest.mark.parametrize("form", ISSUE_FORMS, ids=lambda form: form.type.kind)
def test_the_service_accepts_the_form(made: dict[str, str], form: Form) -> None:
    """Its rules: unique ids and labels, unique options, none called „None“, texts only, not too long."""
    text = made[f".github/ISSUE_TEMPLATE/{form.type.kind}.yml"]
    top = yaml.safe_load(text)
    assert set(top) == {"name", "description", "title", "labels", "body"}
    assert all(isinstance(top[key], str) and top[key].strip() for key in ("name", "description", "title"))
    assert len(top["body"]) <= 100
    labels = [element["attributes"]["label"] for element in elements(text)]
    assert len(labels) == len(set(labels)) == len({element["id"] for element in elements(text)})
    for element in elements(text):
        attributes = element["attributes"]
        assert set(element) <= {"type", "id", "attributes", "validations"}
        assert all(isinstance(value, str) for key, value in attributes.items() if key not in ("options", "multiple"))
        if element["type"] == "dropdown":
            options = attributes["options"]
            assert 2 <= len(options) == len(set(options)) <= 100
            assert all(isinstance(option, str) and option.lower() != "none" for option in options)


def test_mandatory_questions_come_first(made: dict[str, str]) -> None:
    needed = [
        element.get("validations", {}).get("required", False)
        for element in elements(made[".github/ISSUE_TEMPLATE/praxis.yml"])
        if element["type"] != "checkboxes"
    ]
    assert needed == sorted(needed, reverse=True)


def test_the_schemas_for_editors_are_valid_and_named_in_the_settings(made: dict[str, str]) -> None:
    named = json.loads(made[".vscode/settings.json"])["yaml.schemas"]
    schemas = [path for path in made if path.startswith(".vscode/schema/")]
    assert set(named) == {f"./{path}" for path in schemas}
    for path in schemas:
        jsonschema.Draft202012Validator.check_schema(json.loads(made[path]))
