"""``praxis links``: which addresses of the web no longer lead anywhere."""

from __future__ import annotations

import argparse
import json
import sys

from praxis.editing.web_links import Checked, State, check_links, fetch_status, web_links
from praxis.library import Library
from praxis.wording import counted

NAME = "links"
HELP = "Adressen im Netz nachsehen und tote nennen (braucht einen Netzzugang)"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--format", choices=("json", "text"), default="text", help="Form der Ausgabe")


def run(options: argparse.Namespace) -> int:
    """Try every address; dead ones are no errors of the contents."""
    checked = check_links(web_links(Library.load(options.root)), fetch_status)
    found = [entry for entry in checked if entry.state is not State.FINE]
    if options.format == "json":
        sys.stdout.write(json.dumps([_plain(entry) for entry in found], ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("".join(_line(entry) for entry in found))
    dead = sum(entry.state is State.DEAD for entry in found)
    sys.stderr.write(
        f"{counted(len(checked), 'Adresse', 'Adressen', 'keine')} nachgesehen: {dead} tot, {len(found) - dead} unklar.\n"
    )
    return 0


def _line(entry: Checked) -> str:
    return f"{entry.state}: {entry.link.address} {entry.text}\n    {', '.join(entry.link.files)}\n"


def _plain(entry: Checked) -> dict[str, object]:
    return {
        "address": entry.link.address,
        "state": str(entry.state),
        "text": entry.text,
        "files": list(entry.link.files),
    }
