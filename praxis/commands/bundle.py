"""``praxis bundle``: the whole built site as one ZIP file for reading without a network."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from praxis.bundling import FILE_NAME, BundleError, bundle, name_size
from praxis.commands.errors import UsageError
from praxis.library import today
from praxis.wording import german_number

NAME = "bundle"
HELP = "die gebaute Website als ZIP-Datei zum Mitnehmen schreiben"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--out", type=Path, metavar="DATEI", help=f"Ziel (sonst dist/{FILE_NAME})")
    parser.add_argument("--site", type=Path, metavar="ORDNER", help="gebaute Website (sonst site)")


def run(options: argparse.Namespace) -> int:
    """Write the copy and name its size on the site's page about it."""
    site: Path = options.site or options.root / "site"
    out: Path = options.out or options.root / "dist" / FILE_NAME
    if out.is_dir():
        raise UsageError(f"„{out}“ ist ein Ordner. Nennen Sie mit --out eine Datei.")
    date = today()
    try:
        made = bundle(site, out, date)
    except BundleError as error:
        raise UsageError(str(error)) from None
    name_size(site, made, date)
    sys.stderr.write(f"Geschrieben: {out} ({german_number(made.size / 1e6, 1)} MB).\n")
    return 0
