"""``praxis check``: all findings of all files in one run."""

from __future__ import annotations

import argparse
import sys

from praxis.commands.paths import is_within, relative_paths
from praxis.findings import Finding, Severity, github_pieces, has_errors, json_pieces, text_pieces
from praxis.library import Library
from praxis.progress import progress_bar

NAME = "check"
HELP = "Inhalte prüfen und alle Befunde nennen"
_FORMATS = {"text": text_pieces, "json": json_pieces, "github": github_pieces}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("paths", nargs="*", metavar="PFAD", help="nur Befunde zu diesen Dateien oder Ordnern zeigen")
    parser.add_argument("--format", choices=sorted(_FORMATS), default="text", help="Form der Ausgabe")


def run(options: argparse.Namespace) -> int:
    """Check the whole library, show the findings for the given paths."""
    wanted = relative_paths(options.root, options.paths)
    with progress_bar("Inhalte prüfen") as progress:
        library = Library.load(options.root, progress=progress)
    findings = [finding for finding in library.findings if is_within(finding.file, wanted)]
    sys.stdout.writelines(_FORMATS[options.format](findings))
    if options.format == "text":
        sys.stderr.write(_summary(findings, sum(1 for _ in library.files.records)))
    return 1 if has_errors(findings) else 0


def _summary(findings: list[Finding], records: int) -> str:
    errors = sum(1 for finding in findings if finding.severity is Severity.ERROR)
    warnings = len(findings) - errors
    entries, notes = "Eintrag" if records == 1 else "Einträge", "Hinweis" if warnings == 1 else "Hinweise"
    return f"{records} {entries} geprüft: {errors} Fehler, {warnings} {notes}.\n"
