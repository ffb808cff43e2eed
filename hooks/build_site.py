"""MkDocs hook: adds the generated site to the build and refuses contents with errors."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from praxis.findings import Severity, as_text
from praxis.library import Library
from praxis.site import build, unpublished


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace the editors' files by generated pages, and drop drafts and Material's own assets."""
    library = Library.load(Path(config.docs_dir).parent)
    errors = [finding for finding in library.findings if finding.severity is Severity.ERROR]
    if errors:
        raise PluginError(f"Die Inhalte haben {len(errors)} Fehler:\n{as_text(errors)}")
    generated = build(library)
    for path in (*unpublished(library, generated), *generated):
        if existing := files.get_file_from_path(path):
            files.remove(existing)
    for file in [file for file in files if _is_of_material(file, config)]:
        files.remove(file)
    for path, content in generated.items():
        file = File.generated(config, path, content=content)
        files.append(file)
        if path.endswith(".md") and content.startswith(b"---\n"):
            file.page = GeneratedPage(None, file, config)
    return files


class GeneratedPage(Page):
    """A generated page; its front matter is one JSON value a line, which is read many times faster than YAML."""

    def read_source(self, config: MkDocsConfig) -> None:
        """See the base class."""
        head, _, self.markdown = self.file.content_string.removeprefix("---\n").partition("\n---\n")
        pairs = (line.partition(": ") for line in head.split("\n"))
        self.meta = {key: json.loads(value) for key, _, value in pairs}


def _is_of_material(file: File, config: MkDocsConfig) -> bool:
    """True for styles, scripts and pictures of Material: pages in our own frame use none of them."""
    own = {Path(config.docs_dir), Path(config.theme.custom_dir or config.docs_dir)}
    return file.src_dir is not None and Path(file.src_dir) not in own
