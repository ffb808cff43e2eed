"""The command line ``praxis``: argument parsing only; each command is a module of ``praxis.commands``."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from praxis.commands import COMMANDS, UsageError
from praxis.commands.errors import os_error_text
from praxis.suggestions import did_you_mean, nearest


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks German and takes no shortened options: a shell script must not depend on a guess."""

    def __init__(self, **kwargs: Any) -> None:
        wants_help = kwargs.pop("add_help", True)
        super().__init__(**kwargs, add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        self._positionals.title, self._optionals.title = "Angaben", "Optionen"
        if wants_help:
            self.add_argument("-h", "--help", action="help", help="diese Hilfe zeigen")

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {_german(message)}\nHilfe: {self.prog} --help\n")
        raise SystemExit(2)


_WORDS = {
    "unrecognized arguments:": "unbekannte Angaben:",
    "the following arguments are required:": "es fehlt:",
    "one of the arguments": "eine der Angaben",
    "is required": "ist nötig",
    "invalid choice:": "nicht vorgesehen:",
    "choose from": "möglich sind",
    "expected one argument": "braucht einen Wert",
    "expected at least one argument": "braucht mindestens einen Wert",
    "ignored explicit argument": "nimmt keinen Wert:",
    "not allowed with argument": "geht nicht zusammen mit",
    "argument ": "Angabe ",
}
_INVALID = re.compile(r"invalid (\w+) value:")
_TYPES = {"int": "ist keine ganze Zahl:", "float": "ist keine Zahl:"}


def _german(message: str) -> str:
    for english, german in _WORDS.items():
        message = message.replace(english, german)
    message = _INVALID.sub(lambda found: _TYPES.get(found[1], "hat einen unbrauchbaren Wert:"), message)
    wrong = re.match(r"Angabe BEFEHL: nicht vorgesehen: '([^']*)'", message)
    hint = did_you_mean(nearest(wrong[1], tuple(command.NAME for command in COMMANDS))) if wrong else ""
    return f"{message} {hint}".strip()


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; ``--root`` may stand before or after the command."""
    top = _Parser(prog="praxis", description="Wissensbasis guter Praxis für Präventionsketten.")
    _add_root(top)
    commands = top.add_subparsers(dest="command", required=True, metavar="BEFEHL", parser_class=_Parser)
    for command in COMMANDS:
        sub = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        _add_root(sub)
        command.configure(sub)
        sub.set_defaults(run=command.run)
    return top


def _add_root(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--root",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="ORDNER",
        help="Ordner, der docs/ enthält (sonst der aktuelle)",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command: 0 fine, 1 errors in the content, 2 wrong use."""
    options = parser().parse_args(arguments)
    root: Path = getattr(options, "root", Path())
    if not _has_contents(root):
        sys.stderr.write(
            f"praxis: Unter „{root}“ gibt es keinen Ordner „docs“. Nennen Sie mit --root den richtigen Ordner.\n"
        )
        return 2
    options.root = root
    _speak_utf8()
    try:
        status = int(options.run(options))
        sys.stdout.flush()
    except UsageError as error:
        sys.stderr.write(f"praxis {options.command}: {error}\n")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.filename is None:
            raise
        sys.stderr.write(f"praxis {options.command}: {os_error_text(error)}\n")
        return 2
    return status


def _has_contents(root: Path) -> bool:
    try:
        return (root / "docs").is_dir()
    except OSError:  # a name too long
        return False


def _speak_utf8() -> None:
    """Umlauts and JSON come out the same whatever the terminal's locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    raise SystemExit(main())
