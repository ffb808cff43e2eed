"""Headings, by the rules of Python-Markdown: a hash in the first column, or a line underlined with = or -."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxis.checks.prose import blocks
from praxis.checks.text import Body
from praxis.findings import Finding
from praxis.markdown import slugify

_HASHES = re.compile(r"^(#{1,6})(.*)$", re.MULTILINE)
_UNDERLINED = re.compile(r"([^\n]+)\n(=+|-+) *(?:\n|$)")
_MARKUP = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])|[*_`]|<[^<>]*>")


def headings(text: str) -> list[tuple[int, int, str]]:
    """Index, level and words of every heading of a prose text, in order."""
    found = (
        [(mark.start(), len(mark[1]), mark[2].strip(" #")) for mark in _HASHES.finditer(text)] if "#" in text else []
    )
    if "\n==" in text or "\n--" in text or "\n=" in text or "\n-" in text:
        for start, block in blocks(text):
            underlined = _UNDERLINED.match(block)
            if underlined and not underlined[1].startswith("#"):
                found.append((start, 1 if underlined[2][0] == "=" else 2, underlined[1].strip()))
        found.sort()
    return found


def anchors(text: str) -> set[str]:
    """Ids of the headings of a prose text, as the page has them."""
    known: set[str] = set()
    for _, _, words in headings(text):
        slug = base = slugify(_MARKUP.sub(lambda mark: mark[1] or "", words), "-") or "_1"
        number = 0
        while slug in known:
            number += 1
            slug = f"{base}_{number}"
        known.add(slug)
    return known


def check_headings(body: Body) -> Iterator[Finding]:
    """Headings of the first level, and headings that skip one."""
    level = 1
    for index, now, _ in headings(body.text):
        if now == 1 and not body.titled:
            yield body.finding(
                index,
                "ueberschrift-titel",
                "Im Text steht eine Überschrift erster Ordnung (#).",
                "Beginnen Sie mit ##; der Titel der Seite kommt aus dem Kopf.",
            )
        elif now > level + 1:
            yield body.finding(
                index,
                "ueberschrift-stufe",
                f"Die Überschrift springt von Stufe {level} auf Stufe {now}.",
                f"Schreiben Sie „{'#' * (level + 1)}“ statt „{'#' * now}“.",
            )
        level = now
