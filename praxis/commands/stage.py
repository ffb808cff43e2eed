"""``praxis stage``: the site as a folder that any MkDocs-compatible tool builds, without hooks."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from praxis.commands.errors import UsageError
from praxis.files import DOCS
from praxis.findings import as_text
from praxis.library import Library
from praxis.progress import progress_bar
from praxis.publishing import written_aside
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
    out = _target(options.out, options.root)
    with progress_bar("Inhalte prüfen") as progress:
        library = Library.load(options.root, progress=progress)
    if library.has_errors:
        sys.stderr.write(as_text(library.findings))
        sys.stderr.write("Nichts geschrieben: Die Inhalte haben Fehler.\n")
        return 1
    with written_aside(out) as aside:
        count = stage(library, aside)
    sys.stderr.write(f"{count} Dateien nach „{options.out}“ geschrieben. Bauen mit: mkdocs build -f {out}/mkdocs.yml\n")
    return 0


def _target(out: Path, root: Path) -> Path:
    """The target, absolute; refuses everything in which a tree must not be written."""
    target, docs = out.resolve(), (root / DOCS).resolve()
    if target == docs or docs in target.parents:
        raise UsageError(f"Der Zielordner „{out}“ liegt im Ordner der Inhalte.")
    if any(parent.exists() and not parent.is_dir() for parent in (target, *target.parents)):
        raise UsageError(f"„{out}“ ist kein Ordner.")
    if target.exists() and any(target.iterdir()):
        raise UsageError(f"Der Zielordner „{out}“ ist nicht leer.")
    return target
