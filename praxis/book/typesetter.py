"""The typesetter alone: source and pictures in, raw PDF out. It imports nothing that a process of its own can do without."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import typst

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
_CHILD = "import sys; from praxis.book.typesetter import set_aside; set_aside(*sys.argv[1:])"


class SettingError(Exception):
    """The typesetter refused a source; the text is its message."""


def raw_pdf(source: str, pictures: Mapping[str, bytes], fonts: str) -> bytes:
    """The PDF of a source that may show ``pictures`` (name -> content), use the fonts of a folder and read nothing else.

    Raises :class:`SettingError`.
    """
    with tempfile.TemporaryDirectory(prefix="praxis-buch-") as folder:
        for name, content in pictures.items():
            Path(folder, name).write_bytes(content)
        compiler = typst.Compiler(
            root=folder,
            font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[fonts]),
            package_path=folder,
            package_cache_path=folder,
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
    return raw


def raw_pdf_apart(source: str, pictures: Mapping[str, bytes], fonts: str) -> bytes:
    """The same in a process that holds nothing but the typesetter and ends with it."""
    with tempfile.TemporaryDirectory(prefix="praxis-buch-") as folder:
        work, result = Path(folder, "auftrag"), Path(folder, "ergebnis")
        work.write_bytes(pickle.dumps((source, dict(pictures), fonts)))
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        command = [sys.executable, "-c", _CHILD, str(work), str(result)]
        told = subprocess.run(command, env=environment, capture_output=True, check=False)
        if told.returncode:
            raise SettingError(told.stderr.decode(errors="replace"))
        raw: bytes | SettingError = pickle.loads(result.read_bytes())
    if isinstance(raw, SettingError):
        raise raw
    return raw


def set_aside(work: str, result: str) -> None:
    """What that process does: read the work, leave the PDF or the error."""
    try:
        raw: bytes | SettingError = raw_pdf(*pickle.loads(Path(work).read_bytes()))
    except SettingError as failure:
        raw = failure
    Path(result).write_bytes(pickle.dumps(raw))
