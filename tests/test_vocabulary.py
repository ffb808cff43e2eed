"""The vocabulary files: terms by id, and exact findings for what is wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.findings import Finding
from praxis.library import Library
from praxis.vocabulary_files import load_vocabulary
from tests.broken import TODAY, place, site
from tests.site_building import PROJECT

CHAPTERS = ("zugaenge-fuer-eltern", "gesundheit")


def load(root: Path, name: str, text: str) -> list[Finding]:
    site(root, {f"docs/vokabular/{name}.yml": text})
    return load_vocabulary(root, CHAPTERS)[1]


@pytest.mark.parametrize(
    ("name", "text", "rule", "at", "message"),
    [
        ("themen", "- id: a\n  titel: A\n- id: b\n", "feld-fehlt", (3, 3, "[1].titel"), "Das Pflichtfeld „titel“ fehlt."),
        ("themen", "- {id: a, titel: A}\n- {id: a, titel: B}\n", "kennung-doppelt", (2, 8, "[1].id"), "Die Kennung „a“ steht hier zum zweiten Mal."),
        ("themen", "- {id: A b, titel: A}\n", "kennung-form", (1, 8, "[0].id"), "„A b“ ist keine Kennung."),
        ("themen", "- {id: a, titel: A, ober: bb}\n", "begriff-unbekannt", (1, 27, "[0].ober"), "Die Kennung „bb“ gibt es nicht."),
        ("themen", "- {id: x, titel: X, farbe: rot}\n- {id: a, titel: A}\n", "feld-unbekannt", (1, 21, "[0].farbe"), "Das Feld „farbe“ gibt es nicht."),
        ("themen", "- {id: x}\n- {id: b, titel: A, ober: a}\n- {id: a, titel: A, ober: b}\n", "herkunft-kreis", (3, 27, "[2].ober"), "„a“ ist über Umwege sein eigener Oberbegriff."),
        ("themen", "- {id: a, titel: A, ober: a}\n", "herkunft-kreis", (1, 27, "[0].ober"), "„a“ ist über Umwege sein eigener Oberbegriff."),
        ("themen", "id: a\n", "vokabular-fehlt", (1, 1, None), "Die Vokabulardatei ist keine Liste von Begriffen."),
        ("themen", "- a\n- {id: b, titel: B}\n", "feld-typ", (1, 3, "[0]"), "Hier muss ein Begriff mit seinen Feldern stehen."),
        ("themen", "- id: a\n  titel: [\n", "kopf-syntax", (2, 11, None), "In einer Aufzählung fehlt ein Komma oder die schließende Klammer."),
        ("themen", "- &a {id: a, titel: A}\n", "kopf-anker", (1, 3, "[0]"), "Der Kopf verwendet YAML-Anker, -Verweise oder -Typangaben (&, *, !)."),
        ("themen", "- {id: a, titel: A, titel: B}\n", "feld-doppelt", (1, 21, "[0].titel"), "Das Feld „titel“ steht hier zum zweiten Mal."),
        ("altersgruppen", "- {id: a, titel: A, von: 6, bis: 3}\n", "alter-verdreht", (1, 3, "[0]"), "Das Alter endet, bevor es beginnt."),
        ("uebergaenge", "- {id: a, titel: A, alter: {von: 6, bis: 3}}\n", "alter-verdreht", (1, 28, "[0].alter"), "Das Alter endet, bevor es beginnt."),
        ("begriffe", "- {id: a, titel: A, erklaerung: x, siehe: [b]}\n", "begriff-unbekannt", (1, 44, "[0].siehe[0]"), "Die Kennung „b“ gibt es nicht."),
        ("standards", "- {id: a, titel: A, pruefsteine: [5]}\n", "feld-typ", (1, 35, "[0].pruefsteine[0]"), "Hier muss ein Text stehen, nicht die Zahl 5."),
        ("standards", "- {id: a, titel: A, handbuch: gesundheit}\n- {id: b, titel: B, handbuch: bildung}\n", "kapitel-fehlt", (2, 31, "[1].handbuch"), "Das Kapitel „bildung“ gibt es in der Sammlung nicht."),
        ("kontextmodell", "dimensionen: []\nbedingungen: []\nfragen:\n  - {id: a, dimension: diskurs, frage: Wie?, bedingung: b}\n", "begriff-unbekannt", (4, 57, "fragen[0].bedingung"), "Die Kennung „b“ gibt es nicht."),
        ("kontextmodell", "dimensionen: []\nbedingungen: []\nfragen:\n  - {id: a, dimension: gefuehl, frage: Wie?}\n", "wert-unbekannt", (4, 24, "fragen[0].dimension"), "„gefuehl“ ist hier kein vorgesehener Wert."),
    ],
)  # fmt: skip
def test_a_mistake_in_a_vocabulary_is_named_at_its_place(
    tmp_path: Path, name: str, text: str, rule: str, at: tuple[int, int, str | None], message: str
) -> None:
    found = [finding for finding in load(tmp_path, name, text) if finding.rule == rule]
    assert [(finding.file, place(finding), finding.message) for finding in found] == [
        (f"docs/vokabular/{name}.yml", at, message)
    ]


@pytest.mark.parametrize(
    ("chapter", "remedy"),
    [
        ("gesundheiten", "Meinten Sie „gesundheit“?"),
        (
            "quark",
            "Nennen Sie ein Kapitel mit seinem Dateinamen ohne Nummer und „.md“, oder legen Sie das Kapitel an.",
        ),
    ],
)
def test_a_standard_that_leads_to_no_chapter_is_helped(tmp_path: Path, chapter: str, remedy: str) -> None:
    found = load(tmp_path, "standards", f"- {{id: a, titel: A, handbuch: {chapter}}}\n")
    assert [finding.remedy for finding in found if finding.rule == "kapitel-fehlt"] == [remedy]


def test_a_chapter_whose_file_has_errors_is_a_chapter(tmp_path: Path) -> None:
    site(tmp_path, {"docs/handbuch/01-gesundheit.md": "kein Kopf\n"})
    standards = "- {id: zugaenge, titel: A, handbuch: gesundheit}\n- {id: steuerung, titel: B, handbuch: fehlt}\n"
    (tmp_path / "docs" / "vokabular" / "standards.yml").write_text(standards, encoding="utf-8")
    found = [finding for finding in Library.load(tmp_path, TODAY).findings if finding.rule == "kapitel-fehlt"]
    assert [finding.message for finding in found] == ["Das Kapitel „fehlt“ gibt es in der Sammlung nicht."]


def test_a_collection_without_a_handbook_uses_the_standards_as_they_are(tmp_path: Path) -> None:
    site(tmp_path, {})
    standards = "- {id: zugaenge, titel: A, handbuch: fehlt}\n- {id: steuerung, titel: B}\n"
    (tmp_path / "docs" / "vokabular" / "standards.yml").write_text(standards, encoding="utf-8")
    assert "kapitel-fehlt" not in {finding.rule for finding in Library.load(tmp_path, TODAY).findings}


@pytest.mark.parametrize("name", ["standards", "altersgruppen", "uebergaenge", "themen", "kontextmodell", "begriffe"])
def test_every_vocabulary_must_be_there(tmp_path: Path, name: str) -> None:
    site(tmp_path, {})
    (tmp_path / "docs" / "vokabular" / f"{name}.yml").unlink()
    found = [finding for finding in load_vocabulary(tmp_path)[1] if finding.rule == "vokabular-fehlt"]
    assert [finding.file for finding in found] == [f"docs/vokabular/{name}.yml"]


@pytest.mark.parametrize("content", [b"", b"\x00", b"\xff", b"[" * 30_000, b"a", b"- [[", b"{}", b"- null", b"~"])
def test_no_content_makes_the_loader_fail(tmp_path: Path, content: bytes) -> None:
    for name in ("standards", "altersgruppen", "uebergaenge", "themen", "kontextmodell", "begriffe"):
        site(tmp_path, {f"docs/vokabular/{name}.yml": content})
        Library.load(tmp_path, TODAY)


def test_the_projects_vocabularies_are_as_large_as_promised() -> None:
    vocabulary, found = load_vocabulary(PROJECT)
    assert found == []
    assert len(vocabulary.standards) >= 12
    assert [group.bounds for group in vocabulary.age_groups.values()] == [
        (-0.75, 3),
        (3, 6),
        (6, 10),
        (10, 16),
        (16, 27),
    ]
    assert len(vocabulary.transitions) == 5
    assert len(vocabulary.topics) >= 45
    assert len(vocabulary.glossary) >= 50
    assert len(vocabulary.context_model.dimensions) == 5
    assert len(vocabulary.context_model.conditions) >= 25
    assert len(vocabulary.context_model.questions) >= 100
    assert all(
        any(question.dimension == name for question in vocabulary.context_model.questions.values())
        for name in vocabulary.context_model.dimensions
    )
