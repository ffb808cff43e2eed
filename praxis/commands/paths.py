"""Paths that users name: relative to the root or to the current folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from praxis.commands.errors import UsageError
from praxis.files import DOCS


def relative_paths(root: Path, paths: Iterable[str]) -> list[str]:
    """The paths relative to the root, with forward slashes; raises :class:`UsageError` for what is no content."""
    found = {path: _relative(root, path) for path in paths}
    for path, relative in found.items():
        if relative != "." and relative.split("/")[0] != DOCS:
            raise UsageError(f"„{path}“ gehört nicht zu den Inhalten; die liegen unter „{root / DOCS}“.")
    return list(found.values())


def is_within(file: str, wanted: list[str]) -> bool:
    """True if a file is one of the wanted paths or lies below one; everything is wanted where none is named."""
    return not wanted or any(path == "." or file == path or file.startswith(f"{path}/") for path in wanted)


def _relative(root: Path, path: str) -> str:
    base = root.resolve()
    for candidate in (Path(path), root / path):
        found = _absolute(candidate)
        if found and found.is_relative_to(base):
            return found.relative_to(base).as_posix()
    raise UsageError(f"Den Pfad „{path}“ gibt es unter „{root}“ nicht.")


def _absolute(path: Path) -> Path | None:
    """Where an existing file lies; a link itself, not what it leads to."""
    try:
        if path.is_symlink():
            return path.parent.resolve() / path.name
        return path.resolve() if path.exists() else None
    except (OSError, ValueError):  # a name too long, or with a NUL
        return None
