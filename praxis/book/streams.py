"""Streams whose last byte is a carriage return, in files that must also pass the strict check of stream lengths.

PDF/A wants the length of a stream to match the bytes before the end-of-line that precedes ``endstream``. Behind data
that end with CR, the line feed of the writer reads as one end-of-line of two bytes, and the length seems to be off by
one. Of compressed data the last byte is the low byte of their checksum (Adler-32), so that one of 256 streams is hit
by chance, and one more byte of content turns it into another.
"""

from __future__ import annotations

import re
import zlib
from itertools import islice

from pikepdf import Pdf, Stream

_ENDS_WRONG = b"\r\nendstream"
_OBJECTS = re.compile(rb"<<[^<>]*/Type /ObjStm[^<>]*/Length (\d+)[^<>]*>>\s*stream\n")
_RETURN = 0x0D
_SPACE = re.compile(rb" ")
_EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"
_HEADER = 2
_LEVELS = (9, 8, 7, 6)
_MOST_TRIES = 100


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
    """``content``, one of its first spaces a line feed, packed to exactly ``length`` bytes; None where it does not fit.

    Better compression leaves room, which empty blocks behind the header fill (RFC 1951, 3.2.4: blocks without
    compression, which begin at whole bytes).
    """
    for position in islice((found.start() for found in _SPACE.finditer(content)), _MOST_TRIES):
        changed = content[:position] + b"\n" + content[position + 1 :]
        for level in _LEVELS:
            packed = zlib.compress(changed, level)
            blocks, rest = divmod(length - len(packed), len(_EMPTY_BLOCK))
            if blocks >= 0 and rest == 0:
                return packed[:_HEADER] + _EMPTY_BLOCK * blocks + packed[_HEADER:]
    return None
