"""The one list of Markdown extensions, as one extension: used by MkDocs, the search and the book alike.

``mkdocs.yml`` names only ``praxis.markdown``. Rendered text is sanitised last, so that nothing a contributor wrote
reaches a page unless the allow-list has it.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from praxis.glossary_links import LinkTerms, TakeDefinitions
from praxis.html_policy import sanitise
from praxis.suggestions import fold

EXTENSIONS = ["tables", "sane_lists", "def_list", "footnotes", "abbr", "toc", "fenced_code"]
CONFIGS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "footnotes": {"BACKLINK_TITLE": "Zurück zur Textstelle {}", "SUPERSCRIPT_TEXT": "{}"},
    "toc": {"slugify": None, "toc_depth": "2-3"},
}


class _WrapTables(Treeprocessor):
    """Wide tables scroll in a region of their own that the keyboard reaches."""

    def run(self, root: ElementTree.Element) -> None:
        parents = {child: parent for parent in root.iter() for child in parent}
        for number, table in enumerate(list(root.iter("table")), 1):
            parent = parents[table]
            region = ElementTree.Element(
                "div", {"class": "table-region", "role": "region", "tabindex": "0", "aria-label": f"Tabelle {number}"}
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
        "berichtsbogen", "fragen", "gelernt", "handbuch", "inhalt", "kern", "kontext", "kontrast", "lehren", "luecken",
        "materialien", "nachnutzung", "praxis", "quellen", "treffen", "uebernommen", "ueberfaellig", "verwandt",
        "versucht", "warum", "weitergegeben", "wirkung", "zitieren",
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


class _Sanitise(Postprocessor):
    def run(self, text: str) -> str:
        return sanitise(text)


class PraxisExtension(Extension):
    """Everything that turns our Markdown into HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - name of the interface
        """Register the extensions and our processors."""
        configs = {**CONFIGS, "toc": {**CONFIGS["toc"], "slugify": slugify}}
        md.registerExtensions(EXTENSIONS, configs)
        md.treeprocessors.register(_WrapTables(md), "praxis_tables", 4)
        # MkDocs looks at links with priority 0: what it cannot check is out of its sight at that moment.
        definitions = TakeDefinitions(md)
        md.preprocessors.register(definitions, "praxis_glossary", 28)
        md.treeprocessors.register(_HideOwnAnchors(md), "praxis_hide_anchors", 1)
        md.treeprocessors.register(_ShowOwnAnchors(md), "praxis_show_anchors", -1)
        md.treeprocessors.register(LinkTerms(md, definitions), "praxis_glossary", -2)
        # Lowest priority: after the raw HTML that Markdown put aside is back in the text.
        md.postprocessors.register(_Sanitise(md), "praxis_sanitise", 0)


def slugify(text: str, separator: str) -> str:
    """The anchor of a heading: like an id, umlauts written out."""
    kept = "".join(char if char.isalnum() else separator for char in fold(text) if char.isalnum() or char in " -_/–.")
    slug = separator.join(part for part in kept.split(separator) if part)
    return f"{slug}{separator}im{separator}text" if slug in TAKEN or _SOURCE.fullmatch(slug) else slug


def makeExtension(**kwargs: Any) -> PraxisExtension:  # noqa: N802 - name of the interface
    """Entry point of Python-Markdown."""
    return PraxisExtension(**kwargs)
