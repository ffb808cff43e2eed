"""German typography of running text: spaces that do not break, and words that no line could hold."""

from __future__ import annotations

import re

from praxis.wording import MONTHS, NBSP

_THIN = "\u202f"
_ZERO_WIDTH = "\u200b"
LONGEST, LONGEST_IN_CELL = 40, 22
"""Characters that a word may have in running text, and in a cell of a table, before it gets places to break."""
_ABBREVIATION = re.compile(r"(?<![\w.])((?:[A-Za-zÄÖÜäöü]\. ?)+[A-Za-zÄÖÜäöü]\.)(?![\w.])")
"""``z. B.``, ``u. a.``, ``i. d. R.``, ``e. V.``, initials: kept together with thin spaces."""
_LETTER = re.compile(r"\w\.")
_BEFORE_NUMBER = re.compile(
    r"(§§?|Art\.|Abs\.|Nr\.|S\.|Seite|Quelle|Kapitel|SGB|Kap\.|ca\.|rund|Stand|Anm\.|Bd\.) (?=[0-9IVX])"
)
_AFTER_NUMBER = re.compile(
    r"(?<=[0-9]) (?=(?:%|‰|€|EUR|Euro|Prozent|Mio\.|Mrd\.|Millionen|Milliarden|Jahre?n?|Monate?n?|Wochen?|Tage?n?|Uhr|km|m|kg|VZÄ|Stunden?)(?![\w-]))"
)
_DATE = re.compile(rf"(?<=\d\.) (?=(?:{'|'.join(MONTHS)})\b)")
_MONTH_YEAR = re.compile(rf"\b({'|'.join(MONTHS)}) (?=\d{{4}}\b)")
_LEGAL = re.compile(r"(?<=\d) (?=SGB\b|BGB\b|GG\b|Abs\.)")
_ADDRESS = "://"
_DASH = re.compile(r" (?=– )")


def typeset(text: str, longest: int = LONGEST) -> str:
    """``text`` with the spaces German needs, and words beyond ``longest`` breakable; addresses keep their spaces."""
    if _ADDRESS in text:
        return breakable(text, longest)
    text = _ABBREVIATION.sub(lambda found: _THIN.join(_LETTER.findall(found[1])), text)
    text = _BEFORE_NUMBER.sub(rf"\1{NBSP}", text)
    for pattern in (_AFTER_NUMBER, _DATE, _LEGAL, _DASH):
        text = pattern.sub(NBSP, text)
    return breakable(_MONTH_YEAR.sub(rf"\1{NBSP}", text), longest)


def breakable(text: str, longest: int = LONGEST) -> str:
    """``text`` in which words longer than any word of the language have places where they may break."""
    if len(text) <= longest or max(map(len, text.split()), default=0) <= longest:
        return text
    return re.sub(rf"\S{{{longest + 1},}}", lambda found: _ZERO_WIDTH.join(_cut(found[0], longest // 2)), text)


def _cut(word: str, step: int) -> list[str]:
    """Pieces of a word; an address, which breaks at its signs, is whole up to a run that no line holds."""
    whole = 0
    if _ADDRESS in word:
        run = re.search(rf"[^\W_]{{{2 * step + 1},}}", word)
        whole = run.start() if run else len(word)
    pieces = [word[start : start + step] for start in range(whole, len(word), step)]
    return [word[:whole], *pieces] if whole else pieces
