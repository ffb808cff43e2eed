"""Reasons: why a document was found, in the words of the reader and of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from praxis.search.plan import Why

FOUND_SHOWN: Final = 3
"""Words of a page that a reason names at most."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a page was found: the word as typed, how it matched, and the page's words for it, of several parts or one."""

    word: str
    why: Why
    found: tuple[str, ...]
    several: bool = False

    @property
    def text(self) -> str:
        """The reason as a German phrase."""
        listed = ", ".join(f"„{each}“" for each in self.found)
        return _PHRASES[self.why].format(word=f"„{self.word}“", found=listed, e="e" if self.several else "")


_PHRASES: Final = {
    Why.WORD: "{word}",
    Why.INFLECTED: "{word} in {found}",
    Why.COMPOUND: "{word} in {found}",
    Why.PART: "Teil{e} von {word}: {found}",
    Why.NEAR: "{word} ähnlich: {found}",
    Why.GUESS: "statt {word}: {found}",
    Why.PREFIX: "{word}…: {found}",
    Why.SYNONYM: "{word} entspricht {found}",
}


def together(reasons: Sequence[Reason]) -> Reason:
    """Return one reason for those that say the same of one word, as its parts do: of each its first words come first."""
    rounds = zip_longest(*(reason.found for reason in reasons))
    found = tuple(dict.fromkeys(word for each in rounds for word in each if word is not None))
    several = len(found) > len(reasons[0].found)
    return replace(reasons[0], found=found[: max(FOUND_SHOWN, len(reasons))], several=several)
