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
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from hooks.build_site import LIBRARY
from praxis.files import DOCS
from praxis.library import Library
from praxis.settings import CONFIGURATION, PROJECT


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
            config = _configuration(library.root, out)
            config.extra[LIBRARY] = library
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
        except MkDocsException as failure:
            raise RenderingError(failure.format_message()) from failure


def _configuration(root: Path, out: Path) -> MkDocsConfig:
    """That of ``root``; contents without one of their own are built with the project's."""
    if (root / CONFIGURATION).is_file():
        return load_config(str(root / CONFIGURATION), site_dir=str(out), strict=True)
    own = str(PROJECT / CONFIGURATION)
    return load_config(own, docs_dir=str((root / DOCS).resolve()), site_dir=str(out), strict=True)


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
