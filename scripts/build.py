"""Builds the whole site: contents checked, rendered aside, counted, swapped in. Called by ``scripts/build``.

One process, so that the library is loaded once. ``STEPS`` fill the new site one after the other.
"""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hooks.rendering import RenderingError, render
from praxis.bundling import FILE_NAME, BundleError, bundle, name_size
from praxis.findings import Finding, Severity, as_text
from praxis.library import Library
from praxis.progress import progress_bar
from praxis.publishing import is_replaceable, placeholders, written_aside
from praxis.settings import CONFIGURATION, PDF_LINKS
from praxis.site.verify import verify
from praxis.wording import NBSP, counted

ROOT = Path(__file__).resolve().parent.parent


class BuildError(Exception):
    """Why there is no new site, as German sentences, each with a space or a line break at its end."""


def render_pages(library: Library, out: Path) -> None:
    """All pages and data files."""
    try:
        with progress_bar("Seiten rendern"):
            render(library, out)
    except RenderingError as failure:
        sys.stderr.write(f"{failure}\n")
        raise BuildError("Das Rendern ist gescheitert. ") from failure


def set_pdfs(library: Library, out: Path) -> None:
    """The handbook, its chapters and the cases as PDFs; those that show nothing new come from the last build."""
    from praxis.book.series import make_all  # a fifth of the time to start, for who wants no PDFs

    with progress_bar("PDFs setzen") as progress:
        series = make_all(library, out, library.root / ".cache" / "pdf", progress)
    if series.findings:
        sys.stderr.write(as_text(series.findings))
        raise BuildError("Nicht alle PDFs lassen sich setzen. ")


def count_again(library: Library, out: Path) -> None:
    """Pages, rows and links against the library: the last step, which sees everything."""
    if faults := verify(library, out):
        raise BuildError("\n".join(["Die Website ist unvollständig.", *faults, ""]))


def write_copy(library: Library, out: Path) -> None:
    """The offline copy, and its size on the site's page about it."""
    target = library.root / "dist" / FILE_NAME
    try:
        with progress_bar("Offline-Kopie schreiben"):
            made = bundle(out, target, library.today)
    except BundleError as failure:
        raise BuildError(f"{failure} ") from failure
    name_size(out, made, library.today)


STEPS: tuple[Callable[[Library, Path], None], ...] = (render_pages, set_pdfs, count_again, write_copy)
"""What fills the new site, in this order; a step raises BuildError where the site must not be published."""


def main() -> int:
    """Build; 0 fine, 1 errors in the content or the build, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="scripts/build", description="Baut die ganze Website.")
    parser.add_argument("--out", type=Path, metavar="ORDNER", help="Ziel (sonst site/ unter --root)")
    parser.add_argument("--root", type=Path, default=ROOT, metavar="ORDNER", help="Ordner mit docs/ und mkdocs.yml")
    parser.add_argument("--release", action="store_true", help="Platzhalter ablehnen: für die Veröffentlichung")
    parser.add_argument("--no-bundle", action="store_true", help="ohne Offline-Kopie unter dist/")
    parser.add_argument(
        "--no-pdf", action="store_true", help="ohne PDFs und ohne Links zu ihnen: für eine schnelle Vorschau"
    )
    options = parser.parse_args()
    left_out = {write_copy: options.no_bundle, set_pdfs: options.no_pdf}
    steps = [step for step in STEPS if not left_out.get(step)]
    os.environ[PDF_LINKS] = "0" if options.no_pdf else "1"
    root, out = options.root.resolve(), (options.out or options.root / "site").resolve()
    # Told to end, Python ends at once; as an exception it clears what is half done.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    # Library and pages live until the end; looking for circles among them costs an eighth of the build.
    gc.disable()
    start = time.monotonic()
    if not is_replaceable(out):
        sys.stderr.write(f"scripts/build: „{out}“ ist keine gebaute Website und wird nicht ersetzt.\n")
        return 2
    with progress_bar("Inhalte prüfen") as progress:
        library = Library.load(root, progress=progress)
    if library.has_errors:
        errors = [finding for finding in library.findings if finding.severity is Severity.ERROR]
        sys.stderr.write(as_text(errors))
        sys.stderr.write(f"Nicht gebaut: {len(errors)} Fehler in den Inhalten. Die letzte Website ist unverändert.\n")
        return 1
    if options.release and not _is_releasable(library):
        return 1
    try:
        with written_aside(out) as aside:
            for step in steps:
                step(library, aside)
    except BuildError as failure:
        sys.stderr.write(f"Nicht gebaut: {failure}Die letzte Website ist unverändert.\n")
        return 1
    _summarise(library, out, time.monotonic() - start)
    return 0


def _is_releasable(library: Library) -> bool:
    # Contents without a configuration of their own are built with the project's.
    own = library.root if (library.root / CONFIGURATION).is_file() else ROOT
    named = [(own, CONFIGURATION, "Tragen Sie die wirkliche Adresse ein.")]
    named += [(library.root, page, "Tragen Sie die wirkliche Angabe ein.") for page in library.files.pages]
    found = [
        f"{file}:{line}: Platzhalter „{text}“. {remedy}\n"
        for folder, file, remedy in named
        for line, text in placeholders((folder / file).read_text(encoding="utf-8"))
    ]
    sys.stderr.write("".join(found))
    if found:
        sys.stderr.write(f"Nicht gebaut: {len(found)} Platzhalter. Die letzte Website ist unverändert.\n")
    return not found


def _summarise(library: Library, out: Path, seconds: float) -> None:
    files = [f"{folder}/{name}" for folder, _, names in os.walk(out) for name in names]  # path objects take their time
    pages, size = sum(file.endswith(".html") for file in files), sum(map(os.path.getsize, files)) / 1e6
    made = f"{pages} Seiten, {size:.1f} MB, {seconds:.0f} s".replace(".", ",")
    sys.stderr.write(f"Gebaut: {out} ({made}).\n")
    _attention(library.findings)


def _attention(warnings: tuple[Finding, ...]) -> None:
    if warnings:
        verb, names = ("braucht", "nennt ihn") if len(warnings) == 1 else ("brauchen", "nennt sie")
        number = counted(len(warnings), "Hinweis", "Hinweise").replace(NBSP, " ")
        sys.stderr.write(f"Aufmerksamkeit {verb} {number}; „scripts/praxis check“ {names}.\n")


if __name__ == "__main__":
    raise SystemExit(main())
