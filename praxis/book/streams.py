"""Streams whose last byte is a carriage return, in files that must also pass the strict check of stream lengths.

PDF/A wants the length of a stream to match the bytes before the end-of-line that precedes ``endstream``. Behind data
that end with CR, the line feed of the writer reads as one end-of-line of two bytes, and the length seems to be off by
one. Of compressed data the last byte is the low byte of their checksum (Adler-32), so that one of 256 streams is hit
by chance, and one more byte of content turns it into another.
"""

from __future__ import annotations

import re
import zlib

from pikepdf import Pdf, Stream

_ENDS_WRONG = b"\r\nendstream"
_OBJECTS = re.compile(rb"<<[^<>]*/Type /ObjStm[^<>]*/Length (\d+)[^<>]*>>\s*stream\n")
_RETURN = 0x0D
_STORED = 5
"""Bytes that a block without compression takes besides its content."""
_LONGEST_TAIL = 40


def avoid_returns(document: Pdf) -> None:
    """Lengthen the content of streams that would end with CR, by a line feed behind everything that is read."""
    for item in document.objects:
        if isinstance(item, Stream):
            content = item.read_bytes()
            if zlib.adler32(content) & 0xFF == _RETURN:
                if "/Length1" in item:
                    item.Length1 = int(item.Length1) + 1
                item.write(content + b"\n")


def mended(pdf: bytes) -> bytes | None:
    """A saved file without such ends in its object streams, which exist only once it is saved; None if it fails."""
    if _ENDS_WRONG not in pdf:
        return pdf
    out = bytearray(pdf)
    for found in _OBJECTS.finditer(pdf):
        start, length = found.end(), int(found[1])
        if pdf[start + length - 1] == _RETURN:
            replacement = repacked(zlib.decompress(pdf[start : start + length]), length)
            if replacement is None:
                return None
            out[start : start + length] = replacement
    return bytes(out) if _ENDS_WRONG not in out else None


def repacked(content: bytes, length: int) -> bytes | None:
    """``content``, its first space a line feed, packed to exactly ``length`` bytes; None where it does not fit.

    Better compression leaves room, which blocks without compression fill: one with the last few bytes, then empty ones.
    """
    changed = content.replace(b" ", b"\n", 1)
    for tail in range(1, _LONGEST_TAIL):
        packer = zlib.compressobj(9)
        head = packer.compress(changed[:-tail]) + packer.flush(zlib.Z_SYNC_FLUSH)
        end = _stored(b"", last=True) + zlib.adler32(changed).to_bytes(4, "big")
        room = length - len(head) - len(end) - tail - _STORED
        if room >= 0 and room % _STORED == 0:
            return head + _stored(changed[-tail:]) + _stored(b"") * (room // _STORED) + end
    return None


def _stored(content: bytes, last: bool = False) -> bytes:
    """A block of a deflate stream that holds ``content`` as it is (RFC 1951, 3.2.4)."""
    size = len(content)
    return bytes([last]) + size.to_bytes(2, "little") + (size ^ 0xFFFF).to_bytes(2, "little") + content
