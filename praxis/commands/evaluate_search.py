"""``praxis evaluate-search``: rank any corpus with our engine, for judged retrieval sets."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from praxis.commands.errors import UsageError
from praxis.library import Library
from praxis.search.building import build_index
from praxis.search.documents import synonyms
from praxis.search.model import Document
from praxis.search.searching import Searcher

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
    corpus = [_document(entry) for entry in _read(options.corpus)]
    queries = [(str(entry["id"]), _text(entry)) for entry in _read(options.queries)]
    index = build_index(corpus, synonyms(Library.load(options.root).public))
    searcher = Searcher(index)
    with options.out.open("w", encoding="utf-8", newline="\n") as out:
        for query_id, text in queries:
            for rank, hit in enumerate(searcher.order(text)[: options.depth], 1):
                out.write(f"{query_id}\t{index.entries[hit.document].id}\t{rank}\t{hit.score}\n")
    return 0


def _read(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise UsageError(f"Die Datei „{path}“ gibt es nicht.")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except json.JSONDecodeError:
            entry = None
        if not isinstance(entry, dict) or "id" not in entry:
            raise UsageError(f"{path}:{number}: Hier muss ein JSON-Objekt mit „id“ stehen.")
        yield entry


def _document(entry: dict[str, Any]) -> Document:
    return Document(str(entry["id"]), "text", str(entry.get("title", "")), "", {"text": str(entry.get("text", ""))})


def _text(entry: dict[str, Any]) -> str:
    return str(entry.get("text") or entry.get("query") or entry.get("title") or "")
