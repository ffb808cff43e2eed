"""The judged searches: what the search must reach on them, all together and for every kind of search."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from praxis.library import Library
from praxis.relations.site_search import site_searcher
from praxis.search.evaluation import Judged, ndcg, page_of, read_judged

ROOT = Path(__file__).parents[2]
JUDGED = list(read_judged(ROOT / "tests" / "golden" / "suche.tsv"))
LEAST = {
    "frage": 0.66,
    "beugung": 0.88,
    "kompositum": 0.9,
    "umlaut": 0.88,
    "bindestrich": 0.68,
    "abkürzung": 0.94,
    "tippfehler": 0.9,
    "synonym": 0.92,
    "phrase": 0.95,
    "ort": 0.78,
    "seite": 0.8,
}
"""nDCG@10 of each kind; kinds of less than five searches vary too much to be held."""


@pytest.fixture(scope="module")
def values() -> dict[str, list[float]]:
    searcher = site_searcher(Library.load(ROOT).public)
    entries = searcher.index.entries
    found: dict[str, list[float]] = defaultdict(list)
    for each in JUDGED:
        ranked = (page_of(entries[hit.document].url) for hit in searcher.order(each.text))
        found[each.kind].append(ndcg(ranked, each.grades))
    return found


def test_there_are_enough_judged_searches_of_every_kind() -> None:
    assert len(JUDGED) >= 150
    assert set(LEAST) <= {each.kind for each in JUDGED}


def test_all_searches_together_reach_their_mark(values: dict[str, list[float]]) -> None:
    everything = [value for listed in values.values() for value in listed]
    assert sum(everything) / len(everything) >= 0.86


@pytest.mark.parametrize("kind", LEAST)
def test_each_kind_of_search_reaches_its_mark(values: dict[str, list[float]], kind: str) -> None:
    assert sum(values[kind]) / len(values[kind]) >= LEAST[kind]


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        (["a", "b"], 1.0),
        (["b", "a"], 0.7098),
        (["x", "a"], 0.5788),
        (["a", "a", "b"], 1.0),
        (["x"] * 20 + ["a"], 0.5788),
        ([], 0.0),
    ],
)
def test_ndcg_counts_grades_and_places_and_every_target_once(ranked: list[str], expected: float) -> None:
    assert ndcg(ranked, {"a": 3, "b": 1}) == pytest.approx(expected, abs=1e-4)


def test_a_line_of_the_file_is_kind_text_and_targets(tmp_path: Path) -> None:
    path = tmp_path / "suche.tsv"
    path.write_text("# Kommentar\nfrage\tWer hilft?\tpraxis/a:3 glossar/b:1\n", encoding="utf-8")
    assert list(read_judged(path)) == [Judged("frage", "Wer hilft?", {"praxis/a": 3, "glossar/b": 1})]


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("praxis/a.html", "praxis/a"),
        ("handbuch/a.html#b", "handbuch/a"),
        ("glossar/index.html#b", "glossar/b"),
        ("kontextmodell/index.html#b", "kontextmodell/index"),
    ],
)
def test_judgements_name_pages_without_their_ending(url: str, page: str) -> None:
    assert page_of(url) == page
