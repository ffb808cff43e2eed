"""Wrong use of a command."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from praxis.suggestions import did_you_mean, nearest


class UsageError(Exception):
    """Wrong use: an unknown id, path or value; told on standard error, exit code 2."""


_OS_ERRORS = {
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.ENOTDIR: "das ist kein Ordner",
    errno.EEXIST: "dort liegt schon etwas anderes",
    errno.EISDIR: "das ist ein Ordner",
    errno.EACCES: "dafür fehlen die Rechte",
    errno.EPERM: "dafür fehlen die Rechte",
    errno.EROFS: "dort lässt sich nichts schreiben",
    errno.ENOSPC: "der Datenträger ist voll",
}


def os_error_text(error: OSError) -> str:
    """Why a file or folder could not be read or written, as a German sentence."""
    path = str(error.filename or "")
    name = f"„{path[:80]}…“" if len(path) > 80 else f"„{path}“"
    reason = _OS_ERRORS.get(error.errno or 0)
    return f"{name} lässt sich nicht lesen oder schreiben{f': {reason}' if reason else ''}."


def known_id(label: str, name: str, known: Mapping[str, object]) -> str:
    """``name`` if it is among ``known``; else :class:`UsageError` with the nearest (``label``: „Die Kommune“)."""
    if name not in known:
        raise UsageError(f"{label} „{name}“ gibt es nicht. {did_you_mean(nearest(name, tuple(known)))}".strip())
    return name
