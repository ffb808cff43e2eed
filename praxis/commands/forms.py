"""``praxis forms``: the forms of the git service and the files for editors' programs, written anew."""

from __future__ import annotations

import argparse
import sys

from praxis.editing.editor_files import editor_files
from praxis.editing.issue_forms import issue_forms
from praxis.library import Library
from praxis.settings import Settings

NAME = "forms"
HELP = "Formulare (.github/ISSUE_TEMPLATE) und Schemata (.vscode) aus Feldern und Vokabularen neu schreiben"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--check", action="store_true", help="nichts schreiben; 1, wenn etwas veraltet ist")


def run(options: argparse.Namespace) -> int:
    """Write what differs; with ``--check`` only name it."""
    stale = 0
    for path, text in generated(Library.load(options.root), Settings.load(options.root)).items():
        target = options.root / path
        if target.is_file() and target.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if not options.check:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path}\n")
    return 1 if options.check and stale else 0


def generated(library: Library, settings: Settings) -> dict[str, str]:
    """Path -> text of everything that this command writes."""
    return {**issue_forms(library.vocabulary, settings), **editor_files(library.vocabulary)}
