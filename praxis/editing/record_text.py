"""The text of a record file: front matter in the order of the examples, then sections, then what has no place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from praxis.checks.body import UNPLACED
from praxis.records import Record
from praxis.records.values import ID_PATTERN
from praxis.reference.catalogue import reference

_UNPLACED_INTRO = (
    "Diese Angaben passen in kein Feld, oder sie sind nicht eindeutig. Bitte ordnen Sie sie ein, und löschen Sie "
    "dann diesen Abschnitt."
)
_RUNS = re.compile(r"~{3,}")


class BlockDumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and lists indented as editors write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists below their key."""
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


BlockDumper.add_representer(str, _text)


def record_text(
    record_type: type[Record],
    fields: Mapping[str, Any],
    sections: Mapping[str, str],
    unplaced: Iterable[tuple[str, str]] = (),
) -> str:
    """A whole file; ``sections`` by heading (``""`` for text without one), ``unplaced`` with the label it came under."""
    order = reference(record_type).order
    ordered = {key: fields[key] for key in order if key in fields}
    body = [_section(heading, text) for heading, text in sections.items() if text.strip()]
    if left := [_kept(label, text) for label, text in unplaced if text.strip()]:
        body.append("\n\n".join([f"## {UNPLACED}", _UNPLACED_INTRO, *left]))
    text = "\n\n".join(body)
    head = head_text(ordered) or "titel:\n"  # a front matter without a field is none
    return f"---\n{head}---\n" + (f"\n{text}\n" if text else "")


def head_text(fields: Mapping[str, Any]) -> str:
    """Front matter as YAML, one line or block a field."""
    return "".join(_field_text(key, value) for key, value in fields.items())


def _field_text(key: str, value: Any) -> str:
    if _is_short(value):
        return f"{key}: {_dumped(value, is_flow=True)}"
    return _dumped({key: value}, is_flow=False)


def _dumped(value: Any, *, is_flow: bool) -> str:
    return yaml.dump(
        value, Dumper=BlockDumper, allow_unicode=True, sort_keys=False, width=1 << 16, default_flow_style=is_flow
    )


def _is_short(value: Any) -> bool:
    """True for short lists of ids and pairs of years: they stand on one line."""
    if isinstance(value, list):
        return all(isinstance(item, str) and ID_PATTERN.fullmatch(item) for item in value)
    return isinstance(value, dict) and set(value) <= {"von", "bis"}


def _section(heading: str, text: str) -> str:
    return f"## {heading}\n\n{text.strip()}" if heading else text.strip()


def _kept(label: str, text: str) -> str:
    """The words as they came, as code: whatever they are, they are shown and do nothing."""
    fence = "~" * (max((len(run) for run in _RUNS.findall(text)), default=2) + 1)
    return f"**{label or 'Ohne Überschrift'}**\n\n{fence}\n{text}\n{fence}"
