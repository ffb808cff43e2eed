"""Running the browser's logic in Node, beside Python, on what Python wrote."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

WEB = Path(__file__).parents[1] / "web"


def assert_twin(name: str, variable: str, folder: Path) -> None:
    """Bundle ``web/src/<name>/index.ts`` into ``folder`` and run ``web/test/<name>.test.mjs`` on what stands there.

    The environment's ``variable`` tells the test the folder. Skips where Node.js or the packages are missing.
    """
    node, esbuild = shutil.which("node"), WEB / "node_modules" / ".bin" / "esbuild"
    if node is None:
        pytest.skip(f"Node.js fehlt: „{name}“ im Browser ist nicht mit Python verglichen")
    if not esbuild.exists():
        pytest.skip(f"Pakete fehlen (npm ci in web/): „{name}“ im Browser ist nicht mit Python verglichen")
    source, bundle = WEB / "src" / name / "index.ts", folder / f"{name}.mjs"
    subprocess.run(
        [esbuild, source, "--bundle", "--format=esm", "--target=es2022", f"--outfile={bundle}"],
        check=True,
        capture_output=True,
    )
    result = subprocess.run(
        [node, "--test", WEB / "test" / f"{name}.test.mjs"],
        env={**os.environ, variable: str(folder)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-6000:]
