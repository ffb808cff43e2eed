"""From the HTML of a text to Typst: every text a string literal, every element a function of our template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from praxis.book.html_tree import Element, parse
from praxis.book.literals import Code, call, joined, literal
from praxis.book.passages import blocks
from praxis.book.pictures import Pictures
from praxis.book.places import Place, Places
from praxis.book.tables import table
from praxis.book.typography import LONGEST, LONGEST_IN_CELL, breakable, typeset

_SPACE = re.compile(r"[ \t\n\r\f]+")
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:-([a-zA-Z]{2}))?(?:-.*)?")
_HEADING = re.compile(r"h([1-6])")
_DEEPEST_HEADING = 6
_DEEPEST_LIST = 6
_PLAIN = {"em": "emph", "strong": "strong", "sub": "sub", "sup": "super", "del": "strike", "ins": "underline", "mark": "marked", "small": "smaller", "kbd": "key"}  # fmt: skip
_BLOCKS = frozenset({"blockquote", "div", "dl", "hr", "ol", "p", "pre", "section", "table", "ul", "h1", "h2", "h3", "h4", "h5", "h6"})  # fmt: skip
_DIRECTIONS = {"ltr", "rtl"}


class _SourceLink(Code):
    """A link to a source of the same page; beside running words it stands in parentheses."""

    __slots__ = ()


@dataclass
class Writer:
    """Writes the texts of one page (``page`` is its site address), headings ``deeper`` levels below where they stand.

    ``unlisted`` are headings that the contents leave out; None leaves out all. Without ``with_terms`` words of the
    glossary are plain words: a sheet that is passed on alone has no glossary. ``with_labels`` lets the subject index lead
    to every block. Notes and explained abbreviations are
    remembered, so that a writer serves one text.
    """

    page: str
    places: Places
    pictures: Pictures
    deeper: int = 0
    unlisted: frozenset[str] | None = frozenset()
    with_terms: bool = True
    with_labels: bool = False
    _longest: int = LONGEST
    _notes: dict[str, Element] = field(default_factory=dict)
    _written: set[str] = field(default_factory=set)
    _explained: set[str] = field(default_factory=set)
    _labels: dict[int, str] = field(default_factory=dict)

    def write(self, html: str) -> Code:
        """The content of a text."""
        tree = parse(html)
        for box in [element for element in tree.elements("div") if "footnote" in element.classes]:
            self._notes.update({item.attributes.get("id", ""): item for item in box.elements("li")})
        if self.with_labels:
            self._labels = {id(block.element): block.label(self.page) for block in blocks(tree)}
        return joined(self._blocks(tree.children))

    def _blocks(self, nodes: Iterable[Element | str], depth: int = 0) -> Iterator[Code]:
        """Blocks in order; texts and inline elements between them become paragraphs."""
        loose: list[Element | str] = []
        for node in nodes:
            if isinstance(node, Element) and node.tag in _BLOCKS:
                yield from self._loose(loose)
                yield from self._label(node)
                yield from self._block(node, depth)
            else:
                loose.append(node)
        yield from self._loose(loose)

    def _label(self, element: Element) -> Iterator[Code]:
        """The label of a block of its own, at its first place: wide tables repeat their first column."""
        if label := self._labels.pop(id(element), ""):
            yield call("target-here", "", label)

    def _loose(self, nodes: list[Element | str]) -> Iterator[Code]:
        content = self._inline(nodes)
        nodes.clear()
        if content:
            yield call("para", content)

    def _block(self, element: Element, depth: int) -> Iterator[Code]:
        tag = element.tag
        if heading := _HEADING.fullmatch(tag):
            yield self._heading(element, int(heading[1]))
        elif tag == "p":
            yield from self._paragraph(element)
        elif tag in ("ul", "ol"):
            yield self._list(element, depth + 1)
        elif tag == "dl":
            yield self._definitions(element, depth)
        elif tag == "blockquote":
            yield call("citation", joined(self._blocks(element.children, depth)))
        elif tag == "pre":
            yield call("listing", "".join(element.texts()).rstrip("\n"))
        elif tag == "table":
            self._longest = LONGEST_IN_CELL
            yield table(element, self._cell)
            self._longest = LONGEST
        elif tag == "hr":
            yield call("divider")
        elif "footnote" not in element.classes:
            yield from self._blocks(element.children, depth)

    def _heading(self, element: Element, level: int) -> Code:
        anchor = element.attributes.get("id", "")
        label = f"{self.page}#{anchor}" if anchor else None
        is_listed = self.unlisted is not None and element.text not in self.unlisted
        level = min(level + self.deeper, _DEEPEST_HEADING)
        return call("section-heading", level, typeset(element.text), label, outlined=is_listed)

    def _paragraph(self, element: Element) -> Iterator[Code]:
        shown = [node for node in element.children if isinstance(node, Element) or node.strip()]
        if shown and all(isinstance(node, Element) and node.tag == "img" for node in shown):
            for node in shown:
                if isinstance(node, Element):
                    yield self._picture(node)
        elif content := self._inline(element.children):
            yield call("para", self._spoken(element, content))

    def _list(self, element: Element, depth: int) -> Code:
        children = [child for child in element.children if isinstance(child, Element)]
        items = [joined([*self._label(child), self._item(child, depth)]) for child in children]
        if depth > _DEEPEST_LIST:  # deeper than a line can show: the items follow each other
            return joined(items) if items else Code("[]")
        name = "numbered" if element.tag == "ol" else "bullets"
        start = element.attributes.get("start", "")
        return call(name, items, start=int(start) if start.isdecimal() and len(start) < 7 else None)

    def _item(self, element: Element, depth: int) -> Code:
        """A list's item or a note: words first, then what stands below them."""
        own: list[Element | str] = []
        for position, child in enumerate(element.children):
            if isinstance(child, Element) and child.tag in _BLOCKS:
                if own or child.tag != "p":
                    rest = list(self._blocks(element.children[position:], depth))
                    return joined([*([words] if (words := self._inline(own)) else []), *rest])
                own = list(child.children)
                rest = list(self._blocks(element.children[position + 1 :], depth))
                return joined([*([words] if (words := self._inline(own)) else []), *rest])
            if own or isinstance(child, Element) or child.strip():
                own.append(child)
        return self._inline(own) or Code("[]")

    def _cell(self, element: Element) -> Code:
        return joined([*self._label(element), self._inline(element.children) or Code("none")])

    def _definitions(self, element: Element, depth: int) -> Code:
        entries: list[tuple[Code, Code]] = []
        term = Code("[]")
        for child in element.children:
            if isinstance(child, Element) and child.tag == "dt":
                term = self._inline(child.children) or Code("[]")
            elif isinstance(child, Element):
                entries.append((term, joined(self._blocks(child.children, depth)) or Code("[]")))
                term = Code("[]")
        return call("definitions", entries)

    def _picture(self, element: Element) -> Code:
        alternative = element.attributes.get("alt", "")
        return call("picture", self._picture_name(element), alternative, typeset(element.attributes.get("title", "")))

    def _picture_name(self, element: Element) -> Code | str:
        place = self.places.of_link(element.attributes.get("src", ""), self.page)
        return self.pictures.name_of(place, element.attributes.get("alt", ""))

    def _inline(self, nodes: Iterable[Element | str]) -> Code | None:
        """Running text, white space reduced as a browser does; None where there is none."""
        pieces = [piece for node in nodes for piece in self._pieces(node)]
        texts: list[str | Code] = []
        for piece in pieces:
            if isinstance(piece, Code):
                texts.append(piece)
            elif texts and not isinstance(texts[-1], Code):
                texts[-1] += piece
            else:
                texts.append(piece)
        texts = [piece if isinstance(piece, Code) else _SPACE.sub(" ", piece) for piece in texts]
        if texts and not isinstance(texts[0], Code):
            texts[0] = texts[0].lstrip(" ")
        if texts and not isinstance(texts[-1], Code):
            texts[-1] = texts[-1].rstrip(" ")
        shown = list(self._set(piece for piece in texts if piece))
        return joined(shown) if shown else None

    def _set(self, pieces: Iterable[str | Code]) -> Iterator[Code]:
        depth = 0
        for piece in pieces:
            if not isinstance(piece, Code):
                depth += piece.count("(") - piece.count(")")
                yield literal(typeset(piece, self._longest))
            elif isinstance(piece, _SourceLink) and depth <= 0:
                yield from (literal("("), piece, literal(")"))
            else:
                yield piece

    def _pieces(self, node: Element | str) -> Iterator[str | Code]:
        if isinstance(node, str):
            yield node
        elif node.tag == "br":
            yield Code("linebreak()")
        elif node.tag == "wbr":
            yield "\u200b"
        elif node.tag == "img":
            yield call("picture-among-words", self._picture_name(node), node.attributes.get("alt", ""))
        elif node.tag == "code":
            yield call("raw", breakable("".join(node.texts()), self._longest))
        elif node.tag == "a":
            yield from self._link(node)
        elif node.tag == "sup" and (note := self._note(node)):
            yield note
        elif node.tag == "abbr":
            yield from self._abbreviation(node)
        elif node.tag == "q":
            yield from ("„", *self._wrapped(node), "“")
        elif node.tag in _PLAIN:
            content = self._spaced(node)
            yield from (
                (content[0], call(_PLAIN[node.tag], self._spoken(node, content[1])), content[2])
                if content[1]
                else [content[0]]
            )
        else:
            yield from self._wrapped(node)

    def _wrapped(self, node: Element) -> Iterator[str | Code]:
        """The children of an element without an effect of its own, in its language where it names one."""
        if not node.attributes.get("lang") and not node.attributes.get("dir"):
            for child in node.children:
                yield from self._pieces(child)
        else:
            before, content, after = self._spaced(node)
            yield from (before, self._spoken(node, content) if content else "", after)

    def _spaced(self, node: Element) -> tuple[str, Code | None, str]:
        """Content of an element, and the white space at its ends, which belongs outside."""
        text = "".join(node.texts())
        before = " " if text[:1].isspace() else ""
        after = " " if text[-1:].isspace() and text.strip() else ""
        return before, self._inline(node.children), after

    def _spoken(self, element: Element, content: Code) -> Code:
        """Content in the language and direction that its element names."""
        language = _LANGUAGE.fullmatch(element.attributes.get("lang", ""))
        direction = element.attributes.get("dir", "")
        if language:
            content = call("in-language", language[1].lower(), (language[2] or "").upper() or None, content)
        return call("directed", direction, content) if direction in _DIRECTIONS else content

    def _note(self, element: Element) -> Code | None:
        """A call of a note, with the note's text where it is called first."""
        anchor = next((child.attributes.get("href", "")[1:] for child in element.elements("a")), "")
        if anchor not in self._notes:
            return None
        label = f"{self.page}#{anchor}"
        if anchor in self._written:
            return call("note-again", label)
        self._written.add(anchor)
        return call("note", self._item(_without_backlinks(self._notes[anchor]), 0), label)

    def _abbreviation(self, node: Element) -> Iterator[str | Code]:
        yield from self._wrapped(node)
        title = node.attributes.get("title", "")
        if title and node.text not in self._explained:
            self._explained.add(node.text)
            yield f" ({title})"

    def _link(self, node: Element) -> Iterator[str | Code]:
        before, content, after = self._spaced(node)
        if content is None:
            return
        yield before
        if "term" in node.classes:
            yield self._term(node, content)
        else:
            yield self._reference(self.places.of_link(node.attributes.get("href", ""), self.page), node, content)
        yield after

    def _term(self, node: Element, content: Code) -> Code:
        place = self.places.of_link(node.attributes.get("href", ""), self.page)
        return call("quiet-link", place.label, content) if place.label and self.with_terms else content

    def _reference(self, place: Place, node: Element, content: Code) -> Code:
        if place.label and "source-ref" in node.classes:
            return _SourceLink(call("source-link", place.label, content))
        if place.label:
            is_near = place.label.partition("#")[0] == self.page
            return call("quiet-link" if is_near else "cross-reference", place.label, content)
        if not place.address:
            return content
        if place.address.startswith(self.places.lists):
            return call("address", place.address, content)
        shows_address = node.text.rstrip("/") in (place.address.rstrip("/"), place.address.removeprefix("mailto:"))
        return call("printed-address", place.address) if shows_address else call("outside", place.address, content)


def _without_backlinks(element: Element) -> Element:
    """The note without the link back to its call, which paper does not need."""
    children = [
        child if isinstance(child, str) else _without_backlinks(child)
        for child in element.children
        if isinstance(child, str) or "footnote-backref" not in child.classes
    ]
    return Element(element.tag, element.attributes, children)
