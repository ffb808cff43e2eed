"""Python and the browser agree: on the shared vectors and on random strings."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from praxis.search import Searcher, build_index, index_files
from praxis.search.stemming import stem
from praxis.search.stopwords import STOP_WORDS
from praxis.search.tokens import tokens, word
from tests.node_running import assert_twin
from tests.vectors import make

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "tests" / "vectors"

ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyzäöüß ",
    "aeoußuäöqüAEOUQ",
    "Famile-/'*:·§ 0123456789\"„“ ",
    "".join(map(chr, range(0x20, 0x250))),
    "".join(map(chr, range(0x300, 0x600))),
    "".join(map(chr, range(0x1E00, 0x2070))),
    "שלוםمرحبا北京한국어नमस्ते😀🎉\ud83d\0\u00ad\u200b\ufeffﬁﬄ\u2028\n\t",
)


def load(name: str) -> Any:
    return json.loads((VECTORS / name).read_text(encoding="utf-8"))


def random_texts() -> list[str]:
    rnd = random.Random(11)
    return ["".join(rnd.choices(rnd.choice(ALPHABETS), k=rnd.randint(1, 40))) for _ in range(600)]


def shuffled_words() -> list[str]:
    """Queries in which filters, numbers and nonsense meet in every order."""
    rnd = random.Random(12)
    words = " ".join(make.FILTER_QUERIES[:46]).split(" ")
    return [" ".join(rnd.choices(words, k=rnd.randint(1, 8))) for _ in range(400)]


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return Searcher(build_index(make.documents(load("corpus.json")), make.SYNONYMS))


def test_the_vectors_are_those_of_this_version(searcher: Searcher) -> None:
    """Run ``python tests/vectors/make.py`` after a change of the method, and read the diff."""
    rows = load("analysis.json")
    assert len(rows) == 2000
    for row in rows:
        analysed = word(row["token"])
        found = (analysed.form, list(analysed.pieces), stem(analysed.form))
        assert found == (row["form"], row["pieces"], row["stem"])
    assert make.filters([row["text"] for row in load("filters.json")]) == load("filters.json")
    expected = load("ranking.json")
    asked = [{"text": row["text"], "typing": row["typing"]} for row in expected]
    assert len(expected) == 300
    assert json.loads(json.dumps(make.ranking(searcher, asked))) == expected


@pytest.mark.node
def test_the_browser_gives_the_same_tokens_order_scores_and_reasons(searcher: Searcher, tmp_path: Path) -> None:
    texts = random_texts()
    expected = {
        "stop_words": sorted(STOP_WORDS),
        "analysis": load("analysis.json"),
        "ranking": load("ranking.json"),
        "random_tokens": [
            [text, [[each, word(each).form, stem(word(each).form)] for each in tokens(text)]] for text in texts
        ],
        "choices": make.plain_choices(),
        "filters": load("filters.json"),
        "random_filters": make.filters([*texts, *shuffled_words()]),
        "random_ranking": make.ranking(searcher, [{"text": text, "typing": True} for text in texts]),
    }
    (tmp_path / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    for name, content in index_files(searcher.index, chunk=4000).items():
        (tmp_path / name).write_bytes(content)
    assert_twin("search", "PRAXIS_SEARCH_DATA", tmp_path)
