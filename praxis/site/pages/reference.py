"""The reference for editors: one page a record type, the worked example, findings, allowed HTML, vocabularies.

Made from the record types, the rules and the allow-list themselves, so that a reference page cannot be out of date.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.files import DOCS
from praxis.findings import RULES, Severity
from praxis.html_policy import INLINE_TAGS, SCHEMES
from praxis.records import RECORD_TYPES, Case, Record
from praxis.reference.catalogue import Reference, reference
from praxis.reference.fields import FieldDoc
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.record_page import index_page
from praxis.site.pages.reference_vocabularies import vocabularies
from praxis.site.rows import section

_INDEX = "mitmachen/index"
_TRAIL = [{"title": "Mitmachen", "url": "mitmachen/index.html"}]
_NAMED = {
    "praxis": ("Praxisbeispiele", "praxis/index.html"),
    "luecke": ("Lücken", "luecken/index.html"),
    "kommune": ("Kommunen", "kommunen/index.html"),
    "treffen": ("Treffen", "lernnetzwerk/index.html"),
    "standard": ("Standards", "mitmachen/vokabulare.html#standards"),
    "thema": ("Themen", "mitmachen/vokabulare.html#themen"),
    "uebergang": ("Übergänge", "mitmachen/vokabulare.html#uebergaenge"),
    "bedingung": ("Bedingungen", "mitmachen/vokabulare.html#bedingungen"),
}


def pages(model: SiteModel) -> Iterator[Page]:
    """All pages of the reference, and an index where nobody has written one."""
    if f"{DOCS}/{_INDEX}.md" not in model.library.files.all:
        yield _index()
    for record_type in RECORD_TYPES:
        yield _record_page(reference(record_type))
    yield _example_page(reference(Case))
    yield _findings_page()
    yield _html_page()
    yield Page(
        path="mitmachen/vokabulare.md",
        template="reference.html",
        title="Vokabulare: alle Kennungen",
        description="Standards, Altersgruppen, Übergänge, Themen und Bedingungen mit ihren Kennungen.",
        data={"trail": _TRAIL, "vocabularies": vocabularies(model.library.vocabulary)},
    )


def _index() -> Page:
    """A collection of one's own needs no page written by hand for its navigation to be whole."""
    links = [(f"Felder: {record_type.label}", address(record_type)) for record_type in RECORD_TYPES]
    links += [("Ein Fall, Feld für Feld", "mitmachen/beispiel.html"), ("Befunde der Prüfung", "mitmachen/befunde.html")]
    return index_page(
        "mitmachen",
        "Mitmachen",
        "Welche Angaben ein Beitrag haben kann und wie er geprüft wird.",
        [section("felder", "Nachschlagen", links=[{"title": title, "url": url} for title, url in links])],
    )


def address(record_type: type[Record]) -> str:
    """Address of the reference page of a record type, relative to the site."""
    return f"mitmachen/felder-{record_type.kind}.html"


def _record_page(entry: Reference) -> Page:
    fields = [_field(field, entry) for field in entry.fields]
    return Page(
        path=address(entry.type).replace(".html", ".md"),
        template="reference.html",
        title=f"Felder: {entry.type.label}",
        description=f"Alle Felder für „{entry.type.label}“ mit Bedeutung, möglichen Werten und Beispielen.",
        data={
            "trail": _TRAIL,
            "folder": f"docs/{entry.type.folder}/",
            "body_needed": entry.type.needs_body,
            "required": [field for field in fields if field["required"]],
            "optional": [field for field in fields if not field["required"]],
            "types": [{"title": record_type.label, "url": address(record_type)} for record_type in RECORD_TYPES],
        },
    )


def _field(field: FieldDoc, entry: Reference) -> dict[str, Any]:
    return {
        **_facts(field),
        "inner": [_facts(inner) for inner in field.walk() if inner is not field],
        "examples": [snippet.text for snippet in entry.snippets(field.name)],
    }


def _facts(field: FieldDoc) -> dict[str, Any]:
    named = _NAMED.get(field.vocabulary or "")
    return {
        "name": ".".join(field.path),
        "anchor": field.anchor,
        "required": field.required,
        "description": field.description,
        "words": field.words,
        "default": field.default,
        "options": [{"value": value, "meaning": meaning} for value, meaning in field.options],
        "named": {"title": named[0], "url": named[1]} if named else None,
    }


def _example_page(entry: Reference) -> Page:
    main = entry.examples[0]
    fields = {field.name: field for field in entry.fields}
    return Page(
        path="mitmachen/beispiel.md",
        template="reference.html",
        title="Ein Fall, Feld für Feld",
        description="Ein ausgedachtes Praxisbeispiel mit Erläuterung jedes Feldes und die ganze Datei am Stück.",
        data={
            "trail": _TRAIL,
            "walk": [
                {
                    "name": key,
                    "url": f"{address(entry.type)}#{fields[key].anchor}",
                    "required": fields[key].required,
                    "text": snippet.text,
                    "note": snippet.note or fields[key].description,
                }
                for key, snippet in main.snippets.items()
            ],
            "file": {"name": f"docs/{entry.type.folder}/{main.name}", "text": main.text},
            "body": main.body.strip(),
        },
    )


def _findings_page() -> Page:
    words = {Severity.ERROR: "Fehler", Severity.WARNING: "Hinweis"}
    return Page(
        path="mitmachen/befunde.md",
        template="reference.html",
        title="Befunde der Prüfung",
        description="Jede Regel, die Inhalte prüft, mit Kennung, Schwere und Bedeutung.",
        data={
            "trail": _TRAIL,
            "rules": [
                {"id": rule.id, "severity": words[rule.severity], "text": rule.explanation} for rule in RULES.values()
            ],
        },
    )


def _html_page() -> Page:
    return Page(
        path="mitmachen/html.md",
        template="reference.html",
        title="Erlaubtes HTML",
        description="Welches HTML in Texten stehen darf und welche Arten von Links.",
        data={"trail": _TRAIL, "tags": sorted(INLINE_TAGS), "schemes": sorted(SCHEMES)},
    )
