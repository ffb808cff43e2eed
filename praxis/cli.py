"""The command line ``praxis``: argument parsing only; each command is a module of ``praxis.commands``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from praxis.commands import COMMANDS, UsageError


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {_german(message)}\nHilfe: {self.prog} --help\n")
        raise SystemExit(2)


def _german(message: str) -> str:
    words = {
        "unrecognized arguments:": "unbekannte Angaben:",
        "the following arguments are required:": "es fehlt:",
        "invalid choice:": "nicht vorgesehen:",
        "choose from": "möglich sind",
        "expected one argument": "braucht einen Wert",
        "expected at least one argument": "braucht mindestens einen Wert",
        "invalid int value:": "ist keine ganze Zahl:",
        "not allowed with argument": "geht nicht zusammen mit",
        "argument ": "Angabe ",
    }
    for english, german in words.items():
        message = message.replace(english, german)
    return message


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; ``--root`` may stand before or after the command."""
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--root", type=Path, default=argparse.SUPPRESS, help="Ordner, der docs/ enthält (sonst der aktuelle)"
    )
    top = _Parser(prog="praxis", description="Wissensbasis guter Praxis für Präventionsketten.", parents=[shared])
    commands = top.add_subparsers(dest="command", required=True, metavar="BEFEHL", parser_class=_Parser)
    for command in COMMANDS:
        sub = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP, parents=[shared])
        command.configure(sub)
        sub.set_defaults(run=command.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command: 0 fine, 1 errors in the content, 2 wrong use."""
    options = parser().parse_args(arguments)
    root: Path = getattr(options, "root", Path())
    if not (root / "docs").is_dir():
        sys.stderr.write(
            f"praxis: Unter „{root}“ gibt es keinen Ordner „docs“. Nennen Sie mit --root den richtigen Ordner.\n"
        )
        return 2
    options.root = root
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except UsageError as error:
        sys.stderr.write(f"praxis {options.command}: {error}\n")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


if __name__ == "__main__":
    raise SystemExit(main())
