"""Repairs of front matter that cannot be read: values that need quotation marks, tabs at the beginning of lines.

One repair at a time, and only those after which the reading gets further than before.
"""

from __future__ import annotations

import re

from praxis.editing.edits import Edit, apply
from praxis.findings import Finding
from praxis.frontmatter import split_head
from praxis.source import Source

_VALUE = re.compile(r"([ ]*(?:- )*(?:[a-z_][a-z0-9_-]*:[ ]+)?)([^\s#].*?)([ \t]*)")
_BEGINS_OTHERWISE = ("|", ">", "[", "{", "&")
_SMART = re.compile("[“”„‟«»](.*)[“”‟«»]")
_TABS = re.compile(r"[ ]*\t[ \t]*")
_HARD_SPACES = re.compile(r"[ ]*(?:- )*[a-z_][a-z0-9_-]*:([\u00a0\u2007\u202f][ \u00a0\u2007\u202f]*)")
_MOST = 50


def readable(text: str) -> tuple[str, list[str]]:
    """The text with its front matter repaired as far as it goes, and what was done."""
    done: list[str] = []
    for _ in range(_MOST):
        error = _error(text)
        edit = next((edit for edit in _candidates(text, error) if _helps(text, edit, error)), None) if error else None
        if edit is None:
            return text, done
        text, reasons = apply(text, [edit])
        done += reasons
    return text, done


def _error(text: str) -> Finding | None:
    head, findings = split_head(Source("", text))
    return findings[0] if head is None and findings else None


def _candidates(text: str, error: Finding) -> list[Edit]:
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    if error.rule == "kopf-tabulator":
        return [
            Edit(starts[error.line - 1], starts[error.line - 1] + len(tabs[0]), tabs[0].replace("\t", "  "), "Tabulatoren durch Leerzeichen ersetzt.")
            for tabs in [_TABS.match(lines[error.line - 1])]
            if tabs
        ]  # fmt: skip
    if error.rule not in ("kopf-syntax", "kopf-anker"):
        return []
    line = lines[error.line - 1] if error.line <= len(lines) else ""
    if hard := _HARD_SPACES.match(line):
        at = starts[error.line - 1] + hard.start(1)
        return [Edit(at, at + len(hard[1]), " ", "Geschützte Leerzeichen ersetzt.")]
    # An open quotation mark is noticed in the line below.
    return [
        edit
        for number in (error.line, error.line - 1)
        if 1 < number <= len(lines)
        for edit in _quoted(lines[number - 1], starts[number - 1])
    ]


def _quoted(line: str, start: int) -> list[Edit]:
    found = _VALUE.fullmatch(line)
    if not found or found[2].startswith(_BEGINS_OTHERWISE) or not found[1].strip():
        return []
    value = found[2]
    if value.startswith(("!!", "!<")) or (value[0] in "\"'" and value.count(value[0]) == 1):
        return []  # a type of YAML, or a mark whose other half is missing: people must say what was meant
    smart = _SMART.fullmatch(value)
    begin = start + len(found[1])
    why = "Wert in Anführungszeichen gesetzt."
    options = [smart[1]] if smart else []
    return [Edit(begin, begin + len(value), _in_quotes(option), why) for option in (*options, value)]


def _in_quotes(value: str) -> str:
    if "'" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _helps(text: str, edit: Edit, error: Finding) -> bool:
    """True if the front matter can be read afterwards, or its next mistake stands further down."""
    after = _error(apply(text, [edit])[0])
    return after is None or (after.line, after.column) > (max(error.line, 1), error.column)
