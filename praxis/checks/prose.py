"""Markdown as prose: the text with code blanked out, so that what is shown literally is not checked.

Fences and code spans are found by the rules of Python-Markdown (a fence begins in the first column and must be
closed, a code span ends within its block), in linear time. Every function keeps length and line ends, so that
places in the result are places in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

_OPENING = re.compile(r"(~{3,}|`{3,}) *(?:\{[^\n]*\}|(?:\.?[\w#.+-]* *)(?:hl_lines=(?:\"[^\n\"]*\"|'[^\n']*') *)?)")
_CLOSING = re.compile(r"(~{3,}|`{3,}) *")
_RUN = re.compile("`+")
_BLANK = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)*")
_BLANK_AT_START = re.compile(r"(?:[ \t]*\n)*")
_CODE = "\ufffc"
"""Stands for a character of code: neither white space nor a letter nor syntax."""
_ESCAPED = re.compile(r"\\[\\\[\]()!]")


def without_code(text: str) -> str:
    """``text`` with fenced code and code spans blanked out."""
    if "```" in text or "~~~" in text:
        text = _without_fences(text)
    if "`" in text:
        text = "".join(_without_spans(block) for _, block in blocks(text, separators=True))
    return text


def without_escapes(text: str) -> str:
    """``text`` with escaped brackets blanked out: they begin no link."""
    return _ESCAPED.sub("  ", text) if "\\" in text else text


def blocks(text: str, *, separators: bool = False) -> Iterator[tuple[int, str]]:
    """Start and text of each block between blank lines; with the blank lines too if asked for."""
    first = _BLANK_AT_START.match(text)
    start = first.end() if first else 0
    if separators and start:
        yield 0, text[:start]
    for blank in _BLANK.finditer(text, start):
        yield start, text[start : blank.start()]
        if separators:
            yield blank.start(), blank[0]
        start = blank.end()
    if start < len(text):
        yield start, text[start:]


def _without_fences(text: str) -> str:
    lines = text.split("\n")
    closings: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if line[:3] in ("```", "~~~") and (closing := _CLOSING.fullmatch(line)):
            closings[closing[1]].append(number)
    number = 0
    while number < len(lines):
        opening = _OPENING.fullmatch(lines[number]) if lines[number][:3] in ("```", "~~~") else None
        end = _next(closings[opening[1]], number) if opening else None
        if end is not None:
            lines[number : end + 1] = [" " * len(line) for line in lines[number : end + 1]]
            number = end
        number += 1
    return "\n".join(lines)


def _next(numbers: list[int], after: int) -> int | None:
    index = bisect_right(numbers, after)
    return numbers[index] if index < len(numbers) else None


def _without_spans(block: str) -> str:
    """A block with its code spans blanked out: a run of backticks ends at the next run of the same length."""
    runs = [(found.start(), found.end()) for found in _RUN.finditer(block)]
    if not runs:
        return block
    starts: dict[int, list[int]] = defaultdict(list)
    for start, end in runs:
        starts[end - start].append(start)
    parts: list[str] = []
    done = 0
    for start, end in runs:
        opening = start + _is_escaped(block, start)
        if start < done or opening == end:
            continue
        for length in range(end - opening, 0, -1):
            closing = _next(starts.get(length, []), opening + length)
            if closing is not None and closing > opening + length:
                parts += [block[done:opening], _blank(block[opening : closing + length])]
                done = closing + length
                break
    return "".join([*parts, block[done:]])


def _is_escaped(text: str, index: int) -> bool:
    first = index
    while first and text[first - 1] == "\\":
        first -= 1
    return (index - first) % 2 == 1


def _blank(code: str) -> str:
    """A code span blanked out, but for lines that begin with a tag: those are HTML before they could be code."""
    first, *rest = code.split("\n")
    kept = (line if line.lstrip(" ").startswith("<") else _CODE * len(line) for line in rest)
    return "\n".join([_CODE * len(first), *kept])
