"""The reference for editors as search documents: one for each of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from praxis.findings import RULES
from praxis.records import RECORD_TYPES
from praxis.reference.catalogue import reference
from praxis.search.model import Document

_KIND: Final = "seite"


def reference_documents() -> Iterator[Document]:
    """All pages of the reference, in a fixed order."""
    for record_type in RECORD_TYPES:
        fields = [inner for field in reference(record_type).fields for inner in field.walk()]
        text = "\n".join(f"{'.'.join(field.path)}: {field.description}" for field in fields)
        title = f"Felder: {record_type.label}"
        yield _page(f"felder-{record_type.kind}", title, f"Pflichtfelder und freiwillige Felder.\n{text}")
    yield _page("beispiel", "Ein Fall, Feld für Feld", "Ein ausgedachtes Praxisbeispiel, die ganze Datei am Stück.")
    rules = "\n".join(f"{rule.id}: {rule.explanation}" for rule in RULES.values())
    yield _page("befunde", "Befunde der Prüfung", rules)
    yield _page("html", "Erlaubtes HTML", "Welches HTML in Texten stehen darf und welche Arten von Links.")
    kinds = "Standards, Altersgruppen, Übergänge, Themen und Bedingungen mit ihren Kennungen."
    yield _page("vokabulare", "Vokabulare: alle Kennungen", kinds)


def _page(name: str, title: str, text: str) -> Document:
    return Document(f"mitmachen/{name}", _KIND, title, f"mitmachen/{name}.html", {"text": text})
