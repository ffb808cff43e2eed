"""The blocks of a text that the subject index can lead to: a paragraph, an item of a list, a row of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from praxis.book.html_tree import Element

_LISTS = {"ul", "ol"}
_FRAMES = {"div", "section", "blockquote"}
_OTHERS = {"p", "dl", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True, slots=True)
class Block:
    """A block by its number in the text; ``element`` is where its label stands, ``text`` what it says."""

    number: int
    element: Element
    text: str

    def label(self, page: str) -> str:
        """Its label on the page with the given site address; no anchor of a text can be the same."""
        return f"{page}#:{self.number}"


def blocks(tree: Element) -> list[Block]:
    """All blocks of a text, in order; a block holds no other one. Notes are none: they stand where they are called."""
    return [Block(number, element, text) for number, (element, text) in enumerate(_inside(tree))]


def _inside(frame: Element) -> Iterator[tuple[Element, str]]:
    for node in frame.children:
        if isinstance(node, Element):
            yield from _places(node)


def _places(node: Element) -> Iterator[tuple[Element, str]]:
    if node.tag in _FRAMES and "footnote" not in node.classes:
        yield from _inside(node)
    elif node.tag in _LISTS:
        yield from ((item, item.text) for item in node.children if isinstance(item, Element))
    elif node.tag == "table":
        for row in node.elements("tr"):
            yield from [(cell, row.text) for cell in row.children if isinstance(cell, Element)][:1]
    elif node.tag in _OTHERS:
        yield node, node.text
