"""Encoding: whole numbers as printable characters, dense in a script file and after gzip.

A number takes one character up to ``ONE - 1``, two for most others. The alphabet is printable ASCII without quotation
mark, backslash and ``<``, so that a text of it needs no escapes in a script and cannot end one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

ALPHABET: Final = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\<')
BASE: Final = len(ALPHABET)
ONE: Final = 68
"""Numbers below this take one character."""
TWO: Final = 20
"""Characters that open a number of two."""
THREE: Final = 3
"""Characters that open a number of three; the last one opens a number of six."""
_LIMIT_TWO: Final = ONE + TWO * BASE
_LIMIT_THREE: Final = _LIMIT_TWO + THREE * BASE * BASE
_VALUE: Final = {character: value for value, character in enumerate(ALPHABET)}


def encode(numbers: Iterable[int]) -> str:
    """Return the numbers as text. Raises ``ValueError`` for numbers below 0 or from 92⁵ (6.6 thousand million) on."""
    return "".join(map(_encoded, numbers))


def _encoded(number: int) -> str:
    if 0 <= number < ONE:
        return ALPHABET[number]
    if ONE <= number < _LIMIT_TWO:
        high, low = divmod(number - ONE, BASE)
        return ALPHABET[ONE + high] + ALPHABET[low]
    if _LIMIT_TWO <= number < _LIMIT_THREE:
        high, low = divmod(number - _LIMIT_TWO, BASE)
        first, middle = divmod(high, BASE)
        return ALPHABET[ONE + TWO + first] + ALPHABET[middle] + ALPHABET[low]
    if not 0 <= number < BASE**5:
        raise ValueError(f"cannot encode {number}")
    digits = []
    for _ in range(5):
        number, digit = divmod(number, BASE)
        digits.append(ALPHABET[digit])
    return ALPHABET[BASE - 1] + "".join(reversed(digits))


def decode(text: str) -> Iterator[int]:
    """Yield the numbers of a text made by :func:`encode`. Raises ``ValueError`` if it is damaged."""
    values = iter(text)
    try:
        for character in values:
            lead = _VALUE[character]
            if lead < ONE:
                yield lead
                continue
            following, start, first = _shape(lead)
            number = first
            for _ in range(following):
                number = number * BASE + _VALUE[next(values)]
            yield start + number
    except (KeyError, StopIteration, RuntimeError) as error:
        raise ValueError("damaged numbers") from error


def _shape(lead: int) -> tuple[int, int, int]:
    """Return how many characters follow, the number they start from, and the value of the first digit."""
    if lead < ONE + TWO:
        return 1, ONE, lead - ONE
    if lead < ONE + TWO + THREE:
        return 2, _LIMIT_TWO, lead - ONE - TWO
    return 5, 0, 0
