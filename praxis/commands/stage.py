"""``praxis stage``: the site as a folder that any MkDocs-compatible tool builds, without hooks."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from praxis.commands.errors import UsageError
from praxis.findings import as_text
from praxis.library import Library
from praxis.site.stage import stage

NAME = "stage"
HELP = "die Website als Ordner bereitstellen, den jedes MkDocs-kompatible Werkzeug baut"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "--out", type=Path, required=True, metavar="ORDNER", help="Zielordner; darf nicht bestehen oder muss leer sein"
    )


def run(options: argparse.Namespace) -> int:
    """Write the staged tree; refuses contents with errors."""
    out: Path = options.out
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(f"Der Zielordner „{out}“ ist nicht leer.")
    library = Library.load(options.root)
    if library.has_errors:
        sys.stderr.write(as_text(library.findings))
        return 1
    count = stage(library, out)
    sys.stderr.write(f"{count} Dateien nach „{out}“ geschrieben.\n")
    return 0
