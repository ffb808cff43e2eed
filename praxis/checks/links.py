"""Links and images of a Markdown body: inline, by reference and in angle brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from praxis.checks.markup import AUTOLINK, MAX_BRACKETS, spaces
from praxis.checks.prose import blocks
from praxis.checks.targets import check_target
from praxis.checks.text import Body
from praxis.files import ContentFiles
from praxis.findings import Finding
from praxis.places import clip

_BRACKET = re.compile(r"[\[\]]")
_PARENTHESIS = re.compile(r"[()]")
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]]*)\]:[ ]*\n?[ ]*(\S+)", re.MULTILINE)
_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*$")
_MAX_TARGET, _MAX_TEXT = 2_000, 500
_EMPTY_ALT = {"bild", "foto", "grafik", "image", "abbildung", "logo", "img", "picture"}
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|webp|svg)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a case or to a place within a page; whether it leads there shows when all files are known."""

    path: str
    line: int
    column: int
    target: str
    """The linked file, relative to the root."""
    anchor: str
    """The place within it, without the hash; empty for the whole page."""


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A pair of brackets that is the text of a link or image."""

    start: int
    text: str
    is_image: bool
    after: int


@dataclass(frozen=True, slots=True)
class _Address:
    """The address of an inline link: where it begins, where its parenthesis ends."""

    start: int
    end: int
    text: str


def check_links(body: Body, files: ContentFiles, links: list[Link]) -> Iterator[Finding]:
    """Findings of every link and image; links to places within pages are added to ``links``."""

    def target(index: int, address: str, image: bool) -> Iterator[Finding]:
        for found in check_target(body, index, address, image, files):
            if isinstance(found, Finding):
                yield found
            else:
                place = body.finding(index, "verknuepfung-anker", "", "")
                links.append(Link(body.path, place.line, place.column, *found))

    defined = {_label(found[1]): found for found in _DEFINITION.finditer(body.text)} if "]:" in body.text else {}
    for label, found in defined.items():
        if not label.startswith("^"):
            yield from target(found.start(2), found[2].strip("<>"), False)
    for start, block in blocks(AUTOLINK.sub(spaces, body.text)):
        done = 0
        closings = _closings(block) if "](" in block else {}
        for bracket in _brackets(block) if "[" in block else ():
            if bracket.is_image and _is_link(block, bracket, defined):
                yield from _alternative_text(body, start, bracket)
            elif not bracket.text.strip() and _is_link(block, bracket, defined):
                yield body.finding(
                    start + bracket.start,
                    "verknuepfung-leer",
                    "Der Link hat keinen Text.",
                    "Schreiben Sie zwischen die eckigen Klammern, wohin er führt.",
                )
            if address := _inline_target(block, closings.get(bracket.after), bracket.after):
                # An address in angle brackets is told below; only what is empty in the text itself has none.
                if address.text or not body.text[start + bracket.after + 1 : start + address.end - 1].strip("<> \t\n"):
                    yield from target(start + address.start, address.text, bracket.is_image)
                done = address.end
            elif bracket.start >= done:
                yield from _undefined(body, start, block, bracket, defined)
    for link in AUTOLINK.finditer(body.text):
        yield from target(link.start(1), link[1], False)


def _brackets(block: str) -> Iterator[_Bracket]:
    opened: list[int] = []
    for mark in islice(_BRACKET.finditer(block), MAX_BRACKETS):
        if mark[0] == "[":
            opened.append(mark.start())
        elif opened:
            start = opened.pop()
            yield _Bracket(
                start,
                block[start + 1 : min(mark.start(), start + _MAX_TEXT)],
                block[start - 1 : start] == "!",
                mark.end(),
            )


def _closings(block: str) -> dict[int, int]:
    """Place of each opening parenthesis that is closed -> place of the closing one."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for mark in _PARENTHESIS.finditer(block):
        if mark[0] == "(":
            opened.append(mark.start())
        elif opened:
            found[opened.pop()] = mark.start()
    return found


def _inline_target(block: str, end: int | None, start: int) -> _Address | None:
    """The address of ``(address "title")`` from ``start`` to ``end``, or None."""
    if end is None or end - start > _MAX_TARGET:
        return None
    inside = block[start + 1 : end]
    address = _TITLE.sub("", inside).strip()
    first = start + 1 + len(inside) - len(inside.lstrip())
    return _Address(first, end + 1, address.strip("<>") if address[:1] == "<" else address)


def _label(text: str) -> str:
    return " ".join(text.split()).lower()


def _reference(block: str, bracket: _Bracket) -> str | None:
    """The label in ``[text][label]``, None where no second pair of brackets follows."""
    if block[bracket.after : bracket.after + 1] != "[":
        return None
    end = block.find("]", bracket.after)
    return (block[bracket.after + 1 : end] or bracket.text) if end != -1 else None


def _is_link(block: str, bracket: _Bracket, defined: dict[str, re.Match[str]]) -> bool:
    reference = _reference(block, bracket)
    return block[bracket.after : bracket.after + 1] == "(" or _label(reference or bracket.text) in defined


def _undefined(
    body: Body, start: int, block: str, bracket: _Bracket, defined: dict[str, re.Match[str]]
) -> Iterator[Finding]:
    """A footnote or a reference link that names what is defined nowhere."""
    reference = _reference(block, bracket)
    if bracket.text.startswith("^"):
        if _label(bracket.text) not in defined:
            yield body.finding(
                start + bracket.start,
                "verknuepfung-kaputt",
                f"Zur Fußnote „{clip(bracket.text[1:])}“ fehlt der Text.",
                f"Ergänzen Sie eine Zeile „[{clip(bracket.text)}]: …“.",
            )
    elif reference and not reference.startswith("^") and _label(reference) not in defined:
        yield body.finding(
            start + bracket.after,
            "verknuepfung-kaputt",
            f"Für den Verweis „{clip(reference)}“ fehlt die Adresse.",
            f"Ergänzen Sie eine Zeile „[{clip(reference)}]: adresse“, oder schreiben Sie [Text](adresse).",
        )


def _alternative_text(body: Body, start: int, bracket: _Bracket) -> Iterator[Finding]:
    alternative, index = bracket.text.strip(), start + bracket.start - 1
    if not alternative:
        yield body.finding(
            index,
            "bild-alternativtext",
            "Dem Bild fehlt der Alternativtext.",
            "Beschreiben Sie zwischen den eckigen Klammern, was das Bild zeigt.",
        )
    elif alternative.lower().strip(".") in _EMPTY_ALT or _FILE_NAME.fullmatch(alternative):
        yield body.finding(
            index,
            "bild-alternativtext-leer",
            f"Der Alternativtext „{clip(alternative)}“ sagt nichts über das Bild.",
            "Beschreiben Sie, was das Bild zeigt, so dass man es nicht sehen muss.",
        )
