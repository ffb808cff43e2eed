"""No stream of a finished file ends with a carriage return, which strict checkers read as part of the line end."""

from __future__ import annotations

import io
import zlib

import pikepdf

from praxis.book.finishing import finished
from praxis.book.streams import avoid_returns, mended, repacked
from praxis.book.typesetter import RawPdf

RETURN = 0x0D


def ending_with_return(start: bytes = b"q ") -> bytes:
    """Content whose checksum, the end of its compressed form, ends with CR."""
    return next(
        content
        for number in range(1000)
        if zlib.adler32(content := start + b"%c %d Q " % (97 + number % 26, number)) & 0xFF == RETURN
    )


def test_streams_that_would_end_so_get_one_more_line_feed() -> None:
    document = pikepdf.new()
    hit, spared = ending_with_return(), b"q Q"
    document.Root.A, document.Root.B = document.make_stream(hit), document.make_stream(spared)
    document.Root.A.Length1 = len(hit)
    avoid_returns(document)
    assert document.Root.A.read_bytes() == hit + b"\n"
    assert int(document.Root.A.Length1) == len(hit) + 1
    assert document.Root.B.read_bytes() == spared


def test_content_is_packed_anew_in_the_same_space() -> None:
    """One space became a line feed, which changes the checksum; nothing else did."""
    content = " ".join(f"{number} 0 obj << /S /P /K [{number * 7 % 13}] >>" for number in range(200)).encode()
    length = len(zlib.compress(content, 6))
    packed = repacked(content, length)
    assert packed is not None
    assert len(packed) == length
    changed = zlib.decompress(packed)
    assert changed.replace(b"\n", b" ") == content
    assert changed.count(b"\n") == 1


def test_content_that_cannot_be_packed_more_tightly_is_left_to_another_way() -> None:
    assert repacked(b"abc def", 10) is None


def test_a_file_without_such_ends_stays_as_it_is() -> None:
    out = io.BytesIO()
    pikepdf.new().save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, static_id=True)
    assert mended(out.getvalue()) == out.getvalue()


def test_no_stream_ends_so_whatever_the_length_of_the_file() -> None:
    """The table of objects holds the places of all others: of 256 lengths one gives it such an end."""
    for length in range(256):
        document = pikepdf.new()
        document.Root.StructTreeRoot = pikepdf.Dictionary()
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = "x" * length
            metadata["pdf:PDFVersion"] = "1.4"
        out = io.BytesIO()
        document.save(out)
        whole = finished(RawPdf(out.getvalue(), {}))
        assert b"\r\nendstream" not in whole
        assert b"/Type /XRef" in whole
