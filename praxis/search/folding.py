"""Folding: the spelling under which a German word is indexed and looked up.

``Anträge``, ``Antraege`` and ``Antrage`` fold to the same ``antrage``; ``Straße`` and ``Strasse`` to ``strasse``.
The digraphs *ae*, *oe*, *ue* lose their *e* except after *q*, *a* and *e*, where they are no umlauts
(Fr*au-e*n, n*eu-e*, Q*ue*lle); folding comes before stemming, for pages and for queries alike.

The character tables are written out instead of taken from the Unicode tables of the running Python or browser, so
that an index does not depend on their versions. The browser has the same tables (``web/src/search/folding.ts``).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MAX_FORM: Final = 64
"""Longer folded words are cut: nobody types them, and nothing may grow without bound."""

LETTERS: Final = (
    "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af"  # Latin, IPA
    "\u0370-\u0373\u0376\u0377\u037b-\u037d\u0386\u0388-\u03ff"  # Greek
    "\u0400-\u0481\u048a-\u052f\u0531-\u0556\u0561-\u0587"  # Cyrillic, Armenian
    "\u05d0-\u05ea\u0620-\u064a\u0660-\u0669\u066e\u066f\u0671-\u06d3\u06f0-\u06fc"  # Hebrew, Arabic
    "\u0904-\u0939\u0966-\u096f\u0e01-\u0e30\u10d0-\u10f0"  # Devanagari, Thai, Georgian
    "\u1200-\u1248\u1e00-\u1f15\u1f18-\u1fbc"  # Ethiopic, Latin and Greek with several marks
    "\u3041-\u3096\u30a1-\u30fa\u3400-\u4db5\u4e00-\u9fa5\uac00-\ud7a3\ufb00-\ufb06"  # East Asia, ligatures
)
"""What words are made of, as the inside of a regular-expression class."""

MARKS: Final = "\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff\u1ab0-\u1abe\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
"""What may stand inside a word and is dropped: soft hyphens, invisible signs, combining marks."""

_MARK = re.compile(f"[{MARKS}]")
_UMLAUT = re.compile("ae|oe|(?<![qae])ue")
_SPECIAL = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "þ": "th",
        "ı": "i",
        "ς": "σ",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
    }
)
_PLAIN = re.compile("[0-9a-z]*")


def fold(text: str) -> str:
    """Return the folded spelling of one word (or piece of one), at most ``MAX_FORM`` characters long.

    Never raises; a text without letters folds to itself in lower case.
    """
    word = text.lower()
    if not _PLAIN.fullmatch(word):
        decomposed = unicodedata.normalize("NFD", word.translate(_SPECIAL))
        word = unicodedata.normalize("NFC", _MARK.sub("", decomposed))
    return _UMLAUT.sub(_base_vowel, word)[:MAX_FORM]


def _base_vowel(match: re.Match[str]) -> str:
    return match.group()[0]
