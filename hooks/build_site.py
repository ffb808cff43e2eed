"""MkDocs hook: adds the generated site to the build and refuses contents with errors.

It works alone for ``mkdocs build`` and ``mkdocs serve``; who builds in one process hands over the library that is loaded
already (see ``rendering.py``).
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from praxis.findings import Severity, as_text
from praxis.library import Library
from praxis.markdown import Renderer
from praxis.site import footer_links, make, unpublished
from praxis.site.page import Page as MadePage

LIBRARY = "library"
"""Key of ``config.extra`` under which a loaded library is handed over."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace the editors' files by generated pages, and drop drafts and Material's own assets."""
    with _without_collecting():
        library = config.extra.get(LIBRARY) or Library.load(Path(config.docs_dir).parent)
        generated = make(library) if not library.has_errors else {}
    errors = [finding for finding in library.findings if finding.severity is Severity.ERROR]
    if errors:
        raise PluginError(f"Die Inhalte haben {len(errors)} Fehler:\n{as_text(errors)}")
    for path in (*unpublished(library, generated), *generated):
        if existing := files.get_file_from_path(path):
            files.remove(existing)
    for file in [file for file in files if _is_of_material(file, config)]:
        files.remove(file)
    renderer = Renderer()
    for path, item in generated.items():
        files.append(
            _page_file(item, config, renderer)
            if isinstance(item, MadePage)
            else File.generated(config, path, content=item)
        )
    config.extra["footer"] = footer_links(config.extra.get("footer", ()), files.src_uris)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Templates live for one build: no page need look whether they have changed.

    Compiled ones stay beside the compiled modules, where a command of ours has named a folder for them.
    """
    env.auto_reload = False
    if sys.pycache_prefix and not sys.dont_write_bytecode:
        folder = Path(sys.pycache_prefix, "vorlagen")
        folder.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return env


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Library and pages live until the end of the build: the garbage collector need not look at them again and again."""
    was_enabled = gc.isenabled()
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


class GeneratedPage(Page):
    """A page as our site made it: nothing to read, and without a text nothing to render but its template."""

    def __init__(self, made: MadePage, file: File, config: MkDocsConfig, renderer: Renderer) -> None:
        super().__init__(None, file, config)
        self._made, self._renderer = made, renderer

    def read_source(self, config: MkDocsConfig) -> None:
        """See the base class."""
        self.markdown, self.meta = self._made.body, self._made.meta

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """See the base class; the library has checked the links and anchors of the text."""
        self.content, self.toc = "", get_toc([])
        if self.markdown and self.markdown.strip():
            self.content = self._renderer.html(self.markdown, self._made.path)
            self.toc = get_toc(cast(Any, self._renderer.headings))


def _page_file(made: MadePage, config: MkDocsConfig, renderer: Renderer) -> File:
    file = File.generated(config, made.path, content=made.body)
    file.page = GeneratedPage(made, file, config, renderer)
    return file


def _is_of_material(file: File, config: MkDocsConfig) -> bool:
    """True for styles, scripts and pictures of Material: pages in our own frame use none of them."""
    own = {Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir)}
    return file.src_dir is not None and Path(file.src_dir) not in own
