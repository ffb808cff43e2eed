"""The typesetter alone: source and pictures in, raw PDF and its places out. It imports nothing that a process of its own can do without."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import typst

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
_CHILD = "import sys; from praxis.book.typesetter import set_aside; set_aside(*sys.argv[1:])"


_SPARING = {"MALLOC_ARENA_MAX": "1"}
"""One heap for all threads, where the C library is glibc: they hardly allocate at once, and each heap has its gaps."""
_SOURCE = "buch.typ"
_PLACES = """
query(selector(heading).or(metadata)).filter(found => found.has("label")).map(found => {
  let place = found.location().position()
  let words = if found.func() == heading { found.body.at("text", default: "") } else { found.value }
  (str(found.label), place.page, place.x.pt(), place.y.pt(), words)
})
"""
"""Asks the set document where its labels are; the pages themselves stay as they are."""


class Place(NamedTuple):
    """Where a label is: page from 1, points from the left and the upper edge; ``words`` say what is there."""

    page: int
    left: float
    top: float
    words: str


class RawPdf(NamedTuple):
    """What the typesetter makes: the file, and the places of its labels that links within it lead to."""

    content: bytes
    places: dict[str, Place]


class SettingError(Exception):
    """The typesetter refused a source; the text is its message."""


def raw_pdf(source: str, pictures: Mapping[str, bytes], fonts: str) -> RawPdf:
    """The PDF of a source that may show ``pictures`` (name -> content), use the fonts of a folder and read nothing else.

    Raises :class:`SettingError`.
    """
    with tempfile.TemporaryDirectory(prefix="praxis-buch-") as folder:
        for name, content in pictures.items():
            Path(folder, name).write_bytes(content)
        Path(folder, _SOURCE).write_text(source, encoding="utf-8")
        compiler = typst.Compiler(
            input=str(Path(folder, _SOURCE)),
            root=folder,
            font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[fonts]),
            package_path=folder,
            package_cache_path=folder,
        )
        try:
            raw, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=STANDARDS, timestamp=0)
            places = json.loads(compiler.eval(_PLACES))
        except typst.TypstError as error:
            raise SettingError(error.diagnostic) from None
    # A warning is a page number that does not settle or a font that is not there: nothing to publish.
    if warnings or not isinstance(raw, bytes):
        raise SettingError("\n".join(warning.diagnostic for warning in warnings))
    return RawPdf(raw, {label: Place(*place) for label, *place in places})


def raw_pdf_apart(source: str, pictures: Mapping[str, bytes], fonts: str) -> RawPdf:
    """The same in a process that holds nothing but the typesetter and ends with it."""
    with tempfile.TemporaryDirectory(prefix="praxis-buch-") as folder:
        work, result = Path(folder, "auftrag"), Path(folder, "ergebnis")
        work.write_bytes(pickle.dumps((source, dict(pictures), fonts)))
        environment = {**os.environ, **_SPARING, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        command = [sys.executable, "-c", _CHILD, str(work), str(result)]
        told = subprocess.run(command, env=environment, capture_output=True, check=False)
        if told.returncode:
            raise SettingError(told.stderr.decode(errors="replace"))
        raw: RawPdf | SettingError = pickle.loads(result.read_bytes())
    if isinstance(raw, SettingError):
        raise raw
    return raw


def set_aside(work: str, result: str) -> None:
    """What that process does: read the work, leave the PDF or the error."""
    try:
        raw: RawPdf | SettingError = raw_pdf(*pickle.loads(Path(work).read_bytes()))
    except SettingError as failure:
        raw = failure
    Path(result).write_bytes(pickle.dumps(raw))
