"""The list of characters that the fonts of the book have agrees with the fonts."""

from __future__ import annotations

from praxis.book.setting import characters
from praxis.characters import RANGES, unprintable

PRIVATE = range(0xE000, 0xF900)


def test_the_list_names_exactly_what_every_style_of_the_font_has() -> None:
    """After a change of the fonts this prints the new list."""
    codes = sorted(code for code in characters() if code >= 0x20 and code not in PRIVATE)
    spans: list[list[int]] = []
    for code in codes:
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    listed = " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in spans)
    assert listed == RANGES


def test_german_european_and_technical_texts_are_printable() -> None:
    text = "Ärztliche Prüfung ≥ 12 % – „größer“, ẞ → ✓ ☐ €, Łódź, Σύρος, Москва\t\n\u00a0\u00ad\u202f"
    assert list(unprintable(text)) == []


def test_emoji_and_scripts_from_right_to_left_are_not() -> None:
    assert [found[0] for found in unprintable("a 😀 שלום")] == ["😀", "ש", "ל", "ו", "ם"]
