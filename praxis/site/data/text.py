"""Writing text so that it stays text: in JSON, XML and CSV, whatever an editor typed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_SCRIPTS = {"<": "\\u003c", ">": "\\u003e", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Written:
    """JSON that is written already: what stands in two files is encoded once."""

    text: str


def written(value: Any) -> Written:
    """The value as JSON, one record a line, and safe inside a ``<script>`` or CDATA section."""
    return Written(_lines(value, 2))


def as_json(value: Any) -> bytes:
    """:func:`written` as a file in UTF-8."""
    return f"{written(value).text}\n".encode()


def _lines(value: Any, depth: int) -> str:
    """JSON with the outer lists and groups spread over lines; what is inside is left to the fast encoder."""
    if isinstance(value, Written):
        return value.text
    if depth and isinstance(value, dict) and value:
        inner = [f"{_compact(key)}: {_lines(item, depth - 1)}" for key, item in value.items()]
        return "{\n" + ",\n".join(inner) + "\n}"
    if isinstance(value, list) and value and depth:
        return "[\n" + ",\n".join(_compact(item) for item in value) + "\n]"
    return _compact(value)


def _compact(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    for sign, escape in _IN_SCRIPTS.items():
        text = text.replace(sign, escape)
    return text


def xml_text(text: str) -> str:
    """The text without characters that XML 1.0 does not have (most control characters)."""
    return _NOT_XML.sub("", text)


def csv_cell(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula: an apostrophe stands before a dangerous first sign."""
    if not text:
        return ""
    clean = xml_text(text)
    return f"'{clean}" if clean.startswith(_FORMULA) else clean
