"""Builds the whole site: contents checked, rendered aside, counted, swapped in. Called by ``scripts/build``."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from praxis.findings import Finding, Severity, as_text
from praxis.library import Library
from praxis.progress import progress_bar
from praxis.publishing import is_replaceable, placeholders, written_aside
from praxis.site.verify import verify

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Build; 0 fine, 1 errors in the content or the build, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="scripts/build", description="Baut die ganze Website.")
    parser.add_argument("--out", type=Path, metavar="ORDNER", help="Ziel (sonst site/ unter --root)")
    parser.add_argument("--root", type=Path, default=ROOT, metavar="ORDNER", help="Ordner mit docs/ und mkdocs.yml")
    parser.add_argument("--release", action="store_true", help="Platzhalter ablehnen: für die Veröffentlichung")
    options = parser.parse_args()
    root, out = options.root.resolve(), (options.out or options.root / "site").resolve()
    # Told to end, Python ends at once; as an exception it stops MkDocs and clears what is half done.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    start = time.monotonic()
    if not is_replaceable(out):
        sys.stderr.write(f"scripts/build: „{out}“ ist keine gebaute Website und wird nicht ersetzt.\n")
        return 2
    if options.release and not _is_releasable(root):
        return 1
    with progress_bar("Inhalte prüfen") as progress:
        library = Library.load(root, progress=progress)
    if library.has_errors:
        errors = [finding for finding in library.findings if finding.severity is Severity.ERROR]
        sys.stderr.write(as_text(errors))
        sys.stderr.write(f"Nicht gebaut: {len(errors)} Fehler in den Inhalten. Die letzte Website ist unverändert.\n")
        return 1
    try:
        with written_aside(out) as aside:
            _make(library, aside)
    except BuildError as failure:
        sys.stderr.write(f"Nicht gebaut: {failure}Die letzte Website ist unverändert.\n")
        return 1
    _summarise(library, out, time.monotonic() - start)
    return 0


class BuildError(Exception):
    """Why there is no new site, as German sentences."""


def _make(library: Library, out: Path) -> None:
    """Render and count; raises where the site must not be published."""
    if not _render(library.root, out, library.today):
        raise BuildError("Das Rendern ist gescheitert. ")
    if faults := verify(library, out):
        raise BuildError("\n".join(["Die Website ist unvollständig.", *faults, ""]))


def _is_releasable(root: Path) -> bool:
    found = placeholders((root / "mkdocs.yml").read_text(encoding="utf-8"))
    for line, text in found:
        sys.stderr.write(f"mkdocs.yml:{line}: Platzhalter „{text}“. Tragen Sie die wirkliche Adresse ein.\n")
    return not found


def _render(root: Path, out: Path, today: dt.date) -> bool:
    """Let MkDocs build ``root`` into ``out``; the whole build counts the same day as today."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(out)]
    midnight = dt.datetime.combine(today, dt.time(), dt.UTC)
    environment = {"SOURCE_DATE_EPOCH": str(int(midnight.timestamp())), **os.environ}
    with progress_bar("Seiten rendern"):
        return subprocess.run(command, cwd=root, env=environment, stdout=sys.stderr, check=False).returncode == 0


def _summarise(library: Library, out: Path, seconds: float) -> None:
    pages = sum(1 for _ in out.rglob("*.html"))
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1e6
    made = f"{pages} Seiten, {size:.1f} MB, {seconds:.0f} s".replace(".", ",")
    sys.stderr.write(f"Gebaut: {out} ({made}).\n")
    _attention(library.findings)


def _attention(warnings: tuple[Finding, ...]) -> None:
    if warnings:
        sys.stderr.write(f"Aufmerksamkeit brauchen {len(warnings)} Hinweise; „scripts/praxis check“ nennt sie.\n")


if __name__ == "__main__":
    raise SystemExit(main())
