"""Sanitised HTML as a tree: what ``praxis.markdown`` renders, read for the book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "wbr"})


@dataclass
class Element:
    """An element with its attributes and children (elements and texts)."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """The values of the class attribute."""
        return set(self.attributes.get("class", "").split())

    def elements(self, *tags: str) -> Iterator[Element]:
        """All elements below this one with one of the tags, in order."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                yield from child.elements(*tags)

    @property
    def text(self) -> str:
        """All text below this element, white space reduced."""
        return " ".join("".join(self.texts()).split())

    def texts(self) -> Iterator[str]:
        """All texts below this element as they stand there."""
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.texts()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """The tree of a piece of HTML, below an element without a tag."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.open[0]
