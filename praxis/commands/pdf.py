"""``praxis pdf``: the handbook, single chapters or cases, or a committee's selection as an accessible PDF."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from praxis.book.selection import Selection, SelectionError, chosen, shortlist, whole
from praxis.commands.errors import UsageError
from praxis.files import DOCS
from praxis.findings import as_text
from praxis.library import Library
from praxis.progress import progress_bar
from praxis.publishing import file_written_aside
from praxis.settings import Settings
from praxis.wording import german_number

NAME = "pdf"
HELP = "das Handbuch oder Teile davon als barrierefreies PDF setzen"
_LARGEST_LIST = 1 << 20


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DATEI",
        help="Ziel (sonst dist/handbuch.pdf, dist/KENNUNG.pdf oder dist/auswahl.pdf)",
    )
    parser.add_argument(
        "--chapter", nargs="+", action="extend", default=[], metavar="KENNUNG", help="nur diese Kapitel"
    )
    parser.add_argument("--case", nargs="+", action="extend", default=[], metavar="KENNUNG", help="nur diese Fälle")
    parser.add_argument(
        "--shortlist",
        type=Path,
        metavar="DATEI",
        help="nur die Fälle dieser Liste: Kennungen Zeile für Zeile, oder das JSON der Merkliste",
    )
    parser.add_argument("--no-cases", action="store_true", help="das Handbuch ohne Fallblätter")


def run(options: argparse.Namespace) -> int:
    """Set the PDF; refuses contents with errors and writes nothing where something is wrong."""
    # The typesetter takes a fifth of a second to load, which no other command should wait for.
    from praxis.book.making import blamed, job, made_apart
    from praxis.book.setting import SettingError
    from praxis.book.volume import Shelf, Volume

    def opened() -> tuple[Shelf, Selection] | None:
        library = _library(options.root)
        if library is None:
            return None
        shelf = Shelf(library, Settings.load(options.root))
        return shelf, _selection(shelf.library, options, listed)

    listed = _shortlist(options.shortlist) if options.shortlist else []
    found = opened()
    if found is None:
        return 1
    out, work = _target(options.out or _default(options.root, found[1]), options.root), job(Volume(*found))
    del found  # the typesetter takes memory enough; who is to blame can be found out again
    try:
        with progress_bar("PDF setzen"):
            content = made_apart(work)
    except SettingError as failure:
        again = opened()
        sys.stderr.write(as_text(blamed(*again, failure)) if again else "")
        sys.stderr.write("Kein PDF gesetzt.\n")
        return 1
    _write(out, content)
    sys.stderr.write(f"Gesetzt: {out} ({german_number(len(content) / 1e6, 2)} MB).\n")
    return 0


def _library(root: Path) -> Library | None:
    """The library; None, and its findings told, where it has errors."""
    with progress_bar("Inhalte prüfen") as progress:
        library = Library.load(root, progress=progress)
    if not library.has_errors:
        return library
    sys.stderr.write(as_text(library.findings))
    sys.stderr.write("Kein PDF gesetzt: Die Inhalte haben Fehler.\n")
    return None


def _selection(library: Library, options: argparse.Namespace, listed: list[str]) -> Selection:
    if not (options.chapter or options.case or listed):
        if not library.chapters and not library.cases:
            raise UsageError("Es gibt weder Kapitel noch Fälle.")
        return whole(library, with_cases=not options.no_cases)
    if options.no_cases:
        raise UsageError("--no-cases gilt nur für das ganze Handbuch.")
    try:
        return chosen(library, options.chapter, [*options.case, *listed])
    except SelectionError as error:
        raise UsageError(str(error)) from None


def _shortlist(path: Path) -> list[str]:
    try:
        if path.stat().st_size > _LARGEST_LIST:
            raise UsageError(f"Die Auswahl „{path}“ ist größer als 1 MiB.")
        return shortlist(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"Die Auswahl „{path}“ lässt sich nicht lesen.") from None
    except SelectionError as error:
        raise UsageError(f"{path}: {error}") from None


def _default(root: Path, selection: Selection) -> Path:
    name = "handbuch" if selection.is_whole else "auswahl"
    if not selection.has_front:
        name = (*selection.chapters, *selection.cases)[0].id
    return root / "dist" / f"{name}.pdf"


def _target(out: Path, root: Path) -> Path:
    """The target; refuses everything that a PDF must not replace."""
    resolved, docs = out.resolve(), (root / DOCS).resolve()
    if docs == resolved or docs in resolved.parents:
        raise UsageError(f"Das Ziel „{out}“ liegt im Ordner der Inhalte.")
    if out.is_dir():
        raise UsageError(f"Das Ziel „{out}“ ist ein Ordner.")
    if out.suffix.lower() != ".pdf":
        raise UsageError(f"Das Ziel „{out}“ endet nicht auf „.pdf“.")
    if any(parent.exists() and not parent.is_dir() for parent in resolved.parents):
        raise UsageError(f"Der Ordner „{out.parent}“ ist keiner.")
    return out


def _write(out: Path, content: bytes) -> None:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        file_written_aside(out, content)
    except OSError as error:
        raise UsageError(f"Nach „{out}“ lässt sich nicht schreiben: {error.strerror}.") from None
