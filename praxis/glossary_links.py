"""Glossary terms in texts: which ones a text uses, and the Markdown extension's links to them.

A page maker appends one line for each term that a text uses (``definitions``); the extension takes these lines out
again and links the first place where each term stands outside links, headings and code. So a page carries all that its
rendering needs, wherever it is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from praxis.vocabulary import GlossaryTerm

GLOSSARY = "../glossar/index.html"
"""The glossary as seen from every record's page."""
_DEFINITION = re.compile(r"^\?\[([^\]\n]+)\]: #([a-z0-9-]+) (.+)$")
_ENDINGS = ("en", "es", "e", "n", "s", "")
_ENDING = re.compile(rf"(?:{'|'.join(_ENDINGS)})(?![\w-])")
_INSIDE = re.compile(r"[\w-]")
_NOT_IN = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "abbr", "kbd", "q", "th"})
_SHORTEST = 3
_WORD = re.compile(r"\w+")
Terms = dict[str, tuple[str, str]]
"""Word -> id and explanation of its term."""


class Glossary:
    """The terms of the glossary, by the words that stand for them.

    A text is cut into words once. A term of one word is found by its forms, a longer one by its first word.
    """

    def __init__(self, terms: Iterable[GlossaryTerm]) -> None:
        words = [(word, term) for term in terms for word in (term.title, *term.synonyms) if len(word) >= _SHORTEST]
        self._by_form: dict[str, list[tuple[int, str, str]]] = {}
        for order, (word, term) in enumerate(sorted(words, key=lambda pair: (-len(pair[0]), pair[0]))):
            line = f"?[{word}]: #{term.id} {' '.join(term.explanation.split())}"
            for form in _forms(word):
                self._by_form.setdefault(form, []).append((order, word, line))

    def definitions(self, text: str) -> str:
        """Lines that name every term ``text`` may use, longer words first; empty if there is none."""
        forms = self._by_form.keys() & _WORD.findall(text)
        found = sorted({entry for form in forms for entry in self._by_form[form] if entry[1] in text})
        return "\n\n" + "\n".join(line for _, _, line in found) + "\n" if found else ""


def _forms(word: str) -> list[str]:
    """The words of a text that may begin a term: of a longer one its first word, else the term with every ending."""
    if _WORD.fullmatch(word):
        return [word + ending for ending in _ENDINGS]
    return _WORD.findall(word)[:1]


class TakeDefinitions(Preprocessor):
    """Take the definition lines out of the text before anything else reads them."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.taken: Terms = {}

    def run(self, lines: list[str]) -> list[str]:
        """The lines without definitions."""
        self.taken = {}
        kept = []
        for line in lines:
            if line.startswith("?[") and (found := _DEFINITION.match(line)):
                self.taken[found[1]] = (found[2], found[3])
            else:
                kept.append(line)
        return kept


class LinkTerms(Treeprocessor):
    """Link the first occurrence of each defined term, whichever of its words stands there."""

    def __init__(self, md: Markdown, definitions: TakeDefinitions) -> None:
        super().__init__(md)
        self._definitions = definitions

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        if self._definitions.taken:
            _visit(root, dict(self._definitions.taken))


def _visit(element: ElementTree.Element, terms: Terms) -> None:
    children = list(element)
    element.text, links = _linked(element.text, terms)
    for position, link in enumerate(links):
        element.insert(position, link)
    position = len(links)
    for child in children:
        position += 1
        if child.tag not in _NOT_IN:
            _visit(child, terms)
        child.tail, links = _linked(child.tail, terms)
        for link in links:
            element.insert(position, link)
            position += 1


def _linked(text: str | None, terms: Terms) -> tuple[str | None, list[ElementTree.Element]]:
    """The text before the first link, and the links, each with the text behind it as its tail."""
    links: list[ElementTree.Element] = []
    before = text
    while text and terms and (found := _first(text, terms)):
        start, end, word = found
        if links:
            links[-1].tail = text[:start]
        else:
            before = text[:start]
        link = ElementTree.Element("a", {"class": "term", "href": f"{GLOSSARY}#{terms[word][0]}"})
        link.set("title", terms[word][1])
        link.text, link.tail, text = text[start:end], text[end:], text[end:]
        links.append(link)
        for other in [name for name, term in terms.items() if term[0] == terms[word][0]]:
            del terms[other]
    return before, links


def _first(text: str, terms: Terms) -> tuple[int, int, str] | None:
    """Start, end and word of the first term in ``text``; of two that begin together the longer one."""
    found: tuple[int, int, str] | None = None
    for word in terms:
        start = text.find(word)
        while start >= 0 and (found is None or start < found[0]):
            if (ending := _ENDING.match(text, start + len(word))) and not _INSIDE.match(text[start - 1 : start]):
                found = (start, ending.end(), word)
                break
            start = text.find(word, start + 1)
    return found
