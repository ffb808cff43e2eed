"""Lets MkDocs build the site in this process, with a library that is loaded and checked already."""

from __future__ import annotations

import datetime as dt
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from hooks.build_site import LIBRARY
from praxis.library import Library
from praxis.settings import CONFIGURATION


class RenderingError(Exception):
    """MkDocs did not build the site; its message, which may be empty where the log has told everything."""


def render(library: Library, out: Path) -> None:
    """Build ``library.root`` strictly into ``out``; the whole build counts the library's date as today.

    Warnings and errors go to standard error; raises RenderingError after any of them.
    """
    midnight = dt.datetime.combine(library.today, dt.time(), dt.UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(midnight.timestamp())))
    with _told():
        try:
            config = load_config(str(library.root / CONFIGURATION), site_dir=str(out), strict=True)
            config.extra[LIBRARY] = library
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except MkDocsException as failure:
            raise RenderingError(failure.format_message()) from failure


@contextmanager
def _told() -> Iterator[None]:
    """Warnings of MkDocs on standard error, nothing less: a quieter logger would hide them from the strict build."""
    logger, handler = logging.getLogger("mkdocs"), logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
