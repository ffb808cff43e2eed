"""MkDocs hook: adds the generated site to the build and refuses contents with errors."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from praxis.findings import Severity, as_text
from praxis.library import Library
from praxis.site import build


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace the editors' files by generated pages, and drop drafts and Material's own assets."""
    library = Library.load(Path(config.docs_dir).parent)
    errors = [finding for finding in library.findings if finding.severity is Severity.ERROR]
    if errors:
        raise PluginError(f"Die Inhalte haben {len(errors)} Fehler:\n{as_text(errors)}")
    for case in library.cases.values():
        draft = files.get_file_from_path(f"praxis/{case.id}.md")
        if case.is_draft and draft:
            files.remove(draft)
    for path, content in build(library).items():
        if existing := files.get_file_from_path(path):
            files.remove(existing)
        files.append(File.generated(config, path, content=content))
    return files
