"""Building whole sites in tests with the project's own configuration."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
EPOCH = "1796083200"
BUILD_DAY = dt.date(2026, 12, 1)
"""The day of EPOCH, which counts in every build of the tests."""


def configured(root: Path) -> Path:
    """``root`` (which holds ``docs/``) with the project's ``mkdocs.yml``, pointing at the project's theme and hooks."""
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("custom_dir: praxis/theme", f"custom_dir: {PROJECT / 'praxis' / 'theme'}")
    text = text.replace("hooks/build_site.py", str(PROJECT / "hooks" / "build_site.py"))
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return root


def run_mkdocs(root: Path, out: Path, tool: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Build ``root`` strictly into ``out`` with a MkDocs-compatible tool; a fixed date."""
    shutil.rmtree(out, ignore_errors=True)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH}
    command = [
        sys.executable,
        "-m",
        tool,
        "build",
        "--quiet",
        "--strict",
        "-f",
        str(root / "mkdocs.yml"),
        "-d",
        str(out),
    ]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def tree(site: Path, suffix: str = "") -> dict[str, bytes]:
    """Every file of a built site by its path."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob(f"*{suffix}"))
        if path.is_file()
    }
