"""The transfer talk: its questions, its guide, its file, and a record that passes every check."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from praxis.library import Library
from tests.builders import TODAY
from tests.web.node import run_node_test
from tests.web.test_paths import small_site

pytestmark = pytest.mark.node
MODULES = [
    "paths/here",
    "paths/talk",
    "paths/talk_outline",
    "paths/talk_questions",
    "paths/talk_record",
    "relations/cases",
    "relations/model",
    "shared/saved_file",
]
RECORDS = ("erstbesuche-nordstadt", "erstbesuche-suedstadt")


def test_questions_guide_and_record_follow_their_rules(tmp_path: Path) -> None:
    run_node_test("talk", MODULES, tmp_path, small_site(tmp_path / "site"))
    for record in RECORDS:
        shutil.copy(tmp_path / f"{record}.md", tmp_path / "site" / "docs" / "nachnutzung")
    library = Library.load(tmp_path / "site", TODAY)
    assert [finding for finding in library.findings if finding.file.endswith(tuple(f"{id}.md" for id in RECORDS))] == []
    first, second = (library.reuses[record] for record in RECORDS)
    assert (first.municipality.id, first.outcome, first.year) == ("nordstadt", "laeuft", 2025)
    assert first.adopted == ["freiwillig", "kostenlos"]
    (change,) = first.adaptations
    assert (change.what, change.kind, change.planned, change.core_kept) == (
        "Nur auf Wunsch: „später“",
        "zugeschnitten",
        "ja",
        "nein",
    )
    assert change.reason is not None
    assert (change.reason.condition, change.reason.text) == ("gemeindetyp", "yes")
    assert [(each.question, each.dimension) for each in first.open_questions] == [
        ("Wer vertritt bei Krankheit?", "individuell")
    ]
    assert first.moderator == "Landeskoordinierungsstelle"
    assert (second.municipality.text, second.outcome) == ("Südstadt", "vorbereitung")
