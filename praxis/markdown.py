"""The one list of Markdown extensions, as one extension: used by MkDocs, the search and the book alike.

``mkdocs.yml`` names only ``praxis.markdown``. Rendered text is sanitised last, so that nothing a contributor wrote
reaches a page unless the allow-list has it.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from typing import Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from praxis.glossary_links import LinkTerms, TakeDefinitions
from praxis.html_policy import sanitise
from praxis.suggestions import fold

EXTENSIONS = ["tables", "sane_lists", "def_list", "footnotes", "abbr", "fenced_code"]
CONFIGS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "footnotes": {"BACKLINK_TITLE": "Zurück zur Textstelle {}", "SUPERSCRIPT_TEXT": "{}"},
}


class _HeadingTree(TocTreeprocessor):
    """Headings with anchors, and their tree as data: a list as HTML, which nobody shows, would be made for every text."""

    def build_toc_div(self, toc_list: list[Any]) -> ElementTree.Element:
        return ElementTree.Element("div")


class _Headings(TocExtension):
    TreeProcessorClass = _HeadingTree


_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class _WrapTables(Treeprocessor):
    """Wide tables scroll in a region of their own that the keyboard reaches, named after the heading above it."""

    def run(self, root: ElementTree.Element) -> None:
        parents = {child: parent for parent in root.iter() for child in parent}
        number, heading = 0, ""
        for element in list(root.iter()):
            if element.tag in _HEADINGS:
                heading = " ".join("".join(element.itertext()).split())
            if element.tag != "table":
                continue
            number, table, parent = number + 1, element, parents[element]
            name = f"Tabelle {number}: {heading}" if heading else f"Tabelle {number}"
            region = ElementTree.Element(
                "div", {"class": "table-region", "role": "region", "tabindex": "0", "aria-label": name}
            )
            region.tail, table.tail = table.tail, None
            parent[list(parent).index(table)] = region
            region.append(table)
            for cell in table.iter("th"):
                cell.set("scope", "col")


_OWN_ANCHOR = "#quelle-"
_HIDDEN = "praxis-verweis"
TAKEN = frozenset(
    {
        "alle", "angebote", "anpassungen", "antworten", "aufwand", "auskunft", "bedingungen", "beitraege",
        "berichtsbogen", "fragen", "gelernt", "handbuch", "hier", "inhalt", "kern", "kontext", "kontrast", "lehren", "luecken",
        "materialien", "nachnutzung", "praxis", "quellen", "treffen", "uebernommen", "ueberfaellig", "verwandt",
        "versucht", "warum", "weitergegeben", "wirkung", "zeitleiste", "zitieren",
    }
)  # fmt: skip
"""Anchors that the pages of records set themselves; a heading of the text with the same words gets another one."""
_SOURCE = re.compile(r"quelle-\d+")


class _HideOwnAnchors(Treeprocessor):
    """Links to sources of the same page: the page's template writes their anchors, which MkDocs cannot see."""

    def run(self, root: ElementTree.Element) -> None:
        for link in root.iter("a"):
            if link.get("href", "").startswith(_OWN_ANCHOR):
                link.tag = _HIDDEN


class _ShowOwnAnchors(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        for link in root.iter(_HIDDEN):
            link.tag = "a"
            link.set("class", "source-ref")


_MARKUP = re.compile(r"[\\`*_\[\]!<>&\n\x02\x03]")
"""Signs without which no inline pattern finds anything."""


class _PlainParagraph(BlockProcessor):
    """A line that begins with a letter is a paragraph, and most blocks are: the fifteen other forms need not be tried."""

    _LINE = re.compile(r"[^\W\d_][^\n|]*")

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        return not self.parser.state and self._LINE.fullmatch(block) is not None

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        ElementTree.SubElement(parent, "p").text = blocks.pop(0)


class _PassPlainText(Treeprocessor):
    """Keep plain text from the twenty inline patterns: most sentences have nothing in them, and looking costs most."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.passed: list[ElementTree.Element] = []

    def run(self, root: ElementTree.Element) -> None:
        self.passed = []
        for element in root.iter():
            if (text := element.text) and not isinstance(text, AtomicString) and not _MARKUP.search(text):
                element.text = AtomicString(text)
                self.passed.append(element)


class _TakePlainText(Treeprocessor):
    """After the inline patterns: text is text again, so that abbreviations in it are found."""

    def __init__(self, md: Markdown, before: _PassPlainText) -> None:
        super().__init__(md)
        self._before = before

    def run(self, root: ElementTree.Element) -> None:
        for element in self._before.passed:
            element.text = str(element.text)


class _Sanitise(Postprocessor):
    def run(self, text: str) -> str:
        # Headings come here one by one for the tree of headings: most are plain.
        return sanitise(text) if _HTML.search(text) else text


_HTML = re.compile("[<>&\xa0]")


class PraxisExtension(Extension):
    """Everything that turns our Markdown into HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - name of the interface
        """Register the extensions and our processors."""
        md.registerExtensions([*EXTENSIONS, _Headings(slugify=slugify, toc_depth="2-3", marker="")], CONFIGS)
        md.treeprocessors.register(_WrapTables(md), "praxis_tables", 4)
        # MkDocs looks at links with priority 0: what it cannot check is out of its sight at that moment.
        definitions = TakeDefinitions(md)
        md.preprocessors.register(definitions, "praxis_glossary", 28)
        md.parser.blockprocessors.register(_PlainParagraph(md.parser), "praxis_paragraph", 200)
        plain = _PassPlainText(md)  # around the inline patterns, which have priority 20
        md.treeprocessors.register(plain, "praxis_pass_plain_text", 20.5)
        md.treeprocessors.register(_TakePlainText(md, plain), "praxis_take_plain_text", 19.5)
        md.treeprocessors.register(_HideOwnAnchors(md), "praxis_hide_anchors", 1)
        md.treeprocessors.register(_ShowOwnAnchors(md), "praxis_show_anchors", -1)
        md.treeprocessors.register(LinkTerms(md, definitions), "praxis_glossary", -2)
        # Lowest priority: after the raw HTML that Markdown put aside is back in the text.
        md.postprocessors.register(_Sanitise(md), "praxis_sanitise", 0)


@lru_cache(maxsize=1024)
def slugify(text: str, separator: str) -> str:
    """The anchor of a heading: like an id, umlauts written out."""
    kept = "".join(char if char.isalnum() else separator for char in fold(text) if char.isalnum() or char in " -_/–.")
    slug = separator.join(part for part in kept.split(separator) if part)
    return f"{slug}{separator}im{separator}text" if slug in TAKEN or _SOURCE.fullmatch(slug) else slug


class Renderer:
    """Markdown of pages to HTML, one instance for many texts: making one costs a third of rendering a text.

    Links to Markdown files become links to their pages, as site generators do it; that they lead somewhere is checked
    in the library before and in the site after.
    """

    def __init__(self) -> None:
        self._md = Markdown(extensions=[PraxisExtension()])
        self._links = _PageLinks(self._md)
        self._md.treeprocessors.register(self._links, "praxis_page_links", 0)

    def html(self, text: str, page: str) -> str:
        """The HTML of a text on ``page`` (``praxis/x.md``)."""
        self._links.page = page
        html: str = self._md.reset().convert(text)
        return html

    @property
    def headings(self) -> list[dict[str, Any]]:
        """The headings of the last text as a tree, in the form of Python-Markdown's ``toc_tokens``."""
        tokens: list[dict[str, Any]] = self._md.toc_tokens  # type: ignore[attr-defined]
        return tokens


class _PageLinks(Treeprocessor):
    page = ""

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter():
            if element.tag == "a":
                element.set("href", self._address(element.get("href", "")))
            elif element.tag == "img":
                element.set("src", self._address(element.get("src", "")))

    def _address(self, url: str) -> str:
        scheme, host, path, query, anchor = urlsplit(url)
        if scheme or host or not path or path.startswith(("/", "\\")) or AMP_SUBSTITUTE in url:
            return url
        folder = posixpath.dirname(self.page)
        target = posixpath.relpath(posixpath.join(folder, unquote(path)), folder or ".")
        if target.endswith(".md"):
            target = target.removesuffix(".md") + ".html"
        return urlunsplit(("", "", quote(target), query, anchor))


def makeExtension(**kwargs: Any) -> PraxisExtension:  # noqa: N802 - name of the interface
    """Entry point of Python-Markdown."""
    return PraxisExtension(**kwargs)
