"""The finder's model in the browser: against a model that only loops, and against Python's lists by facet."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from praxis.library import Library
from praxis.records import Case, Gap
from praxis.records.values import AgeSpan
from praxis.scripts import read_data_script
from praxis.settings import Settings
from praxis.site.finder import cases_by_place, finder
from praxis.site.finder.case_facets import case_facets
from praxis.site.finder.gap_facets import gap_facets
from praxis.site.model import SiteModel
from tests.finder_sites import finder_model
from tests.site_building import PROJECT
from tests.web.test_bundles import WEB, node_packages

SPANS = {"0-1": (0, 1), "2-5": (2, 5), "schwangerschaft-0": (-0.75, 0), "3-27": (3, 27)}


def written(model: SiteModel) -> dict[str, Any]:
    """The files as the browser loads them, and what Python knows of them without columns."""
    columns, texts = (read_data_script(script) for script in finder(model, "praxis").files.values())
    cases = cases_by_place(model)
    place = {case.id: number for number, case in enumerate(cases)}
    lists = {
        facet.id: {
            value.id: sorted((record.id for record in records), key=place.__getitem__)
            for value, records in zip(facet.values, facet.lists, strict=True)
        }
        for facet in case_facets(model.library)
    }
    spans = {
        name: [case.id for case in cases if isinstance(case.ages, AgeSpan) and case.ages.overlaps(span(*bounds))]
        for name, bounds in SPANS.items()
    }
    newest = sorted(cases, key=lambda case: (-case.as_of.latest.toordinal(), place[case.id]))
    orders = {"ort": list(place), "neu": [case.id for case in newest]}
    return {"columns": columns, "texts": texts, "lists": lists, "spans": spans, "orders": orders}


def whole(model: SiteModel, kind: str) -> dict[str, Any]:
    """A finder's columns, and its records as Python knows them: the values of every facet, and the ages in years."""
    made = finder(model, kind)
    columns = read_data_script(made.files[made.address])
    library = model.library
    records: dict[str, Case | Gap] = {**library.cases} if kind == Case.kind else {**library.gaps}
    facets = case_facets(library) if kind == Case.kind else gap_facets(library)
    held: dict[str, dict[str, list[str]]] = {record: {} for record in columns["ids"].split("\n")}
    for facet in facets:
        for value, found in zip(facet.values, facet.lists, strict=True):
            for record in found:
                held[record.id].setdefault(facet.id, []).append(value.id)
    ages = {key: list(record.ages.bounds) for key, record in records.items() if isinstance(record.ages, AgeSpan)}
    return {"columns": columns, "held": held, "ages": ages}


def span(start: float, end: float) -> AgeSpan:
    return AgeSpan.model_construct(start=start, end=end)


@pytest.mark.node
def test_the_finder_counts_as_a_loop_over_all_records_does(tmp_path: Path) -> None:
    real = SiteModel(Library.load(PROJECT).public, Settings.load(PROJECT))
    esbuild = node_packages() / "esbuild"
    data = tmp_path / "daten"
    data.mkdir()
    content = {**written(finder_model(tmp_path)), "whole": [whole(real, kind) for kind in ("praxis", "luecke")]}
    (data / "written.json").write_text(json.dumps(content), encoding="utf-8")
    bundle = [esbuild, WEB / "src/finder/index.ts", "--bundle", "--format=esm", "--target=es2022", f"--outfile={data / 'finder.mjs'}"]  # fmt: skip
    subprocess.run(bundle, check=True, capture_output=True)
    result = subprocess.run(
        ["node", "--test", WEB / "test" / "finder.test.mjs"],
        env={**os.environ, "PRAXIS_FINDER_DATA": str(data)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-6000:]
