"""Reading a contributed file: bytes to text within limits, with the exact place of what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.source import MAX_BYTES, MAX_LINE, hidden_character, position, read_source


def read(tmp_path: Path, content: bytes) -> tuple[str | None, list[tuple[int, int, str]]]:
    """The text and the place and rule of every finding."""
    (tmp_path / "a.md").write_bytes(content)
    source, findings = read_source(tmp_path, "a.md")
    return source.text if source else None, [(found.line, found.column, found.rule) for found in findings]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"a\r\nb\nc\rd", "a\nb\nc\nd"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"\xef\xbb\xbf", ""),
        (b"", ""),
        ("Größe – „gut“ 👨‍👩‍👧\n".encode(), "Größe – „gut“ 👨‍👩‍👧\n"),
    ],
)
def test_line_ends_and_byte_order_marks_are_taken_away(tmp_path: Path, content: bytes, text: str) -> None:
    assert read(tmp_path, content) == (text, [])


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("Grüße".encode("latin-1"), (1, 3)),
        (b"a\nb\xfcc\n", (2, 2)),
        (b"a\r\n\r\nb\xfc\r\n", (3, 2)),
        (b"a\rb\xfc\r", (2, 2)),
        (b"\xef\xbb\xbfab\xfc", (1, 3)),
        ("ÄÖ".encode() + b"\xe4", (1, 3)),
        (b"\xff", (1, 1)),
        (b"ab\xc3", (1, 3)),
        (b"ab\xed\xa0\x80", (1, 3)),
        (b"ab\xc0\xaf", (1, 3)),
    ],
)
def test_a_file_that_is_not_utf8_is_named_with_the_first_wrong_character(
    tmp_path: Path, content: bytes, place: tuple[int, int]
) -> None:
    assert read(tmp_path, content) == (None, [(*place, "datei-kodierung")])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le"])
def test_utf16_is_told_apart_from_binary_files(tmp_path: Path, encoding: str) -> None:
    """Windows calls it „Unicode“, and editors save in it by mistake."""
    mark = {"utf-16-be": b"\xfe\xff", "utf-16-le": b"\xff\xfe"}.get(encoding, b"")
    assert read(tmp_path, mark + "Text".encode(encoding)) == (None, [(1, 1, "datei-kodierung")])


@pytest.mark.parametrize(
    "content",
    [b"a\0b", b"%PDF-1.7\n", b"{\\rtf1 Text}", b"PK\x03\x04", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"GIF89a"],
)
def test_renamed_binary_files_are_no_text(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path, content) == (None, [(1, 1, "datei-kein-text")])


@pytest.mark.parametrize("size", [MAX_BYTES, MAX_BYTES + 1])
def test_a_file_may_have_one_mebibyte(tmp_path: Path, size: int) -> None:
    content = (b"a" * 99 + b"\n") * (size // 100) + b"a" * (size % 100)
    text, findings = read(tmp_path, content)
    assert (text is not None) is (size == MAX_BYTES)
    assert findings == ([] if size == MAX_BYTES else [(1, 1, "datei-zu-gross")])


@pytest.mark.parametrize("length", [MAX_LINE, MAX_LINE + 1])
def test_a_line_may_have_twenty_thousand_characters(tmp_path: Path, length: int) -> None:
    text, findings = read(tmp_path, b"a\n" + "ä".encode() * length + b"\nb\n")
    assert (text is not None) is (length == MAX_LINE)
    assert findings == ([] if length == MAX_LINE else [(2, MAX_LINE + 1, "zeile-zu-lang")])


@pytest.mark.parametrize(
    "character",
    [
        *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u2028\x07\x1b\x7f\x85\x9b"
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_characters_that_nobody_sees_get_a_finding_and_the_text_is_still_read(tmp_path: Path, character: str) -> None:
    text, findings = read(tmp_path, f"Eins\nZwei {character}drei\n".encode())
    assert text == f"Eins\nZwei {character}drei\n"
    assert findings == [(2, 6, "zeichen-unsichtbar")]


@pytest.mark.parametrize(
    "text", ["Soft\u00adhyphen", "schmal\u202fe", "fest\u00a0", "👩\u200d🏫", "می\u200cخواهم", "e\u0301", "\t"]
)
def test_characters_that_writing_needs_are_no_finding(text: str) -> None:
    assert hidden_character(text) is None


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("/etc/hostname")
    source, findings = read_source(tmp_path, "a.md")
    assert source is None
    assert [found.rule for found in findings] == ["datei-verweis"]


def test_a_folder_or_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "ordner.md").mkdir()
    for name in ("ordner.md", "fehlt.md", "x" * 300):
        source, findings = read_source(tmp_path, name)
        assert source is None
        assert [found.rule for found in findings] == ["datei-lesbar"]


@pytest.mark.parametrize(("index", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (2, 3)), (6, (3, 1))])
def test_positions_count_lines_and_characters_from_one(index: int, place: tuple[int, int]) -> None:
    assert position("äö\nüß\n", index) == place
