"""Links in texts name files; on the site they lead to pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxis.moved_files import rewrite
from praxis.site.links import moved_files
from tests.builders import load_site

MOVED = {"handbuch/05-ziele.md": "handbuch/ziele.md"}


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("praxis/x.md", "[Ziele](../handbuch/05-ziele.md)", "[Ziele](../handbuch/ziele.md)"),
        ("praxis/x.md", "[Ziele](../handbuch/05-ziele.md#messen)", "[Ziele](../handbuch/ziele.md#messen)"),
        ("praxis/x.md", '[Ziele](../handbuch/05-ziele.md "Titel")', '[Ziele](../handbuch/ziele.md "Titel")'),
        ("praxis/x.md", "[Ziele](<../handbuch/05-ziele.md>)", "[Ziele](<../handbuch/ziele.md>)"),
        ("handbuch/06-y.md", "[Ziele](05-ziele.md)", "[Ziele](ziele.md)"),
        ("praxis/x.md", "[z]: ../handbuch/05-ziele.md\n", "[z]: ../handbuch/ziele.md\n"),
        ("index.md", "[Ziele](handbuch/05-ziele.md)", "[Ziele](handbuch/ziele.md)"),
    ],
)
def test_links_to_chapters_lead_to_their_pages(source: str, text: str, expected: str) -> None:
    assert rewrite(text, source, MOVED) == expected


@pytest.mark.parametrize(
    "text", ["[a](../praxis/y.md)", "[a](https://x.example/05-ziele.md)", "05-ziele.md", "[a](05-ziele.md)", ""]
)
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert rewrite(text, "praxis/x.md", MOVED) == text


def test_only_chapters_move(tmp_path: Path) -> None:
    library = load_site(tmp_path, cases=[{"id": "eins"}], chapters=[{"id": "07-wirkung"}])
    assert moved_files(library) == {"handbuch/07-wirkung.md": "handbuch/wirkung.md"}
