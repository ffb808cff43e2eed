"""``praxis due``: reviews, talks and follow-ups that are due."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from typing import Any

from praxis.findings import Severity, annotation
from praxis.frontmatter import locate
from praxis.library import Library
from praxis.relations.care import Due, due
from praxis.source import read_source
from praxis.wording import counted, german_date

NAME = "due"
HELP = "fällige Prüfungen, Gespräche und Nachbereitungen nennen"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "--days", type=_days, default=0, metavar="ZAHL", help="auch, was in so vielen Tagen fällig wird"
    )
    parser.add_argument("--format", choices=("github", "json", "text"), default="text", help="Form der Ausgabe")


def run(options: argparse.Namespace) -> int:
    """List what is due; that something is due is no error."""
    library = Library.load(options.root)
    found = due(library, options.days)
    if options.format == "json":
        sys.stdout.write(json.dumps([_plain(library, entry) for entry in found], ensure_ascii=False, indent=2) + "\n")
    elif options.format == "github":
        sys.stdout.write("".join(_annotation(library, entry) for entry in found))
    else:
        sys.stdout.write("".join(_line(entry) for entry in found))
        sys.stderr.write(_summary(library, found, options.days))
    return 0


def _summary(library: Library, found: list[Due], days: int) -> str:
    late = sum(entry.is_overdue(library.today) for entry in found)
    number = counted(len(found), "Schritt", "Schritte")
    ahead = f" bis {german_date(library.today + dt.timedelta(days=days))}" if days else ""
    return f"{number} fällig{ahead}, davon {late} überfällig.\n"


def _days(text: str) -> int:
    number = int(text) if text.isdecimal() and len(text) < 9 else -1
    if not 0 <= number <= 36_500:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine ganze Zahl von 0 bis 36.500")
    return number


def _line(entry: Due) -> str:
    return f"{entry.record.path}: {entry.record.title}\n    {entry.text}\n"


def _plain(library: Library, entry: Due) -> dict[str, Any]:
    return {
        "kind": entry.record.kind,
        "id": entry.record.id,
        "title": entry.record.title,
        "file": entry.record.path,
        "field": entry.field,
        "date": entry.date.isoformat() if entry.date else None,
        "overdue": entry.is_overdue(library.today),
        "text": entry.text,
    }


def _annotation(library: Library, entry: Due) -> str:
    source, _ = read_source(library.root, entry.record.path)
    place = locate(source).of((entry.field,)) if source else (1, 1)
    return annotation(Severity.WARNING, entry.record.path, place, "Fällig", entry.text)
