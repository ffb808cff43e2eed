"""``praxis import-raster``: a filled-in grid (CSV) becomes draft gaps."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from praxis.commands.errors import UsageError, known_id
from praxis.editing.grid_drafts import Origin, gap_drafts
from praxis.editing.grid_import import GridError, read_grid
from praxis.editing.inputs import UnreadableError, require_file
from praxis.editing.proposals import Proposal
from praxis.editing.writing import write_new
from praxis.library import Library
from praxis.wording import counted

NAME = "import-raster"
_NO_TOPIC = "In den Wörtern der Frage ist kein Thema erkannt. Tragen Sie unter „themen“ mindestens eines aus docs/vokabular/themen.yml ein; vorher ist die Datei nicht gültig."  # fmt: skip
HELP = "aus einem ausgefüllten Raster (CSV) Entwürfe für Lücken machen"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("file", type=Path, metavar="DATEI", help="ausgefülltes Raster als CSV-Datei")
    parser.add_argument("--municipality", metavar="KENNUNG", help="Kommune, deren Lücken es sind (sonst ungenannt)")
    parser.add_argument("--partner", metavar="KENNUNG", help="Kommune, die sie im Plenum vorgestellt hat")
    parser.add_argument("--meeting", metavar="KENNUNG", help="Treffen, bei dem das Raster ausgefüllt wurde")
    parser.add_argument("--out", type=Path, metavar="ORDNER", help="Ziel (sonst docs/luecken)")


def run(options: argparse.Namespace) -> int:
    """Write the drafts; nothing is written where any cell cannot be read."""
    library = Library.load(options.root)
    origin = Origin(
        municipality=_place(library, options.municipality),
        presented_by=_place(library, options.partner),
        meeting=library.meetings[known_id("Das Treffen", options.meeting, library.meetings)]
        if options.meeting is not None
        else None,
    )
    try:
        require_file(options.file)
    except UnreadableError as error:
        raise UsageError(str(error)) from None
    try:
        questions = read_grid(options.file.read_bytes(), library.vocabulary)
    except GridError as error:
        sys.stderr.write("".join(f"{options.file.name}: {text}\n" for text in error.findings) + "Nichts geschrieben.\n")
        return 1
    drafts = gap_drafts(library, questions, origin)
    for draft in drafts:
        sys.stdout.write(f"{write_new(options.root, draft, options.out)}\n")
    sys.stderr.write(_summary(drafts))
    return 0


def _place(library: Library, name: str | None) -> str | None:
    return None if name is None else known_id("Die Kommune", name, library.municipalities)


def _summary(drafts: Sequence[Proposal]) -> str:
    lines = [f"{counted(len(drafts), 'Entwurf', 'Entwürfe')} geschrieben." if drafts else "Das Raster ist leer: keine Frage gefunden."]  # fmt: skip
    lines += [f"{draft.id}: {_NO_TOPIC}" for draft in drafts if draft.missing]
    return "".join(f"{line}\n" for line in lines)
