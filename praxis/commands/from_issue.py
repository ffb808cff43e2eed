"""``praxis from-issue``: a filled-in form, a saved file or an e-mail as a record file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from praxis.commands.errors import UsageError
from praxis.editing.forms import FORMS
from praxis.editing.inputs import UnreadableError, read_input
from praxis.editing.proposals import Proposal, propose
from praxis.editing.writing import write_new
from praxis.library import Library
from praxis.wording import counted

NAME = "from-issue"
HELP = "aus einem ausgefüllten Formular, einer gesicherten Datei oder einer E-Mail einen Eintrag machen"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("file", type=Path, metavar="DATEI", help="Text des Formulars, Eintrag oder E-Mail (.eml)")
    parser.add_argument("--out", type=Path, metavar="ORDNER", help="Ziel (sonst der Ordner des Eintrags unter docs/)")
    parser.add_argument("--kind", choices=sorted(FORMS), help="Art des Eintrags (sonst am Text erkannt)")


def run(options: argparse.Namespace) -> int:
    """Write the record; says on standard error what is missing, and on standard output where the file is."""
    try:
        text = read_input(options.file)
    except UnreadableError as error:
        raise UsageError(str(error)) from None
    proposal = propose(Library.load(options.root), text, options.kind)
    path = write_new(options.root, proposal, options.out)
    sys.stderr.write(summary(proposal))
    sys.stdout.write(f"{path}\n")
    return 0


def summary(proposal: Proposal) -> str:
    """What became of the form, in German sentences."""
    lines = [f"{proposal.type.label}: „{proposal.id}“."]
    lines += [f"Es fehlt: {question}" for question in proposal.missing]
    if proposal.unplaced:
        kept = counted(proposal.unplaced, "Angabe steht", "Angaben stehen")
        lines.append(f"{kept} am Ende unter „Nicht zugeordnet“.")
    return "".join(f"{line}\n" for line in lines)
