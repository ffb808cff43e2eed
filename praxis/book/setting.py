"""From source to finished PDF: our fonts, the typesetter, and what is left to do after it."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

from praxis.book.finishing import finished
from praxis.book.typesetter import SettingError, raw_pdf, raw_pdf_apart

__all__ = ["SettingError", "characters", "typeset_pdf", "typeset_pdf_apart"]


def typeset_pdf(source: str, pictures: Mapping[str, bytes]) -> bytes:
    """The finished PDF of a source; see :func:`raw_pdf`."""
    return finished(raw_pdf(source, pictures, _font_folder().name))


def typeset_pdf_apart(source: str, pictures: Mapping[str, bytes]) -> bytes:
    """The same with a process of its own for the typesetter, whose memory goes with it: for one large PDF."""
    return finished(raw_pdf_apart(source, pictures, _font_folder().name))


@cache
def characters() -> frozenset[int]:
    """Code points that every style of the text font has."""
    covered = [frozenset(TTFont(io.BytesIO(content)).getBestCmap()) for content in _font_files().values()]
    return frozenset.intersection(*covered)


@cache
def _font_files() -> Mapping[str, bytes]:
    """The fonts as the typesetter reads them, converted from woff2."""
    folder = files("praxis.book") / "fonts"
    converted = {}
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".woff2"):
            font = TTFont(io.BytesIO(entry.read_bytes()), recalcTimestamp=False)
            font.flavor = None
            out = io.BytesIO()
            font.save(out)
            converted[entry.name.removesuffix(".woff2")] = out.getvalue()
    return converted


@cache
def _font_folder() -> tempfile.TemporaryDirectory[str]:
    """The folder of the fonts: the typesetter reads them when it first needs them, so it stays as long as we run."""
    folder = tempfile.TemporaryDirectory(prefix="praxis-schrift-")
    for name, content in _font_files().items():
        Path(folder.name, name).write_bytes(content)
    return folder
