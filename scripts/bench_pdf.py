"""Measures ``praxis pdf`` on the project's own contents: the whole book."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import pikepdf
from bench_measure import Budget, german, measure, table, verdict

ROOT = Path(__file__).resolve().parent.parent
CPU_SECONDS = 20.0
MEMORY_MB = 400 * 1.048576
SIZE_MB = 3.0
PAGES = 150
"""Pages that the budgets are for; a longer book may take more, a shorter one never less."""


def main() -> int:
    """Measure and print; 0 within the budgets, 1 beyond."""
    parser = argparse.ArgumentParser(prog="scripts/bench pdf", description="Misst den Satz des ganzen Handbuchs.")
    parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="praxis-bench-") as temporary:
        target = Path(temporary, "handbuch.pdf")
        command = [sys.executable, "-m", "praxis.cli", "--root", str(ROOT), "pdf", "--out", str(target)]
        run = measure(command, Path(temporary))
        size = target.stat().st_size / 1e6
        with pikepdf.open(target) as document:
            pages = len(document.pages)
    row = (f"{pages} Seiten", *map(german, (run.cpu, run.wall, run.memory, size)))
    print(table(("Handbuch", "CPU s", "Zeit s", "Speicher MB", "Datei MB"), [row]))
    share = max(pages / PAGES, 1.0)
    return verdict(
        [
            Budget("CPU-Zeit", run.cpu, CPU_SECONDS * share, " s"),
            Budget("Speicher", run.memory, MEMORY_MB * share, " MB"),
            Budget("Datei", size, SIZE_MB * share, " MB"),
        ]
    )


if __name__ == "__main__":
    raise SystemExit(main())
