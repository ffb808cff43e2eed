"""Texts reach the typesetter as string literals only."""

from __future__ import annotations

import json

import typst
from hypothesis import example, given, settings
from hypothesis import strategies as st

from praxis.book.literals import Code, call, joined, literal


def test_values_of_every_kind() -> None:
    assert literal({"a": ["x", 1, 2.5, True, None], "b": {}}) == '("a": ("x", 1, 2.5, true, none, ), "b": (:))'


def test_named_arguments_that_are_none_are_left_out() -> None:
    assert call("f", "x", start=None, is_open=True) == 'f("x", is-open: true)'


def test_pieces_are_joined_in_order() -> None:
    assert joined([Code('"a"'), Code("linebreak()")]) == '{"a";linebreak()}'


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
@example('"); #read("/etc/passwd") //')
@example('\\"+read("x")+"')
@example("\\u{22}); panic(")
@example("#{while true {}} $x$ <a> @b `c` */ /*")
def test_no_text_is_ever_evaluated(text: str) -> None:
    """Typst gives back exactly the text that went in."""
    compiler = typst.Compiler(
        f"#let found = {literal(text)}\n#metadata(found.codepoints().map(str.to-unicode))<x>".encode()
    )
    assert json.loads(compiler.query("<x>", field="value", one=True)) == [ord(char) for char in text]
