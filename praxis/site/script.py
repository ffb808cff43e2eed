"""Data inside script elements."""

from __future__ import annotations

import json
from typing import Any

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def for_script(value: Any) -> str:
    """``value`` as JSON in which no sign can end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False).translate(_ESCAPES)
