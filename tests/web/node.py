"""Running the browser's pure modules under Node: bundled as the site's scripts are, tested by files in ``web/test/``."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.web.test_bundles import WEB, node_packages


def run_node_test(name: str, modules: list[str], folder: Path, expected: Any = None) -> None:
    """Run ``web/test/<name>.test.mjs``; fails with its output.

    It finds one bundle of the ``modules`` (paths below ``web/src/``, without ending) at ``PRAXIS_BUNDLE``, and
    ``expected`` as JSON at ``PRAXIS_EXPECTED``; both lie in ``folder``.
    """
    vectors = folder / "expected.json"
    vectors.write_text(json.dumps(expected), encoding="utf-8")
    bundle = _bundle(modules, folder)
    result = subprocess.run(
        ["node", "--test", WEB / "test" / f"{name}.test.mjs"],
        env={**os.environ, "PRAXIS_BUNDLE": str(bundle), "PRAXIS_EXPECTED": str(vectors)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-2000:]


_RUN = """
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const module = await import(process.argv[1]);
const calls = JSON.parse(Buffer.concat(chunks).toString("utf8"));
process.stdout.write(JSON.stringify(calls.map(([name, ...given]) => module[name](...given) ?? null)));
"""


def call(folder: Path, module: str, calls: Sequence[Sequence[Any]]) -> list[Any]:
    """Results of ``[name, *arguments]`` calls of what a module exports; arguments and results are JSON.

    ``module`` is a path below ``web/src/`` without ending; ``folder`` takes the bundle.
    """
    result = subprocess.run(
        ["node", "--input-type=module", "--eval", _RUN, _bundle([module], folder).as_uri()],
        input=json.dumps(calls),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-4000:]
    results: list[Any] = json.loads(result.stdout)
    return results


def _bundle(modules: Sequence[str], folder: Path) -> Path:
    entry, bundle = folder / "entry.ts", folder / "bundle.mjs"
    lines = [f"export * from {json.dumps(str(WEB / 'src' / module))};" for module in modules]
    entry.write_text("\n".join(lines), encoding="utf-8")
    options = ["--bundle", "--format=esm", "--target=es2022", f"--outfile={bundle}"]
    subprocess.run([node_packages() / "esbuild", entry, *options], check=True, capture_output=True)
    return bundle
