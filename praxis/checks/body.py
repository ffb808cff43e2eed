"""Checks of the Markdown below the front matter, line by line and without rendering it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from praxis.files import ContentFiles
from praxis.findings import Finding
from praxis.html_policy import INLINE_TAGS, SCHEMES

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t]*$")
_LINK = re.compile(r"(!?)\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*(<[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]]+)\]:\s*(<[^<>]*>|\S+)")
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s[^<>]*)?)/?>?")
_DECLARATION = re.compile(r"<[!?]")
_TEMPLATE = re.compile(r"\{\{|\{%|\{#")
_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):")
_EMPTY_ALT = {"bild", "foto", "grafik", "image", "abbildung", "logo", "img", "picture"}


@dataclass(frozen=True, slots=True)
class Body:
    """A Markdown body to check."""

    path: str
    text: str
    first_line: int
    sources: int | None
    """Number of sources that ``#quelle-n`` may name; None where the page has none of its own."""
    needs_text: bool
    titled: bool = False
    """True for pages that carry their own first-level heading."""


def check_body(body: Body, files: ContentFiles) -> list[Finding]:
    """Findings of one body, in order."""
    if not body.text.strip():
        if not body.needs_text:
            return []
        return [
            Finding(
                body.path,
                body.first_line,
                1,
                None,
                "text-fehlt",
                "Unter dem Kopf steht kein Text.",
                "Beschreiben Sie den Eintrag in einigen Sätzen unter dem Kopf.",
            )
        ]
    findings: list[Finding] = []
    level = 1
    for number, line in _prose(body):
        if heading := _HEADING.match(line):
            findings.extend(_heading(body, number, heading, level))
            level = len(heading[1])
        if "<" in line:
            findings.extend(_html(body, number, line))
        if "{" in line:
            findings.extend(_template(body, number, line))
        if "](" in line or "]:" in line or "<" in line:
            findings.extend(_links(body, number, line, files))
    return findings


def _prose(body: Body) -> Iterator[tuple[int, str]]:
    """Numbered lines outside fenced code, with code spans blanked out."""
    fence = ""
    for number, line in enumerate(body.text.split("\n"), body.first_line):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            yield number, _CODE.sub(lambda code: " " * len(code[0]), line) if "`" in line else line


def _heading(body: Body, number: int, heading: re.Match[str], level: int) -> Iterator[Finding]:
    now = len(heading[1])
    if now == 1 and not body.titled:
        yield Finding(
            body.path,
            number,
            1,
            None,
            "ueberschrift-titel",
            "Im Text steht eine Überschrift erster Ordnung (#).",
            "Beginnen Sie mit ##; der Titel der Seite kommt aus dem Kopf.",
        )
    elif now > level + 1:
        yield Finding(
            body.path,
            number,
            1,
            None,
            "ueberschrift-stufe",
            f"Die Überschrift springt von Stufe {level} auf Stufe {now}.",
            f"Schreiben Sie „{'#' * (level + 1)}“ statt „{heading[1]}“.",
        )


def _html(body: Body, number: int, line: str) -> Iterator[Finding]:
    remedy = (
        "Schreiben Sie Markdown; erlaubt sind nur: "
        + ", ".join(f"<{tag}>" for tag in sorted(INLINE_TAGS))
        + ", ohne Ereignisse und Stile."
    )
    for tag in _TAG.finditer(_AUTOLINK.sub(lambda link: " " * len(link[0]), line)):
        name = tag[2].lower()
        if name not in INLINE_TAGS or (
            tag[3].strip() and not (name == "abbr" and re.fullmatch(r'\s+title="[^"<>]*"', tag[3]))
        ):
            what = f"<{tag[1]}{tag[2]}>" if name not in INLINE_TAGS else f"<{tag[2]}> mit Attributen"
            yield Finding(
                body.path,
                number,
                tag.start() + 1,
                None,
                "html-nicht-erlaubt",
                f"Das HTML „{what}“ ist nicht erlaubt.",
                remedy,
            )
    if declaration := _DECLARATION.search(line):
        yield Finding(
            body.path,
            number,
            declaration.start() + 1,
            None,
            "html-nicht-erlaubt",
            "HTML-Kommentare und -Anweisungen sind nicht erlaubt.",
            "Löschen Sie den Kommentar; Notizen gehören nicht in veröffentlichte Texte.",
        )


def _template(body: Body, number: int, line: str) -> Iterator[Finding]:
    if found := _TEMPLATE.search(line):
        yield Finding(
            body.path,
            number,
            found.start() + 1,
            None,
            "vorlagen-syntax",
            f"Der Text enthält Vorlagen-Syntax („{found[0]}“).",
            "Löschen Sie die geschweiften Klammern, oder setzen Sie die Stelle in `Backticks`.",
        )


def _links(body: Body, number: int, line: str, files: ContentFiles) -> Iterator[Finding]:
    for link in _LINK.finditer(line):
        if link[1]:
            yield from _alt_text(body, number, link)
        yield from _target(body, number, link.start(3) + 1, link[3].strip("<>"), bool(link[1]), files)
    if (definition := _DEFINITION.match(line)) and not definition[1].startswith("^"):
        yield from _target(body, number, definition.start(2) + 1, definition[2].strip("<>"), False, files)
    for link in _AUTOLINK.finditer(line):
        yield from _target(body, number, link.start(1) + 1, link[1], False, files)


def _alt_text(body: Body, number: int, image: re.Match[str]) -> Iterator[Finding]:
    alt = image[2].strip()
    if not alt:
        yield Finding(
            body.path,
            number,
            image.start() + 1,
            None,
            "bild-alternativtext",
            "Dem Bild fehlt der Alternativtext.",
            "Beschreiben Sie zwischen den eckigen Klammern, was das Bild zeigt.",
        )
    elif alt.lower().strip(".") in _EMPTY_ALT or re.fullmatch(r"\S+\.(?:png|jpe?g|gif|webp|svg)", alt, re.IGNORECASE):
        yield Finding(
            body.path,
            number,
            image.start() + 1,
            None,
            "bild-alternativtext-leer",
            f"Der Alternativtext „{alt}“ sagt nichts über das Bild.",
            "Beschreiben Sie, was das Bild zeigt, so dass man es nicht sehen muss.",
        )


def _target(body: Body, number: int, column: int, target: str, image: bool, files: ContentFiles) -> Iterator[Finding]:
    def finding(rule: str, message: str, remedy: str) -> Finding:
        return Finding(body.path, number, column, None, rule, message, remedy)

    decoded = re.sub(r"[\x00-\x20]", "", unquote(target))
    if scheme := _SCHEME.match(decoded):
        if scheme[1].lower() not in SCHEMES or image:
            yield finding(
                "verknuepfung-art",
                f"Links der Art „{scheme[1]}:“ sind hier nicht erlaubt.",
                "Bilder gehören in den Ordner docs/assets/." if image else "Erlaubt sind https:, http: und mailto:.",
            )
        return
    if decoded.startswith("//"):
        yield finding("verknuepfung-art", "Der Adresse fehlt das Protokoll.", "Schreiben Sie https:// davor.")
        return
    path, _, anchor = decoded.partition("#")
    if not path:
        yield from _own_anchor(body, anchor, finding)
        return
    path = path.partition("?")[0]
    resolved = posixpath.normpath(posixpath.join(posixpath.dirname(body.path), path))
    if path.startswith("/") or not resolved.startswith("docs/") or "\\" in path:
        yield finding(
            "pfad-ausbruch",
            f"Der Pfad „{target}“ führt aus dem Ordner der Inhalte hinaus.",
            "Verweisen Sie auf eine Datei unter docs/, vom Ort dieser Datei aus gesehen.",
        )
    elif image and resolved not in files.all:
        yield finding(
            "bild-fehlt",
            f"Das Bild „{target}“ gibt es nicht.",
            "Prüfen Sie Schreibweise und Ordner; Bilder liegen in docs/assets/.",
        )
    elif resolved not in files.all and not _is_generated(resolved):
        yield finding(
            "verknuepfung-kaputt",
            f"Der Link „{target}“ führt ins Leere.",
            "Prüfen Sie den Pfad: von dieser Datei aus, mit der Endung „.md“.",
        )


def _own_anchor(body: Body, anchor: str, finding: Callable[[str, str, str], Finding]) -> Iterator[Finding]:
    number = re.fullmatch(r"quelle-(\d+)", anchor)
    if number and body.sources is not None and not 1 <= int(number[1]) <= body.sources:
        yield finding(
            "quelle-nummer",
            f"Eine Quelle mit der Nummer {number[1]} gibt es nicht.",
            "Nummern zählen die Liste „quellen“ im Kopf ab 1.",
        )


_GENERATED = re.compile(
    r"docs/(?:(?:praxis|luecken|nachnutzung|kommunen|handbuch|materialien|lernnetzwerk)/index"
    r"|(?:standards|alter|uebergaenge|themen|raster|kontextmodell|glossar|ueber|daten|mitmachen)/[a-z0-9-]+)\.md"
)


def _is_generated(path: str) -> bool:
    """True for pages that the build makes: section indexes, pages of terms, the reference for editors."""
    return bool(_GENERATED.fullmatch(path))
