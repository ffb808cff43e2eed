"""Hostile values and the generated files of miniature sites."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from praxis.settings import Settings
from praxis.site import build
from tests.builders import load_site

SCRIPT = "</script><script>alert(1)</script>"
CDATA = "]]><!-- {{ 7*7 }} {% raw %} &amp;"
FORMULAS = ("=1+1", "+49 1", "-1", "@SUM(A1)")
HOSTILE = f"{SCRIPT} {CDATA} \"' =cmd()"


def made(root: Path, **records: Any) -> dict[str, bytes]:
    """Every generated file of a site with these records, without the search; see :func:`tests.builders.load_site`."""
    library = load_site(root, **records)
    return build(library, replace(Settings.load(library.root), search_index=False))


def data(files: dict[str, bytes], name: str) -> Any:
    """A JSON file below ``daten/``."""
    return json.loads(files[f"daten/{name}"])
