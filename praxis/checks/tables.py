"""Tables that no one can follow by ear: without headers of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxis.checks.text import Body
from praxis.findings import Finding

_EMPTY_HEAD = re.compile(r"^ {0,3}\|[ \t|]*\n {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+", re.MULTILINE)


def check_tables(body: Body) -> Iterator[Finding]:
    """Tables whose first row is empty."""
    if "|" in body.text:
        for found in _EMPTY_HEAD.finditer(body.text):
            yield body.finding(
                found.start(),
                "tabelle-kopf",
                "Die Spalten der Tabelle haben keine Überschriften.",
                "Schreiben Sie in die erste Zeile, was in jeder Spalte steht.",
            )
