"""Spaces that German needs, and words that no line could hold."""

from __future__ import annotations

import pytest

from praxis.book.typography import typeset

T, N, Z = "\u202f", "\u00a0", "\u200b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das gilt z. B. hier.", f"Das gilt z.{T}B. hier."),
        ("Das gilt z.B. hier.", f"Das gilt z.{T}B. hier."),
        ("i. d. R. und u. a.", f"i.{T}d.{T}R. und u.{T}a."),
        ("ISA e. V., Münster", f"ISA e.{T}V., Münster"),
        ("nach § 8 SGB VIII", f"nach §{N}8{N}SGB{N}VIII"),
        ("12 % der 870.000 € im Jahr", f"12{N}% der 870.000{N}€ im Jahr"),
        ("am 3. April 2017", f"am 3.{N}April{N}2017"),
        ("siehe Quelle 3", f"siehe Quelle{N}3"),
        ("eins – zwei", f"eins{N}– zwei"),
        ("https://a.example/z. B.", "https://a.example/z. B."),
        ("ein kurzer Satz ohne alles", "ein kurzer Satz ohne alles"),
    ],
)
def test_spaces_that_do_not_break(text: str, expected: str) -> None:
    assert typeset(text) == expected


def test_a_word_that_no_line_holds_may_break() -> None:
    assert typeset("x" * 41) == Z.join(["x" * 20, "x" * 20, "x"])
    assert typeset("x" * 40) == "x" * 40
    assert typeset("x" * 23, longest=22) == Z.join(["x" * 11, "x" * 11, "x"])


def test_addresses_are_cut_only_from_a_run_on_that_no_line_holds() -> None:
    address = "https://www.example.org/" + "ein-langer-pfad/" * 20
    assert typeset(f"Siehe {address}") == f"Siehe {address}"
    assert typeset("https://a.example/pfad/" + "x" * 41 + "/y") == Z.join(
        ("https://a.example/pfad/", "x" * 20, "x" * 20, "x/y")
    )
