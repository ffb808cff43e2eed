"""The reference for editors is complete, true and made from the code."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from praxis.findings import RULES
from praxis.html_policy import INLINE_TAGS
from praxis.library import Library
from praxis.records import RECORD_TYPES, Case, Record, choices
from praxis.records.choices import Meanings, values_of
from praxis.reference.catalogue import reference
from praxis.reference.examples import FOLDER, examples
from praxis.reference.fields import FieldDoc
from praxis.settings import Settings
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.reference import pages

PROJECT = Path(__file__).resolve().parent.parent
CHOICES = {
    name: choice
    for name, choice in vars(choices).items()
    if get_origin(choice) is Annotated and any(isinstance(entry, Meanings) for entry in get_args(choice)[1:])
}


def every_field(record_type: type[Record]) -> list[FieldDoc]:
    return [field for top in reference(record_type).fields for field in top.walk()]


def paths_in(data: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every path of keys that a record's front matter uses, without list indexes."""
    if isinstance(data, BaseModel):
        for name, info in type(data).model_fields.items():
            if name in data.model_fields_set and getattr(data, name) is not None:
                path = (*above, info.alias or name)
                yield path
                yield from paths_in(getattr(data, name), path)
    elif isinstance(data, list):
        for item in data:
            yield from paths_in(item, above)
    elif isinstance(data, dict):
        for item in data.values():
            yield from paths_in(item, above)


@pytest.fixture(scope="module")
def by_path() -> dict[str, Page]:
    """The pages of the reference by their path."""
    model = SiteModel(Library.load(PROJECT), Settings.load(PROJECT))
    return {page.path: page for page in pages(model)}


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.kind)
def test_every_field_is_described_in_words(record_type: type[Record]) -> None:
    """A clerk finds for each field what it means and what to write."""
    for field in every_field(record_type):
        assert field.description.endswith((".", "?")), field.path
        assert field.words, field.path


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.kind)
def test_the_reference_page_covers_every_field(record_type: type[Record], by_path: dict[str, Page]) -> None:
    """No field of the record type is missing on its page, and none is listed twice."""
    data = by_path[f"mitmachen/felder-{record_type.kind}.md"].data
    listed = [*data["required"], *data["optional"]]
    names = [name for field in listed for name in (field["name"], *(inner["name"] for inner in field["inner"]))]
    assert sorted(names) == sorted(".".join(field.path) for field in every_field(record_type))
    assert {field["name"] for field in listed} == {
        info.alias or name for name, info in record_type.model_fields.items()
    }


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.kind)
def test_the_examples_use_every_field(record_type: type[Record]) -> None:
    """Each field has an example in its own record type; what is inside shared groups may have it in another."""
    own = {path for example in examples(record_type) for path in paths_in(example.record)}
    anywhere = {path for kind in RECORD_TYPES for example in examples(kind) for path in paths_in(example.record)}
    fields = {field.path for field in every_field(record_type)}
    assert {path for path in fields if len(path) == 1} <= own
    assert fields <= anywhere


def test_the_examples_have_no_findings(tmp_path: Path) -> None:
    """What the reference shows passes the check, references between the examples included."""
    shutil.copytree(FOLDER, tmp_path / "docs")
    shutil.copytree(PROJECT / "docs" / "vokabular", tmp_path / "docs" / "vokabular")
    found = Library.load(tmp_path, dt.date(2025, 6, 1)).findings
    # The chapters to which the project's standards lead are no examples.
    assert [finding for finding in found if finding.file != "docs/vokabular/standards.yml"] == []


def test_an_example_without_its_notes_is_the_file_without_comments() -> None:
    """What an editor copies is the whole file."""
    example = examples(Case)[0]
    lines = (FOLDER / "praxis" / example.name).read_text(encoding="utf-8").splitlines()
    assert example.text.splitlines() == [line for line in lines if not line.startswith("# ")]


@pytest.mark.parametrize("name", CHOICES)
def test_every_fixed_value_has_a_meaning(name: str) -> None:
    """The meanings name exactly the values of their list."""
    meanings = next(entry for entry in get_args(CHOICES[name])[1:] if isinstance(entry, Meanings))
    assert tuple(meanings.by_value) == values_of(CHOICES[name])


def test_fields_that_name_terms_or_records_say_which() -> None:
    """Ids are linked to the list they come from."""
    kinds = {field.path: field.vocabulary for field in every_field(Case)}
    assert kinds["kommune",] == "kommune"
    assert kinds["standards",] == "standard"
    assert kinds["themen",] == "thema"
    assert kinds["kontext",] == "bedingung"
    assert kinds["herkunft",] == "praxis"


def test_short_forms_and_words_for_unknown_are_told() -> None:
    """What a field takes besides its usual form is read off its validators."""
    words = {field.path: field.words for field in every_field(Case)}
    assert words["kurz",] == "Text, höchstens 200 Zeichen"
    assert words["zeitraum",] == "Gruppe von Feldern oder „nicht-berichtet“"
    assert words["kern",] == "Liste: Gruppe von Feldern; statt der Gruppe genügt der Wert von „text“"


def test_the_page_of_findings_lists_every_rule(by_path: dict[str, Page]) -> None:
    """Each rule stands there with severity and explanation."""
    rules = by_path["mitmachen/befunde.md"].data["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert {rule["severity"] for rule in rules} == {"Fehler", "Hinweis"}


def test_the_page_of_html_is_the_allow_list(by_path: dict[str, Page]) -> None:
    """What the page allows is what the check lets through."""
    assert set(by_path["mitmachen/html.md"].data["tags"]) == INLINE_TAGS


def test_the_page_of_vocabularies_lists_every_id(by_path: dict[str, Page]) -> None:
    """Editors find every id that fields may name."""
    vocabulary = Library.load(PROJECT).vocabulary
    lists = {
        entry["anchor"]: [term["id"] for term in entry["terms"]]
        for entry in by_path["mitmachen/vokabulare.md"].data["vocabularies"]
    }
    assert lists["standards"] == list(vocabulary.standards)
    assert lists["themen"] == list(vocabulary.topics)
    assert lists["uebergaenge"] == list(vocabulary.transitions)
    assert lists["bedingungen"] == list(vocabulary.context_model.conditions)


def test_the_page_for_editors_links_every_reference_page(by_path: dict[str, Page]) -> None:
    """From „Mitmachen“ everything is one click away."""
    text = (PROJECT / "docs" / "mitmachen" / "index.md").read_text(encoding="utf-8")
    assert not [path for path in by_path if f"({path.removeprefix('mitmachen/')}" not in text]
