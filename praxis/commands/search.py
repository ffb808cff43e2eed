"""``praxis search``: searching everything, with reasons."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from praxis.library import Library
from praxis.relations.site_search import site_searcher
from praxis.search.documents import KINDS
from praxis.search.filters import Understood
from praxis.search.searching import Hit, Results
from praxis.site.search_filters import finder_address, recogniser

NAME = "search"
HELP = "in allen Einträgen, Kapiteln und Begriffen suchen"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("query", nargs="+", metavar="SUCHWORT", help="was gesucht wird")
    parser.add_argument("--kind", action="append", choices=KINDS, help="nur diese Art von Eintrag (mehrfach möglich)")
    parser.add_argument("-n", type=int, default=10, metavar="ZAHL", help="höchstens so viele Treffer (sonst 10)")
    parser.add_argument("--json", action="store_true", help="als JSON ausgeben")


def run(options: argparse.Namespace) -> int:
    """Search and print; nothing found is no error."""
    library = Library.load(options.root).public
    searcher = site_searcher(library)
    entries, kinds = searcher.index.entries, set(options.kind or KINDS)
    text = " ".join(options.query)
    found = searcher.search(
        text,
        limit=max(options.n, 0),
        allowed=lambda number: entries[number].kind in kinds,
    )
    filters = [_filter(text, each) for each in recogniser(library).understood(text)]
    sys.stdout.write(_as_json(found, filters) if options.json else _as_text(found, filters))
    return 0


def _filter(text: str, understood: Understood) -> dict[str, Any]:
    start, end = understood.place
    return {
        "facet": understood.facet,
        "value": understood.value,
        "label": understood.label,
        "words": text[start:end],
        "url": finder_address(text, [understood]),
    }


def _as_json(found: Results, filters: Sequence[dict[str, Any]]) -> str:
    answer = {"results": [_plain(hit) for hit in found.hits], "suggestion": found.suggestion, "filters": filters}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _plain(hit: Hit) -> dict[str, Any]:
    entry = hit.entry
    return {
        "id": entry.id.rpartition("/")[2],
        "kind": entry.kind,
        "title": entry.title,
        "url": entry.url,
        "score": hit.score,
        "why": [reason.text for reason in hit.why],
    }


def _as_text(found: Results, filters: Sequence[dict[str, Any]]) -> str:
    lines = [f"Meinten Sie „{found.suggestion}“?"] if found.suggestion else []
    lines += [f"Als Filter verstanden: {each['label']} – {each['url']}" for each in filters]
    for hit in found.hits:
        lines.append(f"{hit.entry.title} ({hit.entry.kind}) – {hit.entry.url}")
        lines.append(f"   {'; '.join(reason.text for reason in hit.why)}")
    return "\n".join([*(lines or ["Nichts gefunden."]), ""])
