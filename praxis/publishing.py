"""Putting a finished site in its place: written aside, then swapped, so that a killed build leaves the last one whole."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_EXCHANGE = 2
_CURRENT_FOLDER = -100
_PLACEHOLDER = re.compile(r"(?:https?://|[\w.+-]+@)[\w.-]*\.example\b|PLATZHALTER(?:: [^.|]*)?")


_SIGNS_OF_A_SITE = ("index.html", "sitemap.xml")


def is_replaceable(target: Path) -> bool:
    """True for a place where a site may be put: nothing there, an empty folder, or a site that was built before."""
    if not target.is_dir():
        return not target.exists() and not target.is_symlink()
    return not any(target.iterdir()) or all((target / name).is_file() for name in _SIGNS_OF_A_SITE)


@contextmanager
def written_aside(target: Path) -> Iterator[Path]:
    """A new empty folder beside ``target`` that takes its place when the block ends.

    Only an exception leaves ``target`` as it is; leaving the block by ``return`` puts the new folder in its place.
    """
    recover(target)
    aside = target.with_name(f".{target.name}.neu-{os.getpid()}")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    try:
        yield aside
        swap(aside, target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def file_written_aside(target: Path, content: bytes) -> None:
    """Write a file beside ``target`` and let it take its place: readers see the old one or the new one, whole."""
    aside = target.with_name(f".{target.name}.neu-{os.getpid()}")
    try:
        aside.write_bytes(content)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def swap(new: Path, target: Path) -> None:
    """Let ``new`` take the place of ``target``; what was there is then at ``new``."""
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        old = target.with_name(f".{target.name}.alt")
        shutil.rmtree(old, ignore_errors=True)
        target.rename(old)
        new.rename(target)
        old.rename(new)


def recover(target: Path) -> None:
    """Bring back the last good folder where a swap without exchange was cut off, and remove abandoned new ones."""
    old = target.with_name(f".{target.name}.alt")
    if old.exists() and not target.exists():
        old.rename(target)
    for abandoned in target.parent.glob(f".{target.name}.neu-*"):
        if not _is_running(abandoned.name.rsplit("-", 1)[1]):
            shutil.rmtree(abandoned, ignore_errors=True)


def placeholders(text: str) -> list[tuple[int, str]]:
    """Lines (from 1) of a configuration or a page that still hold a placeholder, with the placeholder."""
    return [
        (number, found[0].strip())
        for number, line in enumerate(text.splitlines(), 1)
        if (found := _PLACEHOLDER.search(line))
    ]


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step where the system can (Linux); False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    names = os.fsencode(first), os.fsencode(second)
    return bool(rename(_CURRENT_FOLDER, names[0], _CURRENT_FOLDER, names[1], _EXCHANGE) == 0)


def _is_running(pid: str) -> bool:
    if not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
