"""Measures the setting of the handbook from the project's own contents: the whole, and as much as the budgets are for.

The budgets are for a book of 150 pages. Where the whole is longer, one with fewer cases is set that comes close to it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from bench_measure import Budget, Run, german, measure, table, verdict

from praxis.book.making import job, made_apart
from praxis.book.selection import whole
from praxis.book.volume import Shelf, Volume
from praxis.library import Library
from praxis.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
CPU_SECONDS = 20.0
MEMORY_MB = 400 * 1.048576
SIZE_MB = 3.0
PAGES = 150
"""Pages that the budgets are for."""
_ALL = 1_000_000


@dataclass(frozen=True)
class Book:
    """A measured book; ``size`` in MB. The memory is that of the largest process, which is the typesetter."""

    pages: int
    size: float
    run: Run

    @property
    def row(self) -> tuple[str, ...]:
        """The cells of its row."""
        run = self.run
        return (f"{self.pages} Seiten", *map(german, (run.cpu, run.wall, run.memory, self.size)))


def main() -> int:
    """Measure and print; 0 within the budgets, 1 beyond."""
    parser = argparse.ArgumentParser(prog="scripts/bench pdf", description="Misst den Satz des Handbuchs.")
    parser.add_argument("--set", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--cases", type=int, default=_ALL, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.set:
        return _set(options.set, options.cases)
    books = _measured()
    head = ("Handbuch", "CPU s", "Zeit s", "größter Prozess MB", "Datei MB")
    print(table(head, [book.row for book in books]))
    judged = books[-1]
    name, run, share = f"{judged.pages} Seiten", judged.run, max(judged.pages / PAGES, 1.0)
    return verdict(
        [
            Budget(f"CPU-Zeit, {name}", run.cpu, CPU_SECONDS * share, " s"),
            Budget(f"Speicher, {name}", run.memory, MEMORY_MB * share, " MB"),
            Budget(f"Datei, {name}", judged.size, SIZE_MB * share, " MB"),
        ]
    )


def _measured() -> list[Book]:
    """The whole book, and after it the one of about 150 pages if the whole is longer."""
    full = _book(_ALL)
    if full.pages <= PAGES:
        return [full]
    bare, cases = _book(0), len(Library.load(ROOT).public.cases)
    kept = round((PAGES - bare.pages) * cases / (full.pages - bare.pages))
    return [full, _book(max(kept, 0))]


def _book(cases: int) -> Book:
    with tempfile.TemporaryDirectory(prefix="praxis-bench-") as temporary:
        target = Path(temporary, "handbuch.pdf")
        command = [sys.executable, __file__, "--set", str(target), "--cases", str(cases)]
        run = measure(command, Path(temporary))
        with pikepdf.open(target) as document:
            return Book(len(document.pages), target.stat().st_size / 1e6, run)


def _set(target: Path, cases: int) -> int:
    """What a measured process does: the work of ``praxis pdf``, with the first cases only."""
    shelf = Shelf(Library.load(ROOT), Settings.load(ROOT))
    selection = whole(shelf.library)
    part = replace(selection, cases=selection.cases[:cases])
    target.write_bytes(made_apart(job(Volume(shelf, part))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
