"""Links to places within pages and to drafts: what shows only when all files are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from functools import cache

from praxis.checks.headings import anchors
from praxis.checks.links import Link
from praxis.checks.prose import without_code
from praxis.findings import Finding
from praxis.places import clip

_ELSEWHERE = re.compile(r"quelle-[0-9]+|fn(?:ref)?[:0-9].*")
"""Places that the page's template or the footnotes write."""


def check_anchors(
    links: Iterable[Link], drafts: Container[str], body_of: Callable[[str], str | None]
) -> Iterator[Finding]:
    """Links that lead to no published place.

    ``drafts`` are the files that are not published; ``body_of`` gives the Markdown of a file, None where it cannot be
    read.
    """

    @cache
    def places(path: str) -> frozenset[str] | None:
        body = body_of(path)
        return None if body is None else frozenset(anchors(without_code(body)))

    for link in links:
        if link.target in drafts and link.path not in drafts:
            yield Finding(
                link.path,
                link.line,
                link.column,
                None,
                "verknuepfung-kaputt",
                "Der Link führt zu einem Entwurf, der nicht veröffentlicht wird.",
                "Nehmen Sie den Link heraus, bis der Fall veröffentlicht ist.",
            )
            continue
        known = places(link.target) if link.anchor else None
        if known is not None and link.anchor not in known and not _ELSEWHERE.fullmatch(link.anchor):
            yield Finding(
                link.path,
                link.line,
                link.column,
                None,
                "verknuepfung-anker",
                f"Die Stelle „#{clip(link.anchor)}“ gibt es auf der Seite nicht.",
                "Stellen sind Überschriften im Text, klein und mit Bindestrichen, zum Beispiel #vorgehen.",
            )
