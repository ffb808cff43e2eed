"""The commands: one module each, with ``NAME``, ``HELP``, ``configure(parser)`` and ``run(options) -> exit code``."""

from __future__ import annotations

import argparse
from typing import Protocol

<<<<<<< HEAD
from praxis.commands import (
    adopt_question,
    bundle,
    check,
    evaluate_search,
    fix,
    forms,
    from_issue,
    match,
    new,
    rename,
    search,
    stage,
)
=======
from praxis.commands import check, evaluate_search, match, pdf, search, stage
>>>>>>> 9d7ec97 (The handbook as an accessible PDF: praxis pdf, all PDFs of the site in the build with a cache, findings for what cannot be printed)
from praxis.commands.errors import UsageError

__all__ = ["COMMANDS", "Command", "UsageError"]


class Command(Protocol):
    """What a command module offers."""

    NAME: str
    HELP: str

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's options."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; the exit code."""


<<<<<<< HEAD
COMMANDS: tuple[Command, ...] = (
    check,
    match,
    search,
    evaluate_search,
    stage,
    bundle,
    from_issue,
    forms,
    new,
    fix,
    rename,
    adopt_question,
)
=======
COMMANDS: tuple[Command, ...] = (check, match, search, evaluate_search, stage, pdf)
>>>>>>> 9d7ec97 (The handbook as an accessible PDF: praxis pdf, all PDFs of the site in the build with a cache, findings for what cannot be printed)
