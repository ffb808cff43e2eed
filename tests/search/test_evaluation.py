"""Evaluating foreign corpora: lines that are odd, missing, doubled or no JSON at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from praxis.search.evaluation import evaluate


def lines(path: Path, *records: Any) -> Path:
    path.write_text("".join(f"{each if isinstance(each, str) else json.dumps(each)}\n" for each in records), "utf-8")
    return path


def run(folder: Path, corpus: list[Any], queries: list[Any], depth: int = 100) -> list[list[str]]:
    out = folder / "run.tsv"
    evaluate(lines(folder / "corpus", *corpus), lines(folder / "queries", *queries), out, depth)
    return [line.split("\t") for line in out.read_text(encoding="utf-8").splitlines()]


CORPUS = [
    {"id": "a", "title": "Hausbesuche", "text": "Besuche nach der Geburt", "url": "x", "other": {"deep": [1]}},
    {"id": 7, "title": "Kita", "text": ["Eine Liste", "von Texten"]},
]


def test_a_run_has_query_document_rank_and_score(tmp_path: Path) -> None:
    found = run(tmp_path, CORPUS, [{"id": "q1", "text": "Hausbesuch"}, {"id": 2, "text": "Kita Besuch"}])
    assert [row[:3] for row in found] == [["q1", "a", "1"], ["2", "7", "1"], ["2", "a", "2"]]
    assert all(float(row[3]) > 0 for row in found)


def test_scores_fall_along_a_run_also_where_pages_with_the_phrase_come_first(tmp_path: Path) -> None:
    corpus = [
        {"id": "a", "title": "Frühe Hilfen", "text": "Hilfen, frühe Hilfen, früh"},
        {"id": "b", "title": "Anderes", "text": "Besuche nach der Geburt und noch vieles mehr, etwa Hilfen"},
        {"id": "c", "title": "Nach der Geburt", "text": "Besuche und Hilfen"},
    ]
    found = run(
        tmp_path,
        corpus,
        [{"id": "q", "text": 'Hilfen "Besuche nach der Geburt"'}, {"id": "r", "text": "Hilfen -Anderes"}],
    )
    assert next(row[:2] for row in found if row[0] == "q") == ["q", "b"]
    assert [row[1] for row in found if row[0] == "r"][-1] == "b"
    for query in ("q", "r"):
        scores = [float(row[3]) for row in found if row[0] == query]
        assert len(scores) == 3
        assert scores == sorted(scores, reverse=True)


def test_empty_lines_and_other_keys_are_ignored_and_the_first_of_equal_ids_counts(tmp_path: Path) -> None:
    corpus = ["", *CORPUS, "   ", {"id": "a", "title": "Anderes", "text": "Zahnarzt"}]
    found = run(tmp_path, corpus, ["", {"id": "q", "text": "Zahnarzt"}, {"id": "q", "text": "Hausbesuche"}])
    assert found == []
    assert run(tmp_path, corpus, [{"id": "q", "text": "Hausbesuche"}])[0][1] == "a"


def test_the_depth_limits_the_list(tmp_path: Path) -> None:
    corpus = [{"id": str(at), "title": f"Kita {at}", "text": "Kita"} for at in range(9)]
    assert len(run(tmp_path, corpus, [{"id": "q", "text": "Kita"}], depth=3)) == 3


def test_documents_and_queries_without_words_are_no_error(tmp_path: Path) -> None:
    corpus = [{"id": "a"}, {"id": "b", "title": None, "text": 3}, {"id": "c", "title": "…", "text": "\ud83d"}]
    assert run(tmp_path, corpus, [{"id": "q"}, {"id": "r", "text": "\ud83d …"}, {"id": "s", "text": "3"}])[0][:2] == [
        "s",
        "b",
    ]


def test_an_empty_corpus_gives_an_empty_run(tmp_path: Path) -> None:
    assert run(tmp_path, [], [{"id": "q", "text": "Kita"}]) == []


def test_signs_that_would_break_the_run_are_taken_out_of_ids(tmp_path: Path) -> None:
    corpus = [{"id": "a\tb\nc", "title": "Kita", "text": ""}]
    assert run(tmp_path, corpus, [{"id": "q\t1", "text": "Kita"}])[0][:3] == ["q 1", "a b c", "1"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "kein JSON"),
        ("[1]", "kein JSON-Objekt"),
        ('{"title": "x"}', "keine Kennung (id)"),
        ("[" * 100_000, "kein JSON"),
    ],
)
def test_a_line_that_is_no_record_is_named_with_its_number(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(ValueError, match="corpus:2: ") as error:
        run(tmp_path, [CORPUS[0], line], [])
    assert message in str(error.value)
