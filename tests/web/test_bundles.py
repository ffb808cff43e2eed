"""The browser's scripts: strictly typed, and committed as their sources give them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
WEB = PROJECT / "web"

pytestmark = pytest.mark.node


def node_packages() -> Path:
    """The folder of commands of ``web/``; skips where they are not installed."""
    commands = WEB / "node_modules" / ".bin"
    if shutil.which("node") is None or not (commands / "tsc").exists():
        pytest.skip("Node.js oder die Pakete aus web/ fehlen: die Skripte des Browsers sind nicht geprüft")
    return commands


def test_the_browser_sources_are_strictly_typed() -> None:
    result = subprocess.run(
        [node_packages() / "tsc", "--noEmit", "-p", WEB], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout


def test_committed_scripts_are_what_their_sources_give() -> None:
    node_packages()
    result = subprocess.run(["node", WEB / "build.mjs", "--check"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, f"{result.stderr}\nAbhilfe: cd web && node build.mjs"
