"""SVG images: pictures only. What is not on the list of drawing elements is not published."""

from __future__ import annotations

import re
from xml.parsers import expat

_SVG = "http://www.w3.org/2000/svg"
_INERT = (
    "http://www.inkscape.org/",
    "http://sodipodi.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns",
    "http://purl.org/dc/",
    "http://creativecommons.org/ns",
    "http://web.resource.org/cc/",
)
"""Namespaces that drawing programs write and browsers ignore."""
_DRAWING = frozenset(
    [
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "title",
        "desc",
        "metadata",
        "defs",
        "use",
        "symbol",
        "style",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "pattern",
        "marker",
        "filter",
        "feGaussianBlur",
        "feOffset",
        "feBlend",
        "feMerge",
        "feMergeNode",
        "feColorMatrix",
        "feComposite",
        "feFlood",
        "switch",
    ]
)
_STYLE = re.compile(r"\\|@|expression|url\(\s*[\"']?\s*(?!#)", re.IGNORECASE)
_SCRIPT = re.compile(r"(?:java|vb)\s*script\s*:|data:", re.IGNORECASE)


class _ActiveError(Exception):
    """Something beyond drawing."""


def is_inert_svg(content: bytes) -> bool:
    """True for a well-formed SVG in UTF-8 without scripts, events, links, foreign content and declarations."""
    parser = expat.ParserCreate(namespace_separator=" ")
    names: set[str] = set()
    texts: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        _check_element(name, first=not names)
        names.add(name)
        for key, value in attributes.items():
            _check_attribute(key.rpartition(" ")[2].lower(), value)

    def refuse(*_: object) -> None:
        raise _ActiveError

    def declaration(_: str, encoding: str | None, __: int) -> None:
        if (encoding or "utf-8").lower() != "utf-8":
            raise _ActiveError

    parser.StartElementHandler, parser.CharacterDataHandler, parser.XmlDeclHandler = start, texts.append, declaration
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = parser.ProcessingInstructionHandler = refuse
    try:
        content.decode("utf-8")
        parser.Parse(content, True)
    except (expat.ExpatError, UnicodeDecodeError, _ActiveError):
        return False
    # Comments and elements inside a style sheet vanish when it is read: the text is looked at as a whole.
    return f"{_SVG} style" not in names or not _STYLE.search("".join(texts))


def _check_element(name: str, *, first: bool) -> None:
    namespace, _, local = name.rpartition(" ")
    if (first and (namespace, local) != (_SVG, "svg")) or (namespace == _SVG and local not in _DRAWING):
        raise _ActiveError
    if namespace != _SVG and not namespace.startswith(_INERT):
        raise _ActiveError


def _check_attribute(name: str, value: str) -> None:
    if (
        name.startswith("on")
        or _SCRIPT.search(value)
        or _STYLE.search(value if "(" in value or name == "style" else "")
    ):
        raise _ActiveError
    if name in ("href", "src", "base") and not value.strip().startswith("#"):
        raise _ActiveError
