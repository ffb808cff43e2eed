"""Python and the browser agree on comparing and matching: on the shared vectors and on random ones."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from praxis.library import Library
from praxis.relations.question import site_searcher
from praxis.search import index_files
from tests.node_running import assert_twin
from tests.vectors import relations


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return relations.library(tmp_path_factory.mktemp("vektoren"))


def test_the_vectors_are_those_of_this_version(library: Library) -> None:
    """Run ``python -m tests.vectors.relations`` after a change of a rule or a wording, and read the diff."""
    kept = json.loads(relations.PATH.read_text(encoding="utf-8"))
    assert kept == json.loads(relations.text_of(relations.vectors(library)))


@pytest.mark.node
def test_the_browser_gives_the_same_results_and_sentences(library: Library, tmp_path: Path) -> None:
    expected = relations.vectors(library)
    seed = random.randrange(2**32)
    expected["comparisons"] += relations.comparisons(library, 300, seed)
    expected["needs"] += relations.needs(library, 300, seed)
    (tmp_path / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    for name, content in index_files(site_searcher(library).index).items():
        (tmp_path / name).write_bytes(content)
    assert_twin("relations", "PRAXIS_RELATIONS_DATA", tmp_path)
