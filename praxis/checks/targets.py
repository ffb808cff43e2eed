"""Where a link leads: allowed kinds of addresses, files that exist, paths that stay inside."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from praxis.checks.text import Body
from praxis.files import DOCS, UNPUBLISHED, ContentFiles
from praxis.findings import Finding
from praxis.html_policy import SCHEMES
from praxis.places import clip
from praxis.records import Case

_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b\ufeff]")
"""What browsers drop from addresses: a scheme may be hidden behind it."""
_SOURCE = re.compile(r"quelle-([0-9]{1,9})")
_GENERATED = re.compile(
    r"docs/(?:(?:praxis|luecken|nachnutzung|kommunen|handbuch|materialien|lernnetzwerk)/index"
    r"|(?:standards|alter|uebergaenge|themen|raster|kontextmodell|glossar|ueber|daten|mitmachen|offline)/[a-z0-9-]+"
    r"|(?:mitmachen/formular|betreuung)/index)\.md"
)
_CASES = f"{DOCS}/{Case.folder}/"
_WITHOUT_PROTOCOL = re.compile(r"www\.|[\w.-]+\.(?:de|org|net|com|eu|nrw)(?:/|$)")


def check_target(
    body: Body, index: int, target: str, image: bool, files: ContentFiles
) -> Iterator[Finding | tuple[str, str]]:
    """Findings of one address at ``index``, or the linked file and the place within it, to be checked later."""
    decoded = unquote(html.unescape(target))
    if scheme := _SCHEME.match(_IGNORED.sub("", decoded)):
        yield from _scheme(body, index, scheme[1].lower(), image)
        return
    if re.match(r"[/\\]{2}", decoded):
        yield body.finding(
            index, "verknuepfung-art", "Der Adresse fehlt das Protokoll.", "Schreiben Sie https:// davor."
        )
        return
    if decoded.strip() in ("", "#"):
        yield _nowhere(body, index, image)
        return
    path, _, anchor = decoded.partition("#")
    path = path.partition("?")[0].strip()
    resolved = posixpath.normpath(posixpath.join(posixpath.dirname(body.path), path)) if path else body.path
    if path.startswith("/") or not resolved.startswith("docs/") or "\\" in path:
        yield body.finding(
            index,
            "pfad-ausbruch",
            f"Der Pfad „{clip(target)}“ führt aus dem Ordner der Inhalte hinaus.",
            "Verweisen Sie auf eine Datei unter docs/, vom Ort dieser Datei aus gesehen.",
        )
    elif image and resolved not in files.all:
        yield body.finding(
            index,
            "bild-fehlt",
            f"Das Bild „{clip(target)}“ gibt es nicht.",
            "Prüfen Sie Schreibweise und Ordner; Bilder liegen in docs/assets/.",
        )
    elif path and not _is_published(resolved, files):
        yield _broken(body, index, target, path)
    elif resolved.endswith(".md") and resolved in files.all and (anchor or resolved.startswith(_CASES)):
        yield from _anchor(body, index, resolved, anchor)


def _nowhere(body: Body, index: int, image: bool) -> Finding:
    rule, what = ("bild-fehlt", "Bild") if image else ("verknuepfung-kaputt", "Link")
    return body.finding(
        index, rule, f"Dem {what} fehlt die Adresse.", "Schreiben Sie sie zwischen die runden Klammern."
    )


def _is_published(path: str, files: ContentFiles) -> bool:
    inside = path.removeprefix(f"{DOCS}/").partition("/")[0]
    return (path in files.all and inside not in UNPUBLISHED) or bool(_GENERATED.fullmatch(path))


def _broken(body: Body, index: int, target: str, path: str) -> Finding:
    remedy = "Prüfen Sie den Pfad: von dieser Datei aus, mit der Endung „.md“."
    if _WITHOUT_PROTOCOL.match(path):
        remedy = "Schreiben Sie bei Adressen im Netz https:// davor."
    return body.finding(index, "verknuepfung-kaputt", f"Der Link „{clip(target)}“ führt ins Leere.", remedy)


def _scheme(body: Body, index: int, scheme: str, image: bool) -> Iterator[Finding]:
    if len(scheme) == 1 or scheme == "file":
        yield body.finding(
            index,
            "verknuepfung-art",
            "Der Link führt auf Ihren eigenen Rechner.",
            "Andere können die Datei nicht öffnen; verlinken Sie eine Adresse im Netz.",
        )
    elif scheme not in SCHEMES or image:
        yield body.finding(
            index,
            "verknuepfung-art",
            f"Links der Art „{scheme}:“ sind hier nicht erlaubt.",
            "Bilder gehören in den Ordner docs/assets/." if image else "Erlaubt sind https:, http: und mailto:.",
        )


def _anchor(body: Body, index: int, target: str, anchor: str) -> Iterator[Finding | tuple[str, str]]:
    number = _SOURCE.fullmatch(anchor)
    if number is None or target != body.path:
        yield target, anchor
    elif body.sources is not None and not 1 <= int(number[1]) <= body.sources:
        yield body.finding(
            index,
            "quelle-nummer",
            f"Eine Quelle mit der Nummer {number[1]} gibt es nicht.",
            "Nummern zählen die Liste „quellen“ im Kopf ab 1.",
        )
