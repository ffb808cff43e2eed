"""Long lists in parts: a page with ten thousand lines is slow to load and of no use to anybody.

Up to a bound a page shows all its records. Of a longer list it shows the first part; the others are pages of their own
below it (``standards/zugaenge/praxis/2.html``), and every part leads to all the others, without a script too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from praxis.relations.register_words import alphabetical
from praxis.site.page import Page
from praxis.wording import german_number

Piece = dict[str, Any]
LONGEST: Final[Mapping[str, int]] = {"cases": 200, "gaps": 200, "links": 1000}
"""Filling of a section (see :func:`praxis.site.rows.section`) -> lines on one page at most."""
_SECTIONS = ("sections", "static")


def in_parts(page: Page) -> Iterator[Page]:
    """The page with the first part of each list that is too long for it, then a page for each further part."""
    sections = {key: [_cut(page, item) for item in page.data[key]] for key in _SECTIONS if key in page.data}
    further = [other for cuts in sections.values() for _, others in cuts for other in others]
    if not further:
        yield page
        return
    firsts = {key: [first for first, _ in cuts] for key, cuts in sections.items()}
    yield replace(page, data={**page.data, **firsts})
    yield from further


def _cut(page: Page, item: Piece) -> tuple[Piece, list[Page]]:
    """A section with the first part of its list, and the pages of the others; none where the list is short enough."""
    name = next((name for name, longest in LONGEST.items() if len(item.get(name, ())) > longest), None)
    if name is None:
        return item, []
    rows, step = item[name], LONGEST[name]
    lists = [rows[start : start + step] for start in range(0, len(rows), step)]
    folder = page.path.removesuffix(".md").removesuffix("/index")
    paths = [f"{folder}/{item['id']}/{number}.md" for number in range(2, len(lists) + 1)]
    urls = [f"{page.address}#{item['id']}", *(f"{path.removesuffix('.md')}.html" for path in paths)]
    places = _ordered_places(rows)
    links = [
        {"title": f"Teil {number}", "url": url, "note": _bounds(places, step * (number - 1), len(listed))}
        for number, (url, listed) in enumerate(zip(urls, lists, strict=True), start=1)
    ]
    first = {**item, name: lists[0], "parts": _parts(item, links, 0)}
    length = f"Die ganze Liste hat {german_number(len(rows))} Einträge."
    others = [
        Page(
            path=path,
            template="eintrag.html",
            title=f"{page.title}: {item['title']}, Teil {at + 1} von {len(lists)}",
            description=f"{links[at]['note']}. {length}",
            data={
                "lead": f"{links[at]['note']}. {length}",
                "trail": [*page.data.get("trail", ()), {"title": page.title, "url": page.address}],
                "sections": [{**item, name: lists[at], "parts": _parts(item, links, at)}],
            },
        )
        for at, path in enumerate(paths, start=1)
    ]
    return first, others


def _parts(item: Piece, links: Sequence[Piece], here: int) -> Piece:
    """The way from one part to all others."""
    entries = [{**link, "here": True} if at == here else link for at, link in enumerate(links)]
    return {"name": f"Teile der Liste „{item['title']}“", "links": entries}


def _ordered_places(rows: Sequence[Piece]) -> list[str]:
    """The place of every line, where the list is in the order of places; else nothing."""
    places = [row.get("place", "") for row in rows]
    return places if all(places) and places == sorted(places, key=alphabetical) else []


def _bounds(places: Sequence[str], start: int, count: int) -> str:
    """What a part holds: from which place to which, where the list is in their order; else its numbers."""
    if places:
        first, last = places[start], places[start + count - 1]
        return first if first == last else f"{first} bis {last}"
    return f"{german_number(start + 1)} bis {german_number(start + count)}"
