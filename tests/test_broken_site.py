"""A folder of records with one mistake each, and the report of all of them.

After a wanted change of messages, write the report anew with

    SOURCE_DATE_EPOCH=1748736000 scripts/praxis check --root tests/sites/fehler > tests/sites/fehler/bericht.txt
"""

from __future__ import annotations

from collections import Counter

import pytest

from praxis.findings import as_text
from praxis.library import Library
from tests.builders import SITES, TODAY

ROOT = SITES / "fehler"
VOCABULARY = "docs/vokabular/standards.yml"
"""The one vocabulary with a mistake; the others are those of a sound site."""
SOUND = {
    "docs/assets/gruppe.png",
    "docs/handbuch/01-zugaenge.md",  # its number is fine, the second file of the same name is not
    "docs/kommunen/musterstadt.md",
    "docs/luecken/einjaehrige.md",
    "docs/praxis/besuche.md",
    "docs/praxis/herkunft-kreis-b.md",  # one finding a circle, at its first case
}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load(ROOT, TODAY)


def test_the_report_names_every_mistake_as_written_down(library: Library) -> None:
    assert as_text(library.findings) == (ROOT / "bericht.txt").read_text(encoding="utf-8")


def test_every_mistake_gives_exactly_one_finding(library: Library) -> None:
    """One mistake must not cause a second finding elsewhere."""
    counted = Counter(finding.file for finding in library.findings)
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*") if path.is_file()}
    wrong = {path for path in files if not path.startswith("docs/vokabular/")} - SOUND | {VOCABULARY}
    assert counted == dict.fromkeys(wrong, 1)
    assert len(wrong) > 100


def test_findings_come_in_the_order_of_files_and_lines(library: Library) -> None:
    assert list(library.findings) == sorted(library.findings, key=lambda finding: finding.order)
