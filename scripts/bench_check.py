"""Measures ``praxis check`` on many cases."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench_cases import write_contents
from bench_measure import Budget, german, measure, table, verdict

CPU_SECONDS = 12.0
MEMORY_MB = 400.0
FULL = 10_000


def main() -> int:
    """Measure and print; 0 within the budgets, 1 beyond. The budgets of time grow with N, up to those for 10,000."""
    parser = argparse.ArgumentParser(prog="scripts/bench check", description="Misst die Prüfung der Inhalte.")
    parser.add_argument("count", nargs="?", type=int, default=FULL, metavar="N", help=f"Zahl der Fälle (sonst {FULL})")
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory(prefix="praxis-bench-") as temporary:
        folder = Path(temporary)
        write_contents(folder, count)
        run = measure([sys.executable, "-m", "praxis.cli", "check", "--format", "json"], folder)
    print(table(("Prüfung", "CPU s", "Zeit s", "Speicher MB"), [_row(count, run.cpu, run.wall, run.memory)]))
    share = max(count / FULL, 0.1)
    return verdict(
        [Budget("CPU-Zeit", run.cpu, CPU_SECONDS * share, " s"), Budget("Speicher", run.memory, MEMORY_MB, " MB")]
    )


def _row(count: int, *figures: float) -> tuple[str, ...]:
    return (f"{count} Fälle", *map(german, figures))


if __name__ == "__main__":
    raise SystemExit(main())
