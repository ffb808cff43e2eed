"""``praxis rename``: another id for a record, everywhere at once."""

from __future__ import annotations

import argparse
import sys

from praxis.commands.errors import UsageError
from praxis.editing.renaming import RenameError, find, rename
from praxis.library import Library
from praxis.records import RECORD_TYPES
from praxis.wording import counted

NAME = "rename"
HELP = "einem Eintrag eine andere Kennung geben; alle Verweise und Links folgen, die alte Adresse leitet weiter"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("old", metavar="ALT", help="bisherige Kennung, auch mit Ordner: praxis/elterncafe")
    parser.add_argument("new", metavar="NEU", help="neue Kennung")
    parser.add_argument("--kind", choices=[entry.kind for entry in RECORD_TYPES], help="Art des Eintrags")


def run(options: argparse.Namespace) -> int:
    """Rename; all or nothing."""
    library = Library.load(options.root)
    try:
        renaming = rename(library, find(library, options.old, options.kind), options.new)
        renaming.write(library)
    except RenameError as error:
        raise UsageError(f"{error} Nichts geändert.") from None
    others = sorted(path for path in renaming.texts if path != renaming.new_path)
    sys.stdout.write("".join(f"{path}\n" for path in (renaming.new_path, *others)))
    changed = counted(len(others), "weitere Datei", "weitere Dateien", "keine")
    sys.stderr.write(f"„{renaming.old_path}“ heißt jetzt „{renaming.new_path}“; {changed} geändert.\n")
    return 0
