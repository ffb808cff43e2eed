"""What the measurements share: a child process with its CPU time, wall time and peak memory, and a table of results."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """One measured process: seconds of CPU (user and system, children included), seconds, peak memory in MB.

    The memory is that of the largest process among it and its children, not their sum.
    """

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True, slots=True)
class Budget:
    """A value that must stay at or below its limit."""

    name: str
    value: float
    limit: float
    unit: str = ""

    @property
    def kept(self) -> bool:
        """True if the value is within the limit."""
        return self.value <= self.limit

    def __str__(self) -> str:
        verdict = "eingehalten" if self.kept else "ÜBERSCHRITTEN"
        return f"{self.name}: {german(self.value)}{self.unit}, erlaubt {german(self.limit)}{self.unit} – {verdict}"


def measure(command: Sequence[str], folder: Path, *, ends_with: Sequence[int] = (0,)) -> Run:
    """Run a command and measure it; raises RuntimeError with its output if it ends otherwise."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    start = time.monotonic()
    with (folder / "ausgabe.txt").open("w+b") as output:
        child = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in ends_with:
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {output.read()[-4000:].decode(errors='replace')}")
    # Linux counts the peak in KiB, macOS in bytes.
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - start, memory)


def german(value: float) -> str:
    """A number with two decimals below ten, else one, and a comma."""
    return f"{value:.{2 if value < 10 else 1}f}".replace(".", ",")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lines of columns, the first to the left, the others to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = []
    for row in (head, *rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def verdict(budgets: Sequence[Budget]) -> int:
    """Print every budget; 0 if all are kept, else 1."""
    for budget in budgets:
        print(budget)
    return 0 if all(budget.kept for budget in budgets) else 1
