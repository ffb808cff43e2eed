"""Putting the fields of a record into the order in which the examples have them; each takes its comments along."""

from __future__ import annotations

import re
from collections.abc import Sequence

_KEY = re.compile(r"([a-z_]+):(?:[ \t]|$)")


def ordered_head(head: str, order: Sequence[str]) -> str | None:
    """The front matter (lines between the marks) in order; None where it is so already or cannot be cut into fields.

    Comments directly above a field belong to it; those above the first field, up to an empty line, to the file.
    """
    lines = head.split("\n")
    starts = [number for number, line in enumerate(lines) if _KEY.match(line)]
    keys = [line.partition(":")[0] for line in lines if _KEY.match(line)]
    if not keys or set(keys) - set(order) or len(set(keys)) < len(keys) or head.endswith("\n\n"):
        return None
    wanted = sorted(keys, key=order.index)
    if wanted == keys:
        return None
    starts = [_with_comments(lines, start, first=number == 0) for number, start in enumerate(starts)]
    end = len(lines) - 1 if lines[-1] == "" else len(lines)
    blocks = {key: lines[start:stop] for key, start, stop in zip(keys, starts, [*starts[1:], end], strict=True)}
    arranged = [*lines[: starts[0]], *(line for key in wanted for line in blocks[key]), *lines[end:]]
    return "\n".join(arranged)


def _with_comments(lines: Sequence[str], start: int, *, first: bool) -> int:
    begin = start
    while begin > 0 and lines[begin - 1].startswith("#") and "yaml-language-server" not in lines[begin - 1]:
        begin -= 1
    return start if first and begin == 0 and start > 1 and not lines[0].strip() else begin
