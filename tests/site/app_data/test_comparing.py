"""Data scripts for comparing and matching in the comparing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from praxis.library import Library
from praxis.scripts import read_data_script
from praxis.settings import Settings
from praxis.site.app_data import comparing
from praxis.site.model import SiteModel
from tests.builders import load_site


def written(library: Library) -> dict[str, Any]:
    model = SiteModel(library, Settings.load(library.root))
    return {path: read_data_script(content) for path, content in comparing.files(model)}


def test_cases_are_sorted_by_id_and_the_overview_tells_the_first_of_each_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "CASES_A_FILE", 2)
    library = load_site(tmp_path, cases=[{"id": name} for name in "cab"])
    files = written(library)
    assert files["daten/abgleich.js"]["starts"] == ["a", "c"]
    assert [[case["id"] for case in files[f"daten/abgleich-{number}.js"]] for number in (0, 1)] == [["a", "b"], ["c"]]


def test_a_case_tells_only_what_is_its_own_and_leaves_out_what_is_empty(tmp_path: Path) -> None:
    library = load_site(
        tmp_path,
        cases=[{"id": "a", "kontext": {"raum": {"wert": "laendlich", "bedeutung": "hilfreich", "stand": 2020}}}],
        municipalities=[{"id": "musterstadt", "kontext": {"gemeindetyp": "grossstadt"}, "stand": 2019}],
    )
    files = written(library)
    (case,) = files["daten/abgleich-0.js"]
    assert case["context"] == {"raum": [["laendlich"], "2020", "hilfreich"]}
    assert not {"evidence", "reuse", "changed"} & case.keys()
