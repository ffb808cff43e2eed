"""``praxis check``: all findings of all files in one run."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from praxis.commands.errors import UsageError
from praxis.findings import Finding, Severity, as_github, as_json, as_text, has_errors
from praxis.library import Library
from praxis.progress import progress_bar

NAME = "check"
HELP = "Inhalte prüfen und alle Befunde nennen"
_FORMATS = {"text": as_text, "json": as_json, "github": as_github}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("paths", nargs="*", metavar="PFAD", help="nur Befunde zu diesen Dateien oder Ordnern zeigen")
    parser.add_argument("--format", choices=sorted(_FORMATS), default="text", help="Form der Ausgabe")


def run(options: argparse.Namespace) -> int:
    """Check the whole library, show the findings for the given paths."""
    wanted = [_relative(options.root, path) for path in options.paths]
    with progress_bar("Inhalte prüfen") as progress:
        library = Library.load(options.root, progress=progress)
    findings = [finding for finding in library.findings if _is_wanted(finding, wanted)]
    sys.stdout.write(_FORMATS[options.format](findings))
    if options.format == "text":
        sys.stderr.write(_summary(findings, sum(1 for _ in library.files.records)))
    return 1 if has_errors(findings) else 0


def _relative(root: Path, path: str) -> str:
    """A path given by the user, relative to the root; it may be given relative to the root or to the current folder."""
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


def _is_wanted(finding: Finding, wanted: list[str]) -> bool:
    return not wanted or any(
        path == "." or finding.file == path or finding.file.startswith(f"{path}/") for path in wanted
    )


def _summary(findings: list[Finding], records: int) -> str:
    errors = sum(1 for finding in findings if finding.severity is Severity.ERROR)
    warnings = len(findings) - errors
    entries, notes = "Eintrag" if records == 1 else "Einträge", "Hinweis" if warnings == 1 else "Hinweise"
    return f"{records} {entries} geprüft: {errors} Fehler, {warnings} {notes}.\n"
