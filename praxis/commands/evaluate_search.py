"""``praxis evaluate-search``: rank any corpus with our engine, for judged retrieval sets."""

from __future__ import annotations

import argparse
from pathlib import Path

from praxis.commands.errors import UsageError
from praxis.library import Library
from praxis.search import evaluate
from praxis.search.documents import synonyms

NAME = "evaluate-search"
HELP = "eine fremde Textsammlung mit unserer Suche ordnen, für beurteilte Suchanfragen"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--corpus", type=Path, required=True, metavar="DATEI", help="je Zeile JSON mit id, title, text")
    parser.add_argument("--queries", type=Path, required=True, metavar="DATEI", help="je Zeile JSON mit id, text")
    parser.add_argument(
        "--run", dest="out", type=Path, required=True, metavar="DATEI", help="Ziel: Anfrage, Dokument, Rang, Wert"
    )
    parser.add_argument("--depth", type=int, default=100, metavar="ZAHL", help="Plätze je Anfrage (sonst 100)")


def run(options: argparse.Namespace) -> int:
    """Index the corpus with our synonyms, rank every query, write the run."""
    for path in (options.corpus, options.queries):
        if not path.is_file():
            raise UsageError(f"Die Datei „{path}“ gibt es nicht.")
    library = Library.load(options.root).public
    try:
        evaluate(options.corpus, options.queries, options.out, options.depth, synonyms(library))
    except ValueError as error:
        raise UsageError(str(error)) from None
    return 0
