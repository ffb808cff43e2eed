"""The published schemas accept what the loader accepts, in every form, and reject typical mistakes."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from praxis.frontmatter import split_head
from praxis.json_schema import DRAFT, record_schema
from praxis.library import Library
from praxis.records import RECORD_TYPES, Case, Record
from praxis.source import read_source
from tests.builders import _DEFAULTS, load_site
from tests.site.data.support import data, made
from tests.site_building import PROJECT

CASE = {**_DEFAULTS["praxis"], "titel": "Praxis"}


@cache
def real() -> Library:
    return Library.load(PROJECT)


def as_data(value: Any) -> Any:
    """Front matter as JSON: dates are texts."""
    return json.loads(json.dumps(value, default=dt.date.isoformat))


@pytest.fixture(scope="module")
def case_schema(tmp_path_factory: pytest.TempPathFactory) -> Draft202012Validator:
    return Draft202012Validator(record_schema(Case, load_site(tmp_path_factory.mktemp("klein")).vocabulary))


def faults(validator: Draft202012Validator, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.kind)
def test_every_real_record_keeps_its_schema_as_file_and_as_data(record_type: type[Record]) -> None:
    schema = record_schema(record_type, real().vocabulary)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for file in real().files.records:
        if file.type is record_type:
            source, _ = read_source(PROJECT, file.path)
            assert source
            head, _ = split_head(source)
            assert head
            assert faults(validator, as_data(head.data)) == [], file.path


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.kind)
def test_published_records_keep_the_published_schema(tmp_path: Path, record_type: type[Record]) -> None:
    files = made(
        tmp_path,
        cases=[{"id": "a", "zeitraum": "nicht-berichtet", "alter": {"von": "schwangerschaft", "bis": 1}}],
        gaps=[{"id": "a"}],
        reuses=[{"id": "a", "praxis": "a"}],
        chapters=[{"id": "01-a"}],
        materials=[{"id": "a"}],
        meetings=[{"id": "a", "beginn": "2018-11"}],
    )
    schema = data(files, f"schema/{record_type.kind}.json")
    assert schema["$schema"] == DRAFT
    assert schema["$id"] == f"https://praxis.example/daten/schema/{record_type.kind}.json"
    for record in data(files, f"{record_type.folder}.json"):
        assert faults(Draft202012Validator(schema), record) == []


def described(schema: Any) -> Any:
    """Every text for readers in a schema."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in ("title", "description") and isinstance(value, str):
                yield value
            else:
                yield from described(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from described(value)


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.kind)
def test_every_field_is_described_in_german_and_nothing_else_is_said(record_type: type[Record]) -> None:
    schema = record_schema(record_type, real().vocabulary)
    assert all(field.get("description") for field in schema["properties"].values())
    texts = [text for text in described(schema) if " the " in f" {text} " or " of " in f" {text} "]
    assert texts == []


@pytest.mark.parametrize(
    "change",
    [
        {"warum": {"text": "Weil.", "von": "redaktion"}},
        {"standards": {"zugaenge": "So.", "steuerung": None}},
        {"alter": "altersuebergreifend"},
        {"alter": {"von": "schwangerschaft", "bis": 0.5}},
        {"zeitraum": "nicht-berichtet"},
        {"ende_grund": None},
        {"status": "beendet", "ende_grund": "geld"},
        {"kern": ["freiwillig", {"id": "a", "text": "b"}]},
        {"wo": "familie"},
        {"kontext": {"gemeindetyp": "mittelstadt", "jugendamt": {"wert": "kreis", "bedeutung": "hilfreich"}}},
        {"aufwand": {"personal": "bis-0.5"}},
        {"freigabe": {"stelle": "Jugendamt", "datum": "2025-01-01"}},
        {"stufe": "geprueft", "pruefvermerk": {"stelle": "Jugendamt", "datum": "2025-01-01"}},
        {"stand": 2015},
        {"stand": "2015-03"},
        {"quellen": [{"url": "https://kette.example/a"}]},
    ],
    ids=str,
)
def test_every_form_that_editors_may_write_is_valid(
    case_schema: Draft202012Validator, tmp_path: Path, change: dict[str, Any]
) -> None:
    assert faults(case_schema, {**CASE, **change}) == []
    load_site(tmp_path, cases=[{"id": "a", **change}])


@pytest.mark.parametrize(
    "change",
    [
        {"titl": "Vertippt"},
        {"titel": None},
        {"titel": 5},
        {"kurz": "x" * 201},
        {"status": "läuft"},
        {"zeitraum": {"bis": 2010}},
        {"zeitraum": {"von": "seit langem"}},
        {"standards": []},
        {"standards": ["zugänge"]},
        {"standards": {"unbekannt": "Text"}},
        {"themen": "fruehe-hilfen"},
        {"themen": ["unbekannt"]},
        {"alter": "alle"},
        {"alter": {"von": 0}},
        {"stand": "1. Juni 2025"},
        {"kommune": "Bad Ort"},
        {"kontext": {"unbekannt": "ja"}},
        {"kontext": {"gemeindetyp": "dorf"}},
        {"aufwand": {"personal": "viele"}},
        {"quellen": []},
        {"quellen": [{"jahr": 2015}]},
        {"quellen": [{"url": "www.kette.example"}]},
        {"kontakt": "Frau Muster"},
        {"kern": [{"id": "a"}]},
        {"stufe": "geprueft"},
        {"ende_grund": "geld"},
        {"nachweis": {"grad": "beobachtet", "quelle": 0}},
    ],
    ids=str,
)
def test_typical_mistakes_are_rejected(case_schema: Draft202012Validator, change: dict[str, Any]) -> None:
    assert faults(case_schema, CASE) == []
    assert faults(case_schema, {**CASE, **change})


def test_a_missing_mandatory_key_is_rejected(case_schema: Draft202012Validator) -> None:
    for key in ("titel", "kurz", "kommune", "status", "standards", "alter", "themen", "warum", "kontakt", "stand"):
        assert faults(case_schema, {name: value for name, value in CASE.items() if name != key}), key
