"""Python values as Typst literals: the only way in which texts of records reach the typesetter.

A text becomes a string literal, which Typst never reads as markup or code. What this package writes itself is
:class:`Code`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_ESCAPED = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}


class Code(str):
    """Typst code made by this package; texts of records are in it only as string literals."""

    __slots__ = ()


def literal(value: object) -> Code:
    """The Typst expression for text, number, truth value, None, list and mapping; code stands as it is."""
    if isinstance(value, Code):
        return value
    if isinstance(value, str):
        return _string(value)
    if value is None:
        return Code("none")
    if isinstance(value, bool):
        return Code("true" if value else "false")
    if isinstance(value, (int, float)):
        return Code(repr(value))
    if isinstance(value, Mapping):
        pairs = [f"{_string(str(key))}: {literal(item)}" for key, item in value.items()]
        return Code(f"({', '.join(pairs)})" if pairs else "(:)")
    if isinstance(value, Iterable):
        return Code(f"({''.join(f'{literal(item)}, ' for item in value)})")
    raise TypeError(f"kein Typst-Wert: {type(value).__name__}")


def call(name: str, *arguments: object, **named: object) -> Code:
    """A call of a function of our template; underscores of names become hyphens."""
    parts: list[str] = [literal(argument) for argument in arguments]
    parts += [f"{key.replace('_', '-')}: {literal(value)}" for key, value in named.items() if value is not None]
    return Code(f"{name}({', '.join(parts)})")


def joined(pieces: Iterable[Code]) -> Code:
    """Pieces of content one after the other."""
    found = list(pieces)
    return found[0] if len(found) == 1 else Code("{" + ";".join(found) + "}")


def _string(text: str) -> Code:
    return Code(f'"{text.translate(_ESCAPED)}"')
