"""``praxis adopt-question``: a new question from a transfer becomes one of the catalogue."""

from __future__ import annotations

import argparse
import sys

from praxis.commands.errors import UsageError, known_id
from praxis.editing.adopting import PATH, AdoptError, adopt
from praxis.editing.edits import diff
from praxis.library import Library

NAME = "adopt-question"
HELP = "eine neue Frage aus einer Nachnutzung in den Fragenkatalog des Kontextmodells übernehmen"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("reuse", metavar="NACHNUTZUNG", help="Kennung der Nachnutzung")
    parser.add_argument("--number", type=int, metavar="N", help="die wievielte ihrer offenen Fragen")
    parser.add_argument("--dimension", metavar="KENNUNG", help="Dimension, wenn die Nachnutzung keine nennt")
    parser.add_argument("--purpose", metavar="TEXT", help="wozu man die Frage stellt")
    parser.add_argument("--dry-run", action="store_true", help="nur zeigen, nichts ändern")


def run(options: argparse.Namespace) -> int:
    """Adopt the question, show the diff on standard output."""
    library = Library.load(options.root)
    reuse = library.reuses[known_id("Die Nachnutzung", options.reuse, library.reuses)]
    try:
        adoption = adopt(library, reuse, options.number, dimension=options.dimension, purpose=options.purpose)
    except AdoptError as error:
        raise UsageError(str(error)) from None
    sys.stdout.write(diff(PATH, adoption.before, adoption.after))
    if not options.dry_run:
        adoption.write(library.root)
    done = "würde aufgenommen" if options.dry_run else "steht jetzt im Katalog"
    sys.stderr.write(f"Die Frage {done} („{adoption.id}“): {adoption.question}\n")
    return 0
