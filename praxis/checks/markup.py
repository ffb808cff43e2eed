"""Raw HTML that is not allowed, template syntax, and nesting that no reader needs and no renderer bears."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxis.checks.prose import blocks
from praxis.checks.text import Body
from praxis.findings import Finding
from praxis.html_policy import INLINE_TAGS
from praxis.places import clip
from praxis.yaml_errors import MERGE_MARK, UNMERGED

AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)>")
_MAIL_LINK = re.compile(r"<[^<>\s!/@]+@[^<>\s@]+>")
_ANGLE_ADDRESS = re.compile(r"(?<=\]\()\s*<[^<>\n]*>(?=\s*[)\"'])|(?<=\]:)[ \n]*<[^<>\n]*>(?=[ ]*$)", re.MULTILINE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[\s/][^<>]*)?)>?")
_LANGUAGE = re.compile(r'\s+lang="[a-z]{2,3}(?:-[A-Z]{2})?"\s*')
_TITLED = re.compile(r'\s+title="[^"<>]*"\s*')
_DECLARATION = re.compile(r"<[!?]")
_TEMPLATE = re.compile(r"\{\{|\{%|\{#|^[ \t]*;*-{1,8}8<-{1,8}", re.MULTILINE)
_MARKERS = re.compile(r"^(?:[ \t]*(?:>|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))){21}", re.MULTILINE)
_INDENTED = re.compile(r"^[ \t]{200,}[^\s]", re.MULTILINE)
_BRACKET = re.compile(r"[\[\]()]")
_OPENED = {"[": "[", "]": "[", "(": "(", ")": "("}
_MAX_DEPTH = 20
MAX_BRACKETS = 4_000
_HTML_REMEDY = (
    "Schreiben Sie Markdown; erlaubt sind nur: "
    + ", ".join(f"<{tag}>" for tag in sorted(INLINE_TAGS))
    + ', ohne Ereignisse und Stile; fremde Sprachen als <em lang="en">.'
)


def check_html(body: Body) -> Iterator[Finding]:
    """Tags, attributes and comments that are not on the allow-list."""
    if "<" not in body.text:
        return
    text = _ANGLE_ADDRESS.sub(spaces, _MAIL_LINK.sub(spaces, AUTOLINK.sub(spaces, body.text)))
    for tag in _TAG.finditer(text):
        name, attributes = tag[2].lower(), tag[3].strip(" \t\n/")
        if name not in INLINE_TAGS:
            what = f"<{tag[1]}{tag[2]}>"
        elif attributes and not _LANGUAGE.fullmatch(tag[3]) and not (name == "abbr" and _TITLED.fullmatch(tag[3])):
            what = f"<{tag[2]}> mit Attributen"
        else:
            continue
        yield body.finding(
            tag.start(), "html-nicht-erlaubt", f"Das HTML „{clip(what)}“ ist nicht erlaubt.", _HTML_REMEDY
        )
    for declaration in _DECLARATION.finditer(text):
        yield body.finding(
            declaration.start(),
            "html-nicht-erlaubt",
            "HTML-Kommentare und -Anweisungen sind nicht erlaubt.",
            "Löschen Sie den Kommentar; Notizen gehören nicht in veröffentlichte Texte.",
        )


def check_templates(body: Body) -> Iterator[Finding]:
    """Template and include syntax of other tools."""
    if "{" not in body.text and "8<" not in body.text:
        return
    for found in _TEMPLATE.finditer(body.text):
        yield body.finding(
            found.start(),
            "vorlagen-syntax",
            f"Der Text enthält Vorlagen-Syntax („{found[0].strip()}“).",
            "Löschen Sie die Zeichen, oder setzen Sie die Stelle in `Backticks`.",
        )


def check_conflicts(body: Body) -> Iterator[Finding]:
    """The first mark of a merge that is not finished."""
    if found := MERGE_MARK.search(body.text):
        yield body.finding(found.start(), *UNMERGED)


def check_nesting(body: Body) -> Iterator[Finding]:
    """Lists in lists and brackets in brackets without end: rendering them takes minutes or fails."""
    for pattern in (_MARKERS, _INDENTED):
        if found := pattern.search(body.text):
            yield _nested(body, found.start())
            return
    if body.text.count("[") > _MAX_DEPTH:
        for start, block in blocks(body.text):
            index = _deep_bracket(block) if block.count("[") > _MAX_DEPTH else None
            if index is not None:
                yield _nested(body, start + index)
                return


def _deep_bracket(block: str) -> int | None:
    depth = {"[": 0, "(": 0}
    for number, bracket in enumerate(_BRACKET.finditer(block), 1):
        kind = _OPENED[bracket[0]]
        depth[kind] = depth[kind] + 1 if bracket[0] == kind else max(0, depth[kind] - 1)
        if depth[kind] > _MAX_DEPTH or number > 2 * MAX_BRACKETS:
            return bracket.start()
    return None


def _nested(body: Body, index: int) -> Finding:
    return body.finding(
        index,
        "text-verschachtelt",
        "Hier sind Klammern, Listen oder Zitate zu tief verschachtelt oder zu viele.",
        "Löschen Sie überzählige Klammern und Aufzählungszeichen, oder teilen Sie den Absatz.",
    )


def spaces(found: re.Match[str]) -> str:
    """As many spaces as the match has characters."""
    return " " * len(found[0])
