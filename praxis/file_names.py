"""Names of files and folders that every computer can unpack from the offline copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from praxis.findings import Finding
from praxis.places import clip
from praxis.suggestions import as_id

_PART = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*)?[A-Za-z0-9_-]")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Windows takes these for devices, with any ending."""
_ALLOWED = "Buchstaben ohne Umlaute, Ziffern, Punkt, Bindestrich und Unterstrich"


def is_portable(path: str) -> bool:
    """True if every part of a relative path with forward slashes can be a name on every usual system."""
    return all(_PART.fullmatch(part) and not _DEVICE.fullmatch(part) for part in path.split("/"))


def name_findings(paths: Iterable[str]) -> Iterator[Finding]:
    """Findings for content files that would be published under a name that not every computer can unpack.

    ``paths`` are sorted. Of two that differ in capital letters only, the second is named.
    """
    seen: dict[str, str] = {}
    for path in paths:
        first = seen.setdefault(path.lower(), path)
        if not is_portable(path):
            yield _not_portable(path)
        elif first != path:
            yield _finding(
                path,
                f"Der Name unterscheidet sich von „{clip(first)}“ nur in großen und kleinen Buchstaben.",
                "Geben Sie einer der beiden Dateien einen anderen Namen: Windows und macOS halten sie sonst für dieselbe.",
            )


def _not_portable(path: str) -> Finding:
    *folders, name = path.split("/")
    bad = next((folder for folder in folders if not is_portable(folder)), None)
    what, whom, wrong = ("Der Ordnername", "den Ordner", bad) if bad else ("Der Dateiname", "die Datei", name)
    proposal = clip(_proposal(wrong, keep_ending=bad is None))
    return _finding(
        path,
        f"{what} „{clip(wrong)}“ lässt sich nicht auf jedem Rechner aus der Offline-Kopie auspacken.",
        f"Nennen Sie {whom} „{proposal}“ und passen Sie die Verweise darauf an. Erlaubt sind {_ALLOWED}.",
    )


def _proposal(name: str, *, keep_ending: bool) -> str:
    pure = PurePosixPath(name)
    stem, ending = (pure.stem, pure.suffix.lower()) if keep_ending else (name, "")
    proposed = as_id(stem) or "name"
    return f"{proposed}-1{ending}" if _DEVICE.fullmatch(proposed) else f"{proposed}{ending}"


def _finding(path: str, message: str, remedy: str) -> Finding:
    return Finding(path, 1, 1, None, "datei-name", message, remedy)
