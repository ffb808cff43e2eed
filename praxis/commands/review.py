"""``praxis review``: one page for who reviews a case."""

from __future__ import annotations

import argparse
import sys

from praxis.commands.errors import UsageError
from praxis.editing.review import review
from praxis.editing.review_text import review_text
from praxis.findings import as_text
from praxis.library import Library
from praxis.suggestions import did_you_mean, nearest

NAME = "review"
HELP = "eine Seite für die Durchsicht eines Falls: Berichtskarte, Ähnliches, Lücken, Lesbarkeit, offene Fragen"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("case", metavar="FALL", help="Kennung oder Datei eines Praxisbeispiels, auch eines Entwurfs")


def run(options: argparse.Namespace) -> int:
    """Print the page; 1 where the file has errors that keep it from being read."""
    library = Library.load(options.root)
    case_id = options.case.rpartition("/")[2].removesuffix(".md")
    if case_id not in library.cases:
        findings = [finding for finding in library.findings if finding.file == f"docs/praxis/{case_id}.md"]
        if not findings:
            hint = did_you_mean(nearest(case_id, tuple(library.cases)))
            raise UsageError(f"Den Fall „{options.case}“ gibt es nicht. {hint}".strip())
        sys.stderr.write(as_text(findings) + "Der Fall lässt sich erst ansehen, wenn diese Fehler behoben sind.\n")
        return 1
    sys.stdout.write(review_text(review(library, library.cases[case_id])))
    return 0
