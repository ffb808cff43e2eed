"""The kept counts of single documents: the index is the same with all, some or none of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.search import Document, build_index, counts
from praxis.search.cache import cached_index
from praxis.search.counts import NAME, count_tokens
from praxis.search.files import index_files

BEFORE = [
    Document("a", "praxis", "Hausbesuche", "a.html", {"text": "Besuche nach\u2028der Geburt, Haus-Besuche", "orte": ["Köln"]}),
    Document("b", "thema", "Kita", "b.html", {"text": "Kindertagesstätten\tund HAUSBESUCHE"}),
    Document("c", "praxis", "Leer", "c.html"),
    Document("d", "praxis", "Elterncafé", "d.html", {"text": "Café für Eltern § 16", "themen": ["Eltern", "Kita"]}),
]  # fmt: skip
AFTER = [
    BEFORE[3],
    Document("b", "thema", "Kita", "b.html", {"text": "Kindertagesstätten und Haus-Besuche"}),
    Document("e", "praxis", "Familienzentrum", "e.html", {"text": "neben der Kita"}),
    BEFORE[0],
]
"""One changed, one added, one removed, another order."""


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are really counted."""
    seen: list[str] = []

    def counted(document: Document) -> counts.Counts:
        seen.append(document.id)
        return count_tokens(document)

    monkeypatch.setattr(counts, "count_tokens", counted)
    return seen


def _without_index(folder: Path) -> None:
    for path in folder.glob("*.json"):
        path.unlink()


def _same(documents: list[Document], folder: Path) -> None:
    assert index_files(cached_index(documents, (), folder)) == index_files(build_index(documents))


def test_a_cold_a_warm_and_a_partly_warm_cache_give_the_same_index(tmp_path: Path, analysed: list[str]) -> None:
    _same(BEFORE, tmp_path)
    assert analysed == ["a", "b", "c", "d"]
    _without_index(tmp_path)
    analysed.clear()
    _same(BEFORE, tmp_path)
    assert analysed == []
    _same(AFTER, tmp_path)
    assert analysed == ["b", "e"]


def test_only_the_present_documents_are_kept(tmp_path: Path) -> None:
    cached_index(BEFORE, (), tmp_path / "nacheinander")
    cached_index(AFTER, (), tmp_path / "nacheinander")
    cached_index(AFTER, (), tmp_path / "neu")
    assert (tmp_path / "nacheinander" / NAME).read_bytes() == (tmp_path / "neu" / NAME).read_bytes()


@pytest.mark.parametrize("damage", [b"", b"{", b"\n\n", b"\xff\xfe\t\x00", b"a\tb\tc\nd\te"])
def test_a_damaged_file_is_ignored_and_made_anew(tmp_path: Path, damage: bytes) -> None:
    cached_index(BEFORE, (), tmp_path)
    whole = (tmp_path / NAME).read_bytes()
    _without_index(tmp_path)
    (tmp_path / NAME).write_bytes(damage)
    _same(BEFORE, tmp_path)
    assert (tmp_path / NAME).read_bytes() == whole


@pytest.mark.parametrize(("old", "new"), [(b'"Kita":1', b'"Kita":2'), (b'"Geburt":1', b'"Geburt":'), (b"[", b"")])
def test_a_damaged_line_costs_only_its_document(tmp_path: Path, analysed: list[str], old: bytes, new: bytes) -> None:
    cached_index(BEFORE, (), tmp_path)
    whole = (tmp_path / NAME).read_bytes()
    _without_index(tmp_path)
    analysed.clear()
    (tmp_path / NAME).write_bytes(whole.replace(old, new, 1))
    _same(BEFORE, tmp_path)
    assert len(analysed) == 1
    assert (tmp_path / NAME).read_bytes() == whole


def test_another_program_counts_anew(tmp_path: Path, analysed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    cached_index(BEFORE, (), tmp_path)
    analysed.clear()
    monkeypatch.setattr("praxis.search.cache._program", lambda: b"anders")
    _same(BEFORE, tmp_path)
    assert analysed == ["a", "b", "c", "d"]


def test_a_document_given_twice_is_an_error_with_the_cache_too(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two documents have the id 'a'"):
        cached_index([BEFORE[0], BEFORE[0]], (), tmp_path)
