"""Measures ``praxis check`` on folders full of bad files, one kind of badness after the other.

Every folder holds N files of one kind. They are hard links to one file: nothing in the check remembers contents, so
that N links cost what N files cost, without filling a disk.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench_cases import ROOT
from bench_measure import Budget, Run, german, measure, table, verdict

FULL = 10_000
CPU_SECONDS = 90.0
MEMORY_MB = 600.0

_HEAD = """titel: Besuche
kurz: Kurz.
kommune: musterstadt
status: laeuft
zeitraum: {von: 2020}
standards: [zugaenge]
alter: {von: 0, bis: 1}
themen: [fruehe-hilfen]
warum: Darum.
kontakt: {stelle: Jugendamt}
quellen: [{titel: Bericht}]
stand: 2024-12
"""
_BODY = "\n## Kernidee\n\nEin Satz.\n"


def _file(head: str = _HEAD, body: str = _BODY) -> bytes:
    return f"---\n{head}---\n{body}".encode()


KINDS: Mapping[str, bytes] = {
    "kein Text": b"PK\x03\x04\x00\x00" + bytes(4000),
    "nicht UTF-8": _file().replace(b"Satz", b"S\xe4tz"),
    "ohne Kopf": b"Nur Text.\n" * 20,
    "Kopf ohne Ende": b"---\n" + _HEAD.encode(),
    "offene Klammern": _file("titel: " + "[" * 30_000 + "\n"),
    "tief verschachtelt": _file("titel: " + "[" * 200 + "]" * 200 + "\n"),
    "YAML-Bombe": _file("a: &a [x, x, x, x, x, x, x, x, x]\n" + "b: [*a, *a, *a, *a, *a, *a]\n" * 50),
    "Kopf mit 64 kB": _file("".join(f"feld-{number}: wert {number}\n" for number in range(2900))),
    "Kopf mit 990 Feldern": _file("".join(f"feld-{number}: wert\n" for number in range(990))),
    "100 Tippfehler": _file(_HEAD + "".join(f"titl{number}: x\n" for number in range(100))),
    "100 Verweise ins Leere": _file(_HEAD + f"herkunft: [{', '.join(f'nirgends-{n}' for n in range(100))}]\n"),
    "100 falsche Werte": _file(_HEAD + f"themen: [{', '.join(f'fruehe-hilfn-{n}' for n in range(100))}]\n"),
    "lange Zeile": _file(body="\n## Kernidee\n\n" + "wort " * 20_000 + "\n"),
    "200 Skripte": _file(body="\n## Kernidee\n\n" + '<script src="x">alert(1)</script> Text.\n\n' * 200),
    "200 Links ins Leere": _file(body="\n## Kernidee\n\n" + "Ein [Link](gibt-es-nicht.md#a) und Text.\n\n" * 200),
    "Leserichtung": _file(body="\n## Kernidee\n\n" + "Text \u202e verdreht.\n\n" * 200),
    "voller Sterne": _file(body="\n## Kernidee\n\n" + "*a_ **b__ `c [d](e " * 1_000 + "\n"),
}


def main() -> int:
    """Measure and print; 0 within the budgets, 1 beyond. The budget of time grows with N."""
    parser = argparse.ArgumentParser(prog="scripts/bench bad", description="Misst die Prüfung schlechter Dateien.")
    parser.add_argument("count", nargs="?", type=int, default=FULL, metavar="N", help=f"Dateien je Art (sonst {FULL})")
    parser.add_argument("--kind", choices=sorted(KINDS), metavar="ART", help="nur diese Art")
    options = parser.parse_args()
    kinds = [options.kind] if options.kind else list(KINDS)
    runs = {kind: _measured(KINDS[kind], options.count) for kind in kinds}
    rows = [(kind, *map(german, (run.cpu, run.wall, run.memory))) for kind, run in runs.items()]
    print(table((f"{options.count} Dateien", "CPU s", "Zeit s", "Speicher MB"), rows))
    slowest, largest = max(runs, key=lambda kind: runs[kind].cpu), max(runs, key=lambda kind: runs[kind].memory)
    share = max(options.count / FULL, 0.1)
    return verdict(
        [
            Budget(f"CPU-Zeit der langsamsten Art ({slowest})", runs[slowest].cpu, CPU_SECONDS * share, " s"),
            Budget(f"Speicher der größten Art ({largest})", runs[largest].memory, MEMORY_MB, " MB"),
        ]
    )


def _measured(content: bytes, count: int) -> Run:
    with tempfile.TemporaryDirectory(prefix="praxis-bench-") as temporary:
        root = Path(temporary)
        shutil.copytree(ROOT / "docs" / "vokabular", root / "docs" / "vokabular")
        folder = root / "docs" / "praxis"
        folder.mkdir()
        first = folder / "schlecht-00000.md"
        first.write_bytes(content)
        for number in range(1, count):
            os.link(first, folder / f"schlecht-{number:05d}.md")
        command = [sys.executable, "-m", "praxis.cli", "check", "--format", "json"]
        return measure(command, root, ends_with=(1,))


if __name__ == "__main__":
    raise SystemExit(main())
