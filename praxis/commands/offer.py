"""``praxis offer``: take down at a meeting that a municipality offers advice on a gap, or how far the talk is."""

from __future__ import annotations

import argparse
import datetime as dt
import sys

from praxis.commands.errors import UsageError, known_id
from praxis.editing.list_entries import NotAddedError, with_entry
from praxis.editing.writing import write_as_before
from praxis.library import Library
from praxis.relations.meetings import STATES
from praxis.source import Source, read_source
from praxis.wording import german_date

NAME = "offer"
HELP = "bei einer Lücke eintragen, dass eine Kommune Rat anbietet"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("gap", metavar="LÜCKE", help="Kennung der Lücke")
    parser.add_argument("--municipality", required=True, metavar="KENNUNG", help="Kommune, die Rat anbietet")
    parser.add_argument("--case", metavar="KENNUNG", help="Fall, um den es geht")
    parser.add_argument("--date", metavar="JJJJ-MM-TT", help="wann sie sich gemeldet hat (sonst heute)")
    parser.add_argument("--state", choices=STATES, default=STATES[0], help="wie weit das Gespräch ist")
    parser.add_argument("--due", metavar="JJJJ-MM-TT", help="bis wann der nächste Schritt verabredet ist")


def run(options: argparse.Namespace) -> int:
    """Add the offer to the gap's file; everything else in it stays as it is."""
    library = Library.load(options.root)
    gap = library.gaps[known_id("Die Lücke", options.gap, library.gaps)]
    entry = {
        "kommune": known_id("Die Kommune", options.municipality, library.municipalities),
        "datum": library.today if options.date is None else _past(options.date, library.today),
        "praxis": None if options.case is None else known_id("Den Fall", options.case, library.cases),
        "stand": options.state,
        "faellig": None if options.due is None else _day(options.due),
    }
    path = library.root / gap.path
    source, _ = read_source(library.root, gap.path)
    if not isinstance(source, Source):
        raise UsageError(f"Die Datei „{gap.path}“ lässt sich nicht lesen.")
    try:
        text = with_entry(source.text, "meldungen", {key: value for key, value in entry.items() if value})
    except NotAddedError:
        raise UsageError(
            f"In „{gap.path}“ ist die Liste „meldungen“ so geschrieben, dass der Befehl sie nicht sicher ergänzen kann. Tragen Sie die Meldung von Hand ein."
        ) from None  # fmt: skip
    write_as_before(path, text, path.read_bytes())
    sys.stderr.write(f"Eingetragen in {gap.path}: {entry['kommune']}, {options.state}.\n")
    return 0


def _past(text: str, today: dt.date) -> dt.date:
    day = _day(text)
    if day > today:
        raise UsageError(f"{german_date(day)} liegt in der Zukunft.")
    return day


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"„{text}“ ist kein Tag. Schreiben Sie zum Beispiel 2026-11-26.") from None
