"""The styles: light and dark differ in colours and in nothing else, by the reader's system as by the page's button."""

from __future__ import annotations

import re

import pytest

from tests.site_building import PROJECT

SHEETS = sorted((PROJECT / "praxis" / "theme" / "assets").glob("*.css"))
COLOUR = re.compile(r"--[a-z-]+:\s*#[0-9a-f]{6}|color-scheme:\s*dark")


def declarations(css: str, selector: str) -> list[str]:
    """Declarations of the only rule with a selector."""
    (block,) = re.findall(rf"{re.escape(selector)}\s*{{([^{{}}]*)}}", css)
    return [part.strip() for part in block.split(";") if part.strip()]


def test_the_dark_scheme_changes_colours_only() -> None:
    """So that checks of the dark scheme need to look at colours only."""
    css = next(sheet for sheet in SHEETS if sheet.name == "praxis.css").read_text(encoding="utf-8")
    by_system = declarations(css, ':root:not([data-scheme="hell"])')
    assert declarations(css, ':root[data-scheme="dunkel"]') == by_system
    assert [part for part in by_system if not COLOUR.fullmatch(part)] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_other_rule_asks_for_the_scheme(sheet: object) -> None:
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)  # type: ignore[attr-defined]
    known = {"praxis.css": 3, "print.css": 1}.get(sheet.name, 0)  # type: ignore[attr-defined]
    assert len(re.findall(r"prefers-color-scheme|data-scheme", css)) == known
    assert "light-dark(" not in css
