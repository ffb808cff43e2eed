"""Code is blanked out by the rules of the renderer: what it shows as code is not checked, everything else is."""

from __future__ import annotations

import re
import time

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxis.checks.prose import blocks, without_code, without_escapes
from praxis.markdown import makeExtension


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\n```\nX\n```\nb", "a b"),
        ("a\n```html\nX\n```\nb", "a b"),
        ("a\n~~~ {.html}\nX\n~~~\nb", "a b"),
        ("a\n````\n```\nX\n```\n````\nb", "a b"),
        ("a\n```\nX\n````\nb", "a ``` X ```` b"),
        ("a\n```\nX", "a ``` X"),
        ("a\n ```\nX\n ```\nb", None),
        ("a\n```\nX\n``` \nb", "a b"),
        ("a `X` b", "a b"),
        ("a ``X ` Y`` b", "a b"),
        ("a `X\nY` b", "a b"),
        ("a `X\n<div>` b", "a <div>` b"),  # block HTML is taken out before code spans are looked for
        ("a `X\n\nY` b", "a `X Y` b"),
        ("a \\`X\\` b", "a \\`X\\` b"),
        ("a ` b", "a ` b"),
        ("a `` b ` c", "a c"),  # a longer run may open with its last backtick
        ("``a` b", "b"),
        ("```\nX\n```\n\nb\n\n```\nY\n```\n", "b"),
    ],
)
def test_code_is_blanked_out(text: str, kept: str | None) -> None:
    found = without_code(text)
    assert len(found) == len(text)
    assert [index for index, char in enumerate(found) if char == "\n"] == [
        index for index, char in enumerate(text) if char == "\n"
    ]
    if kept is not None:
        assert " ".join(found.replace("\ufffc", " ").split()) == kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", [(0, "a")]),
        ("a\nb\n\nc", [(0, "a\nb"), (5, "c")]),
        ("\n\na\n \t\nb\n", [(2, "a"), (7, "b\n")]),
        ("a\n\n\n\nb", [(0, "a"), (5, "b")]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_blocks_lie_between_blank_lines(text: str, expected: list[tuple[int, str]]) -> None:
    assert list(blocks(text)) == expected


def test_escaped_brackets_are_blanked_out() -> None:
    assert without_escapes("a \\[b\\](c) \\\\[d]") == "a   b  (c)   [d]"


@given(st.text("a`~\\ \n<b", max_size=60))
def test_what_the_renderer_does_not_show_as_code_is_kept(text: str) -> None:
    """A tag that reaches the rendered page as a tag must have been seen by the checks."""
    source = text + "<b>"
    rendered = markdown.markdown(source, extensions=[makeExtension()])
    shown_as_text = "&lt;b&gt;" in rendered or "<b>" not in source
    if not shown_as_text and "    <b>" not in source:
        assert "<b>" in without_code(source)


@given(st.text("a`~\n ", max_size=80))
def test_lengths_and_lines_stay(text: str) -> None:
    found = without_code(text)
    assert len(found) == len(text)
    assert re.sub(r"[^\n]", "x", found) == re.sub(r"[^\n]", "x", text)


@pytest.mark.parametrize(
    "text",
    [
        "```a\n" * 50_000,
        "~~~\n```\n" * 30_000,
        "\n".join("`" * (number % 200 + 1) for number in range(5_000)),
        "`" * 19_000 + " a\n",
        "\\`" * 100_000,
        "a` " * 100_000,
        " " * 19_000 + "\n",
        "\n \n" * 100_000,
    ],
    ids=range(8),
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    start = time.process_time()
    without_code(text)
    list(blocks(text))
    assert time.process_time() - start < 2
