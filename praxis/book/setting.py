"""From source to PDF: fonts, the typesetter in an empty folder, and the finished file."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

from praxis.book.finishing import finished

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]


class SettingError(Exception):
    """The typesetter refused a source; the text is its message."""


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
def characters() -> frozenset[int]:
    """Code points that every style of the text font has."""
    covered = [frozenset(TTFont(io.BytesIO(content)).getBestCmap()) for content in _font_files().values()]
    return frozenset.intersection(*covered)


@cache
def _font_folder() -> tempfile.TemporaryDirectory[str]:
    """The folder of the fonts: the typesetter reads them when it first needs them, so it stays as long as we run."""
    folder = tempfile.TemporaryDirectory(prefix="praxis-schrift-")
    for name, content in _font_files().items():
        Path(folder.name, name).write_bytes(content)
    return folder


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[_font_folder().name])


def typeset_pdf(source: str, pictures: Mapping[str, bytes]) -> bytes:
    """The finished PDF of a source that may show ``pictures`` (name -> content) and read nothing else.

    Raises :class:`SettingError`.
    """
    with tempfile.TemporaryDirectory(prefix="praxis-buch-") as folder:
        for name, content in pictures.items():
            Path(folder, name).write_bytes(content)
        compiler = typst.Compiler(
            root=folder, font_paths=_fonts(), ignore_system_fonts=True, package_path=folder, package_cache_path=folder
        )
        try:
            raw, warnings = compiler.compile_with_warnings(
                input=source.encode(), format="pdf", pdf_standards=STANDARDS, timestamp=0
            )
        except typst.TypstError as error:
            raise SettingError(error.diagnostic) from None
    # A warning is a page number that does not settle or a font that is not there: nothing to publish.
    if warnings or not isinstance(raw, bytes):
        raise SettingError("\n".join(warning.diagnostic for warning in warnings))
    return finished(raw)
