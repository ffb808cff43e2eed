"""MkDocs hook: adds the generated site to the build and refuses contents with errors."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

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
    for file in [file for file in files if _is_unused_asset(file)]:
        files.remove(file)
    for path, content in generated.items():
        files.append(File.generated(config, path, content=content))
    return files


def _is_unused_asset(file: File) -> bool:
    """True for files of Material: our own frame uses none of its styles and scripts."""
    return "material" in Path(file.abs_src_path or "").parts and file.src_uri.startswith("assets/")
