"""The staged tree: docs, generated pages, theme and an ``mkdocs.yml`` without hooks.

Any MkDocs-compatible tool builds it, with this package installed for its Markdown extension. The pages are the same as
those of the hook; beside them such a tool ships the assets of Material, to which no page refers.
"""

from __future__ import annotations

import shutil
from collections.abc import Container, Iterator
from pathlib import Path

import yaml

from praxis.files import DOCS, UNPUBLISHED
from praxis.library import Library
from praxis.settings import CONFIGURATION, PROJECT, read_configuration
from praxis.site import build, footer_links, unpublished

THEME = Path(__file__).resolve().parent.parent / "theme"


def stage(library: Library, out: Path) -> int:
    """Write everything that a MkDocs-compatible tool needs to ``out``; the number of files below ``docs/``."""
    docs = out / DOCS
    generated = build(library)
    kept = sorted(_kept(library, unpublished(library, generated) | generated.keys()))
    for path in kept:
        _place(docs / path, (library.root / DOCS / path).read_bytes())
    for path, content in generated.items():
        _place(docs / path, content)
    shutil.copytree(THEME, out / "theme", ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    published = {*kept, *generated}
    (out / CONFIGURATION).write_text(_configuration(library.root, published), encoding="utf-8", newline="\n")
    return len(kept) + len(generated)


def _kept(library: Library, replaced: Container[str]) -> Iterator[str]:
    """Files of the editors, relative to ``docs/``, that are published as they are."""
    for file in library.files.all:
        path = file.removeprefix(f"{DOCS}/")
        if path.split("/")[0] not in UNPUBLISHED and path not in replaced:
            yield path


def _place(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _configuration(root: Path, published: Container[str]) -> str:
    """The configuration without hooks, the theme beside it."""
    config = dict(read_configuration(root) or read_configuration(PROJECT))
    config.pop("hooks", None)
    extra = config["extra"]
    config["extra"] = {**extra, "footer": footer_links(extra.get("footer", ()), published)}
    config["theme"] = {**config["theme"], "custom_dir": "theme"}
    text: str = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    return text
