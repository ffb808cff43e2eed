"""An artifact of an untrusted run, read as data: one file of the right name, type, size and shape, or nothing."""

from __future__ import annotations

import io
import stat
import zipfile

from pydantic import ValidationError

from praxis.editing.service.reports import FILE, MAX_BYTES, Report

MAX_ARCHIVE = MAX_BYTES


class RefusedError(Exception):
    """Why an artifact is not read, in a German sentence."""


def read_report(archive: bytes) -> Report:
    """The report in the archive of an artifact; raises :class:`RefusedError`."""
    if len(archive) > MAX_ARCHIVE:
        raise RefusedError("Das Archiv ist zu groß.")
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            content = _only_file(opened)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        raise RefusedError("Das Archiv lässt sich nicht öffnen.") from None
    try:
        return Report.model_validate_json(content)
    except ValidationError:
        raise RefusedError("Der Bericht hat nicht die verabredete Form.") from None


def _only_file(opened: zipfile.ZipFile) -> bytes:
    entries = opened.infolist()
    if [entry.filename for entry in entries] != [FILE]:
        raise RefusedError("Das Archiv enthält nicht genau die eine erwartete Datei.")
    entry = entries[0]
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if entry.is_dir() or kind not in (0, stat.S_IFREG):
        raise RefusedError("Im Archiv liegt keine gewöhnliche Datei.")
    with opened.open(entry) as file:
        # What the archive says of a size is no more than a claim.
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise RefusedError("Der Bericht ist zu groß.")
    return content
