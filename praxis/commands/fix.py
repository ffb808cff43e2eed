"""``praxis fix``: safe repairs, shown as a diff."""

from __future__ import annotations

import argparse
import sys

from praxis.commands.paths import is_within, relative_paths
from praxis.editing.edits import diff
from praxis.editing.fixing import Fixer
from praxis.library import Library
from praxis.wording import counted

NAME = "fix"
HELP = "Sicheres selbst beheben (Leerzeichen, Anführungszeichen, Reihenfolge, Daten, Kennungen) und zeigen, was sich ändert"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("paths", nargs="*", metavar="PFAD", help="nur diese Dateien oder Ordner")
    parser.add_argument("--dry-run", action="store_true", help="nur zeigen, nichts ändern")


def run(options: argparse.Namespace) -> int:
    """Repair, show the diff on standard output, say what was done on standard error."""
    wanted = relative_paths(options.root, options.paths)
    library = Library.load(options.root)
    fixer = Fixer(library)
    changed = 0
    for file in library.files.records:
        fixed = fixer.file(file) if is_within(file.path, wanted) else None
        if fixed is None or not fixed.is_changed:
            continue
        changed += 1
        sys.stdout.write(diff(fixed.path, fixed.before, fixed.after))
        sys.stderr.write("".join(f"{fixed.path}: {reason}\n" for reason in dict.fromkeys(fixed.reasons)))
        if not options.dry_run:
            fixed.write(options.root)
    words = ("Datei würde", "Dateien würden") if options.dry_run else ("Datei", "Dateien")
    sys.stderr.write(f"{counted(changed, *words, 'keine')} geändert.\n")
    return 0
