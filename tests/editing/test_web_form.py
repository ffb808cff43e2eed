"""The form asks for every field, once, in words that nobody has to know the files for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from praxis.editing import field_labels
from praxis.editing.web_form import FORM_TYPES, GROUPS, every_field, form_spec
from praxis.library import Library
from praxis.records import Record
from praxis.reference.catalogue import reference

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    return form_spec(Library.load(PROJECT).vocabulary)


@pytest.mark.parametrize("record_type", FORM_TYPES, ids=lambda record_type: record_type.kind)
def test_every_field_stands_in_one_place(record_type: type[Record], spec: dict[str, Any]) -> None:
    """Mandatory fields come first, all others in one folded group each."""
    kind = spec["kinds"][record_type.kind]
    grouped = [key for group in GROUPS[record_type] for key in group.keys]
    assert sorted([*kind["required"], *grouped]) == sorted(field.name for field in reference(record_type).fields)
    assert set(kind["required"]) == {field.name for field in reference(record_type).fields if field.required}


def test_every_field_and_choice_has_a_label(spec: dict[str, Any]) -> None:
    for kind in spec["kinds"].values():
        for field in every_field(kind["fields"]):
            assert field["label"], field["key"]
            assert "_" not in field["label"]
            for value, label in field["type"].get("labels", {}).items():
                assert label not in ("", "oeffentlich", "laeuft", "geprueft"), (field["key"], value)


def test_labels_and_hints_name_only_fields_that_there_are() -> None:
    paths = {
        ".".join(field.path)
        for record_type in FORM_TYPES
        for top in reference(record_type).fields
        for field in top.walk()
    }
    ends = paths | {path.split(".")[-1] for path in paths} | {".".join(path.split(".")[-2:]) for path in paths}
    named = [*field_labels.FIELD_LABELS, *field_labels.FIELD_HINTS]
    assert [name for name in named if name.split(":")[-1] not in ends] == []


def test_what_stands_beside_a_field_is_not_about_files(spec: dict[str, Any]) -> None:
    """Nobody who fills in the form meets the notation of the files."""
    shown = [
        (field["key"], field.get("hint", field["help"]))
        for kind in spec["kinds"].values()
        for field in every_field(kind["fields"])
        if field["key"] not in ("wert", "id")
    ]
    assert [(key, hint) for key, hint in shown if "{" in hint or "je Zeile" in hint or "ein Text je" in hint] == []
