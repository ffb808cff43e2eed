"""Headings: what the renderer makes a heading counts as one."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup

from praxis.checks.headings import anchors, headings
from praxis.markdown import makeExtension
from tests.broken import case, findings, only


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("## A\n\n#### B\n\nText\n", "ueberschrift-stufe", 23),
        ("### A\n\nText\n", "ueberschrift-stufe", 21),
        ("## A\n\n### B\n\n##### C\n\nText\n", "ueberschrift-stufe", 25),
        ("# A\n\nText\n", "ueberschrift-titel", 21),
        ("#A\n\nText\n", "ueberschrift-titel", 21),
        ("#1 der Liste\n\nText\n", "ueberschrift-titel", 21),
        ("Text\n\nA\n===\n\nText\n", "ueberschrift-titel", 23),
        ("A\n=\n\nText\n", "ueberschrift-titel", 21),
    ],
)
def test_a_wrong_level_is_named_at_its_heading(tmp_path: Path, text: str, rule: str, line: int) -> None:
    finding = only(tmp_path, case(text))
    assert (finding.rule, finding.line, finding.column) == (rule, line, 1)


@pytest.mark.parametrize(
    "text",
    [
        "## A\n\n### B\n\n## C\n\n### D\n\nText\n",
        "## A\n\n### B\n\n#### C\n\n## D\n\nText\n",
        "A\n---\n\n### B\n\nText\n",
        "Text\n\n---\n\n## A\n\nText\n",
        " # kein Titel\n",
        "```\n# Kommentar\n```\n\nText\n",
        "Der Kreis ist #1.\n",
    ],
)
def test_levels_in_order_and_what_is_no_heading_are_fine(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, {"docs/praxis/a.md": case(text)}) == ()


def test_a_page_that_is_no_record_brings_its_own_title(tmp_path: Path) -> None:
    assert findings(tmp_path, {"docs/index.md": "# Start\n\n## A\n\nText\n"}) == ()


TEXT = """
## Übertragung & Maß

### Größe der Stadt

Wechsel
-------

## Wie *geht* das? [Mehr](a.md)

## Kosten

### Kosten

## `code` und ÄÖÜ ß – 2.000 €
"""


def test_anchors_are_those_of_the_rendered_page() -> None:
    rendered = BeautifulSoup(markdown.markdown(TEXT, extensions=[makeExtension()]), "html.parser")
    expected = {str(heading["id"]) for heading in rendered.find_all(["h2", "h3"])}
    assert anchors(TEXT) == expected
    assert len(expected) == len(headings(TEXT)) == 7
