"""Prepared pieces of pages: what is not there has no key, so that templates ask whether a key is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from praxis.library import Library
from praxis.site import make
from praxis.site.page import Page
from tests.site_building import PROJECT

ASKING = {"eintrag.html", "kapitel.html", "luecke.html", "praxis.html"}
"""Templates that take a key for a value; ``parts/rows.html`` is theirs."""


def empty_values(value: Any, path: str) -> Iterator[str]:
    if value is None or value is False or (not value and not isinstance(value, int | float)):
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from empty_values(inner, f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from empty_values(inner, f"{path}[]")


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    made = make(Library.load(PROJECT)).values()
    return [item for item in made if isinstance(item, Page) and item.template in ASKING]


@pytest.mark.parametrize("template", sorted(ASKING))
def test_no_piece_has_an_empty_value(pages: list[Page], template: str) -> None:
    found = [empty for page in pages if page.template == template for empty in empty_values(dict(page.data), page.path)]
    assert not found
