"""The kept index: the same as a fresh one, made anew when anything changes, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.search import Document, Synonym, build_index, cache
from praxis.search.cache import KEPT, cached_index

DOCUMENTS = [
    Document("a", "praxis", "Hausbesuche", "a.html", {"text": "Besuche nach der Geburt", "orte": ["Köln"]}),
    Document("b", "thema", "Kita", "b.html", {"text": "Kindertagesstätten"}),
]
SYNONYMS = [Synonym("Kita", ("Kindergarten",))]


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one with every index that is really built."""
    made: list[int] = []

    def counted(*arguments: object, **named: object) -> object:
        made.append(1)
        return build_index(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(cache, "build_index", counted)
    return made


def test_an_unchanged_corpus_is_read_and_equals_a_fresh_index(tmp_path: Path, builds: list[int]) -> None:
    first = cached_index(DOCUMENTS, SYNONYMS, tmp_path / "neu")
    assert cached_index(DOCUMENTS, SYNONYMS, tmp_path / "neu") == first == build_index(DOCUMENTS, SYNONYMS)
    assert len(builds) == 1


@pytest.mark.parametrize("what", ["text", "synonym", "order", "url"])
def test_any_change_makes_a_new_index(tmp_path: Path, builds: list[int], what: str) -> None:
    cached_index(DOCUMENTS, SYNONYMS, tmp_path)
    changed = {
        "text": ([Document("a", "praxis", "Hausbesuch", "a.html"), DOCUMENTS[1]], SYNONYMS),
        "synonym": (DOCUMENTS, [Synonym("Kita", ("Hort",))]),
        "order": (DOCUMENTS[::-1], SYNONYMS),
        "url": ([Document("a", "praxis", "Hausbesuche", "x.html", DOCUMENTS[0].fields), DOCUMENTS[1]], SYNONYMS),
    }
    documents, synonyms = changed[what]
    assert cached_index(documents, synonyms, tmp_path) == build_index(documents, synonyms)
    assert len(builds) == 2


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"{}", b'{"kern.js": "praxisDaten(1,{})"}', b"\xff\xfe"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, builds: list[int], damage: bytes) -> None:
    cached_index(DOCUMENTS, SYNONYMS, tmp_path)
    (path,) = tmp_path.glob("*.json")
    path.write_bytes(damage)
    assert cached_index(DOCUMENTS, SYNONYMS, tmp_path) == build_index(DOCUMENTS, SYNONYMS)
    assert len(builds) == 2
    assert path.stat().st_size > 100


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("", encoding="utf-8")
    assert cached_index(DOCUMENTS, SYNONYMS, tmp_path / "datei" / "suche") == build_index(DOCUMENTS, SYNONYMS)


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    for number in range(KEPT + 3):
        cached_index([Document(str(number), "praxis", "x", "y")], (), tmp_path)
    assert len(list(tmp_path.glob("*.json"))) == KEPT
    assert {path.suffix for path in tmp_path.iterdir()} == {".json", ".tsv"}
