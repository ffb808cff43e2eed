"""The record types: what each names, in which folder it lies, and what an author is told."""

from __future__ import annotations

from typing import Any

import pytest

from praxis.frontmatter import split_head
from praxis.records import RECORD_TYPES, Case, Chapter, Gap, Material, Meeting, Municipality, Record, Reference, Reuse
from praxis.schema import validate
from praxis.source import Source
from tests import broken


def load(record_type: type[Record], text: str) -> Record:
    head, _ = split_head(Source("a.md", text))
    assert head is not None
    record, problems = validate(record_type, head.data)
    assert record is not None, problems
    return record


def test_kinds_folders_and_labels_are_those_of_the_contract() -> None:
    assert {record_type.folder: record_type.kind for record_type in RECORD_TYPES} == {
        "praxis": "praxis",
        "luecken": "luecke",
        "nachnutzung": "nachnutzung",
        "kommunen": "kommune",
        "handbuch": "kapitel",
        "materialien": "material",
        "lernnetzwerk": "treffen",
    }
    assert all(record_type.label for record_type in RECORD_TYPES)


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda kind: kind.__name__)
def test_every_field_has_a_german_name_and_an_explanation(record_type: type[Record]) -> None:
    """The description of a field is its author documentation."""
    for name, field in record_type.model_fields.items():
        assert field.description, name
        assert field.description.strip()[-1] in ".?", name


@pytest.mark.parametrize(
    ("record_type", "keys"),
    [
        (Case, "titel kurz kommune status zeitraum standards alter themen warum kontakt quellen stand"),
        (Gap, "titel frage standards alter themen gemeldet status"),
        (Reuse, "titel praxis kommune ergebnis"),
        (Municipality, "titel art"),
        (Chapter, "titel kurz"),
        (Material, "titel art"),
        (Meeting, "titel art beginn"),
    ],
)
def test_the_minimum_is_small(record_type: type[Record], keys: str) -> None:
    _, problems = validate(record_type, {})
    assert {problem.path for problem in problems} == {(key,) for key in keys.split()}
    assert {problem.rule for problem in problems} == {"feld-fehlt"}


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda kind: kind.__name__)
def test_every_record_may_have_sources_a_date_a_review_and_former_ids(record_type: type[Record]) -> None:
    known = {field.alias or name for name, field in record_type.model_fields.items()}
    assert {"titel", "quellen", "stand", "pruefung", "frueher"} <= known


def named(record: Record) -> set[tuple[Any, ...]]:
    return {(*reference.field, reference.kind, reference.id) for reference in record.references()}


def test_a_case_names_its_place_terms_and_origins() -> None:
    text = broken.case(uebergaenge="uebergaenge: [geburt]", herkunft="herkunft: [a, b]")
    assert named(load(Case, text)) == {
        ("kommune", "kommune", "musterstadt"),
        ("standards", "zugaenge", "standard", "zugaenge"),
        ("themen", 0, "thema", "begruessungsbesuch"),
        ("themen", 1, "thema", "fruehe-hilfen"),
        ("uebergaenge", 0, "uebergang", "geburt"),
        ("herkunft", 0, "praxis", "a"),
        ("herkunft", 1, "praxis", "b"),
    }


def test_a_gap_names_places_meetings_offers_and_answers() -> None:
    text = broken.gap(
        vorgestellt_von="vorgestellt_von: hamm",
        treffen="treffen: t",
        entscheidend="entscheidend: [gemeindetyp]",
        meldungen="meldungen: [{kommune: moers, praxis: p}, {kommune: hamm}]",
        antworten="antworten: [q, {praxis: r}]",
    )
    assert named(load(Gap, text)) >= {
        ("vorgestellt_von", "kommune", "hamm"),
        ("treffen", "treffen", "t"),
        ("entscheidend", 0, "bedingung", "gemeindetyp"),
        ("meldungen", 0, "kommune", "kommune", "moers"),
        ("meldungen", 0, "praxis", "praxis", "p"),
        ("meldungen", 1, "kommune", "kommune", "hamm"),
        ("antworten", 0, "praxis", "praxis", "q"),
        ("antworten", 1, "praxis", "praxis", "r"),
    }


def test_a_reuse_names_originals_and_conditions_but_no_texts() -> None:
    text = broken.reuse(
        praxis="praxis: [a, {id: b}, {text: Anderswo}]",
        neue_praxis="neue_praxis: c",
        anpassungen="anpassungen: [{was: A, weil: Geld}, {was: B, weil: {bedingung: gemeindetyp}}, C]",
        offene_fragen="offene_fragen: [Wie?, {frage: Wo?, bedingung: jugendamt}]",
    )
    assert named(load(Reuse, text)) == {
        ("praxis", 0, "praxis", "a"),
        ("praxis", 1, "praxis", "b"),
        ("neue_praxis", "praxis", "c"),
        ("anpassungen", 1, "weil", "bedingung", "bedingung", "gemeindetyp"),
        ("offene_fragen", 1, "bedingung", "bedingung", "jugendamt"),
    }


def test_chapters_materials_and_meetings_name_terms() -> None:
    assert named(load(Chapter, broken.chapter(standards="standards: [a]"))) == {("standards", 0, "standard", "a")}
    material = load(Material, broken.material(standards="standards: [a]", themen="themen: [b]"))
    assert named(material) == {("standards", 0, "standard", "a"), ("themen", 0, "thema", "b")}
    meeting = load(Meeting, broken.meeting(kommune="kommune: a", themen="themen: [b]", luecken="luecken: [c]"))
    assert list(meeting.references()) == [
        Reference(("kommune",), "kommune", "a"),
        Reference(("themen", 0), "thema", "b"),
        Reference(("luecken", 0), "luecke", "c"),
    ]
    assert list(load(Municipality, broken.municipality()).references()) == []


def test_unknown_is_said_and_missing_is_missing() -> None:
    record = load(Case, broken.case(zeitraum="zeitraum: nicht-berichtet", alter="alter: nicht-berichtet"))
    assert isinstance(record, Case)
    assert (record.period, record.ages, record.evidence, record.context) == (None, "nicht-berichtet", None, {})


def test_context_values_have_one_shape_whatever_the_editor_wrote() -> None:
    text = broken.case(kontext="kontext: {a: ja, b: [x, y], c: {wert: z, bedeutung: hilfreich}, d: {hinweis: offen}}")
    record = load(Case, text)
    assert isinstance(record, Case)
    assert {name: value.values for name, value in record.context.items()} == {
        "a": ["ja"],
        "b": ["x", "y"],
        "c": ["z"],
        "d": [],
    }
