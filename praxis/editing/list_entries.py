"""Adding an entry to a list in the front matter; everything else in the file stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from praxis.editing.record_text import BlockDumper
from praxis.frontmatter import boundaries, split_head
from praxis.source import Source

_ITEM = re.compile(r"[ \t]*(?:-(?:[ \t]|$)|#|$)|[ \t]+")


class NotAddedError(Exception):
    """The list is written in a way that cannot be added to for sure."""


def with_entry(text: str, key: str, entry: Mapping[str, Any]) -> str:
    """The file's text with ``entry`` at the end of the list ``key``; raises :class:`NotAddedError`.

    The result is read again: it must hold the old fields, and in the list the old entries and the new one.
    """
    before, _ = split_head(Source("", text))
    if before is None:
        raise NotAddedError
    start, end, _ = boundaries(text)
    head = _added(text[start:end], key, entry)
    result = text[:start] + head + text[end:]
    after, _ = split_head(Source("", result))
    wanted = {**before.data, key: [*(before.data.get(key) or []), dict(entry)]}
    if after is None or _plain(after.data) != _plain(wanted):
        raise NotAddedError
    return result


def _added(head: str, key: str, entry: Mapping[str, Any]) -> str:
    lines = head.splitlines(keepends=True)
    place = next((number for number, line in enumerate(lines) if re.match(rf"{key}[ \t]*:", line)), None)
    if place is None:
        return "".join([*lines, f"{key}:\n", f"  - {_flow(entry)}\n"])
    value = lines[place].partition(":")[2].strip()
    if value in ("", "[]", "null", "~") or value.startswith("#"):
        lines[place] = f"{key}:{f' {value}' if value.startswith('#') else ''}\n"
        stop = place + 1
        while stop < len(lines) and _ITEM.match(lines[stop]):
            stop += 1
        while stop > place + 1 and not lines[stop - 1].strip():
            stop -= 1
        dash = next((line for line in lines[place + 1 : stop] if line.lstrip().startswith("-")), "  -")
        indent = dash[: len(dash) - len(dash.lstrip())]
        lines.insert(stop, f"{indent}- {_flow(entry)}\n")
        return "".join(lines)
    if value.endswith("]"):
        at = lines[place].rindex("]")
        lines[place] = f"{lines[place][:at]}, {_flow(entry)}{lines[place][at:]}"
        return "".join(lines)
    raise NotAddedError


def _flow(entry: Mapping[str, Any]) -> str:
    dumped: str = yaml.dump(
        dict(entry), Dumper=BlockDumper, allow_unicode=True, sort_keys=False, width=1 << 16, default_flow_style=True
    )
    return dumped.strip()


def _plain(value: Any) -> Any:
    """The data as plain values, dates as text, for a comparison."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return str(value)
