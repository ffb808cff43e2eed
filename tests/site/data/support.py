"""Hostile values and the generated files of miniature sites."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from praxis.site import build
from tests.builders import load_site

SCRIPT = "</script><script>alert(1)</script>"
CDATA = "]]><!-- {{ 7*7 }} {% raw %} &amp;"
FORMULAS = ("=1+1", "+49 1", "-1", "@SUM(A1)")
HOSTILE = f"{SCRIPT} {CDATA} \"' =cmd()"


def made(root: Path, **records: Any) -> dict[str, bytes]:
    """Every generated file of a site with these records; see :func:`tests.builders.load_site`."""
    return build(load_site(root, **records))


def data(files: dict[str, bytes], name: str) -> Any:
    """A JSON file below ``daten/``."""
    return json.loads(files[f"daten/{name}"])
