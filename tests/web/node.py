"""Running the browser's pure modules under Node: bundled as the site's scripts are, tested by files in ``web/test/``."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.web.test_bundles import WEB, node_packages


def run_node_test(name: str, modules: list[str], folder: Path, expected: Any = None) -> None:
    """Run ``web/test/<name>.test.mjs``; fails with its output.

    It finds one bundle of the ``modules`` (paths below ``web/src/``, without ending) at ``PRAXIS_BUNDLE``, and
    ``expected`` as JSON at ``PRAXIS_EXPECTED``; both lie in ``folder``.
    """
    esbuild = node_packages() / "esbuild"
    entry, bundle, vectors = folder / "entry.ts", folder / "bundle.mjs", folder / "expected.json"
    lines = [f"export * from {json.dumps(str(WEB / 'src' / module))};" for module in modules]
    entry.write_text("\n".join(lines), encoding="utf-8")
    vectors.write_text(json.dumps(expected), encoding="utf-8")
    options = ["--bundle", "--format=esm", "--target=es2022", f"--outfile={bundle}"]
    subprocess.run([esbuild, entry, *options], check=True, capture_output=True)
    result = subprocess.run(
        ["node", "--test", WEB / "test" / f"{name}.test.mjs"],
        env={**os.environ, "PRAXIS_BUNDLE": str(bundle), "PRAXIS_EXPECTED": str(vectors)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-2000:]
