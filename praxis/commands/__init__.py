"""The commands: one module each, with ``NAME``, ``HELP``, ``configure(parser)`` and ``run(options) -> exit code``."""

from __future__ import annotations

import argparse
from typing import Protocol

from praxis.commands import (
    adopt_question,
    bundle,
    check,
    due,
    evaluate_search,
    fix,
    forms,
    from_issue,
    import_raster,
    links,
    match,
    new,
    offer,
    pdf,
    rename,
    review,
    search,
    stage,
    workflow,
)
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


COMMANDS: tuple[Command, ...] = (
    check,
    match,
    search,
    evaluate_search,
    stage,
    pdf,
    bundle,
    from_issue,
    forms,
    new,
    fix,
    rename,
    adopt_question,
    due,
    review,
    links,
    workflow,
    import_raster,
    offer,
)
