"""Cleaning pasted text: what Word, mail programs and web pages leave behind, without losing a word."""

from __future__ import annotations

import re
import unicodedata

from praxis.source import without_hidden

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("(?<![0-9])[\u00a0\u202f]|\u2007")
"""Spaces that do not break, except behind a number (50 %): Word sets the others as it likes."""
_SOFT_HYPHEN = "\u00ad"
_BULLET = re.compile(r"^([ \t]*)(?:[•·▪‣◦●○■□\uf0b7\uf0a7\uf0d8]|o(?=\t)|[–—](?=[ \t]))[ \t]*", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*(?:[-*+][ \t]+|\(?[0-9]{1,2}[.)][ \t]+)")
_SIGN = re.compile(r"^[ \t]*[-*+][ \t]+")
_TASK = re.compile(r"^\[[ xX]\][ \t]+")
_WORD_COMMENT = re.compile(r"<!--\[if.*?endif\]-->", re.DOTALL)
_BLOCK_END = re.compile(r"<br[ \t]*/?>|</(?:p|div|li|tr|h[1-6]|ul|ol|table)[ \t]*>", re.IGNORECASE)
_CELL_END = re.compile(r"</t[dh][ \t]*>", re.IGNORECASE)
_LIST_ITEM = re.compile(r"<li(?:[ \t][^<>]*)?>", re.IGNORECASE)
_PLAIN_TAG = re.compile(
    r"</?(?:p|div|span|b|i|u|em|strong|font|ul|ol|li|table|tbody|thead|tr|td|th|h[1-6]|br|hr|sub|sup|small|center|o:p|st1:\w+|w:\w+)"
    r"(?:[ \t\n]+(?:class|style|lang|align|dir|size|face|color|width|height|border|valign|cellpadding|cellspacing|id)"
    r"=(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))*[ \t]*/?>",
    re.IGNORECASE,
)
"""Tags of layout, with attributes in which no words of the author stand."""
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
_ENTITIES = {
    "&nbsp;": " ", "&amp;": "&", "&quot;": '"', "&apos;": "'", "&auml;": "ä", "&ouml;": "ö", "&uuml;": "ü",
    "&Auml;": "Ä", "&Ouml;": "Ö", "&Uuml;": "Ü", "&szlig;": "ß", "&ndash;": "–", "&mdash;": "—", "&bdquo;": "„",
    "&ldquo;": "“", "&rdquo;": "”", "&bull;": "•", "&hellip;": "…", "&euro;": "€",
}  # fmt: skip
_ENTITY = re.compile("|".join(_ENTITIES))
_EMPTY = re.compile(
    r"[-–—_.?/*]*|_?no response_?|_?keine antwort_?|_?no answer_?|n\.? ?/? ?a\.?|k\. ?a\.?|keine angaben?|none|entfällt|leer",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """Text with plain line ends and spaces, composed umlauts, ordinary list signs and no hidden characters."""
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))
    text = without_hidden(_SPACES.sub(" ", text).replace(_SOFT_HYPHEN, ""))
    return _BULLET.sub(r"\1- ", text)


def without_layout(text: str) -> str:
    """Text without the HTML of layout (paragraphs, lists, Word's own); every other ``<`` stays as it is."""
    if "<" in text:
        text = _CELL_END.sub(" ", _BLOCK_END.sub("\n", _WORD_COMMENT.sub("", text)))
        text = _LIST_ITEM.sub("\n- ", text)
        text = _PLAIN_TAG.sub("", _AUTOLINK.sub(r"\1", text))
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], text) if "&" in text else text


def is_empty(answer: str) -> bool:
    """True for what people write where they have nothing to say (``_No response_``, ``-``, ``k. A.``)."""
    return _EMPTY.fullmatch(answer.strip()) is not None


def one_line(text: str) -> str:
    """The text on one line with ordinary spaces, without list signs and quotation marks around it."""
    lines = (_TASK.sub("", _SIGN.sub("", line)) for line in text.split("\n"))
    return unquoted(" ".join(" ".join(lines).split()))


def unquoted(text: str) -> str:
    """The text without straight quotation marks around it; German ones belong to it."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" and text[0] not in text[1:-1]:
        return text[1:-1].strip()
    return text


def items(text: str) -> list[str]:
    """The entries of a list: those with list signs where there are any (with their further lines), else the lines."""
    lines = [line for line in text.split("\n") if line.strip()]
    if not any(_ITEM.match(line) for line in lines):
        return [_without_sign(line) for line in lines]
    entries: list[str] = []
    for line in lines:
        if _ITEM.match(line) or not entries:
            entries.append(_without_sign(line))
        else:
            entries[-1] = f"{entries[-1]} {line.strip()}"
    return [entry for entry in entries if entry]


def _without_sign(line: str) -> str:
    return _TASK.sub("", _ITEM.sub("", line)).strip()
