"""Changes to a text by place: everything that is not named stays byte for byte."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in the place of the characters from ``start`` to ``end``; ``why`` is a German sentence."""

    start: int
    end: int
    text: str
    why: str


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, list[str]]:
    """The text with the edits made, and why; of edits that overlap the first counts."""
    result: list[str] = []
    reasons: list[str] = []
    done = 0
    for edit in sorted(set(edits), key=lambda edit: (edit.start, edit.end)):
        if edit.start < done or text[edit.start : edit.end] == edit.text:
            continue
        result += [text[done : edit.start], edit.text]
        done = edit.end
        reasons.append(edit.why)
    return "".join([*result, text[done:]]), reasons


def diff(path: str, before: str, after: str) -> str:
    """What changes in a file, as a unified diff."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), path, path, n=1
    )  # fmt: skip
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
