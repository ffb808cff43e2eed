"""The staged tree: docs, generated pages, theme and an ``mkdocs.yml`` without hooks."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from praxis.files import DOCS, UNPUBLISHED
from praxis.library import Library
from praxis.site import build, unpublished

_HERE = Path(__file__).resolve().parent
THEME = _HERE.parent / "theme"
PROJECT = _HERE.parent.parent


def stage(library: Library, out: Path) -> int:
    """Write everything that a MkDocs-compatible tool needs to ``out``; the number of files below ``docs/``."""
    docs = out / "docs"
    shutil.copytree(library.root / "docs", docs, ignore=_without_unpublished, symlinks=True)
    generated = build(library)
    for path in unpublished(library, generated):
        (docs / path).unlink(missing_ok=True)
    for path, content in generated.items():
        target = docs / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    shutil.copytree(THEME, out / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    (out / "mkdocs.yml").write_text(_configuration(library.root), encoding="utf-8")
    return sum(1 for path in docs.rglob("*") if path.is_file())


def _without_unpublished(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if Path(folder).name == DOCS and name in UNPUBLISHED]


def _configuration(root: Path) -> str:
    """The project's configuration without hooks, the theme beside it."""
    own = root / "mkdocs.yml"
    config = yaml.safe_load((own if own.is_file() else PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
    config.pop("hooks", None)
    config["theme"]["custom_dir"] = "theme"
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
