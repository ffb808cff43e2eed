"""Data inside scripts: in script elements of pages, and as files that load from a server and from disk.

``fetch`` fails under ``file://``, so every data file calls one global function with its name and its content; the
browser's side is ``web/src/shared/scripts.ts``.
"""

from __future__ import annotations

import json
from typing import Any

_ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def for_script(value: Any) -> str:
    """``value`` as compact JSON in which no sign can end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _ESCAPES.items():  # ten times faster than str.translate
        text = text.replace(sign, escape)
    return text


def data_script(name: str, value: Any) -> bytes:
    """A script file that registers ``value`` under ``name``; names are unique over the whole site (``suche/kern``)."""
    return f"praxisDaten({for_script(name)},{for_script(value)});\n".encode(errors="backslashreplace")


def read_data_script(script: bytes) -> Any:
    """The value in a script file; raises ``ValueError`` for anything else."""
    text = script.decode()
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])
