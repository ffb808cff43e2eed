"""Guides, tools, templates and studies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.labels import label, options
from praxis.records import Material
from praxis.relations.chapters import chapters_of
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.record_page import index_page, record_page
from praxis.site.parts import host_of, known, reference, terms
from praxis.site.rows import fact, section
from praxis.wording import german_date

Piece = dict[str, Any]
_PLURALS = {
    "handreichung": "Handreichungen",
    "arbeitshilfe": "Arbeitshilfen",
    "vorlage": "Vorlagen",
    "studie": "Studien und Berichte",
}


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a material, and the index by type."""
    for material in model.library.materials.values():
        yield record_page(
            model, material, "Materialien", facts=_facts(model, material), sections=_sections(model, material)
        )
    yield index_page(
        "materialien",
        "Materialien",
        "Handreichungen, Arbeitshilfen, Vorlagen und Studien zu Präventionsketten.",
        _by_type(model),
    )


def _facts(model: SiteModel, material: Material) -> Iterator[Piece]:
    vocabulary = model.library.vocabulary
    yield fact("Art", text=label("material", material.type))
    yield fact("Herausgegeben von", text=material.publisher or "")
    yield fact("Jahr", text=str(material.year or ""))
    if material.url:
        yield fact("Adresse", links=[{"title": f"Zum Material bei {host_of(material.url)}", "url": material.url}])
    else:
        yield known(
            **fact("Adresse"), note="Wissen Sie, wo es zu finden ist? Über „Fehler melden“ unten erfahren wir es."
        )
    if material.standards:
        yield fact("Standards", links=terms(material.standards, "standards", vocabulary.standards))
    if material.topics:
        yield fact("Themen", links=terms(material.topics, "themen", vocabulary.topics))
    if material.as_of:
        yield fact("Stand der Angaben", text=german_date(material.as_of))


def _sections(model: SiteModel, material: Material) -> Iterator[Piece]:
    chapters = chapters_of(model.library, material.standards)
    if chapters:
        yield section("handbuch", "Dazu im Handbuch", links=[reference(chapter) for chapter in chapters])


def _by_type(model: SiteModel) -> Iterator[Piece]:
    materials = model.library.materials.values()
    for kind in options("material"):
        links = [_entry(material) for material in materials if material.type == kind]
        if links:
            yield section(kind, _PLURALS[kind], links=links)
    if not materials:
        yield section("alle", "Übersicht", empty="Noch ist kein Material erfasst.", after=("So tragen Sie eines ein", "mitmachen/index.html"))  # fmt: skip


def _entry(material: Material) -> Piece:
    facts = [material.publisher, str(material.year) if material.year else None]
    if not material.url:
        facts.append("Fundstelle nicht berichtet")
    return known(**reference(material), note=", ".join(part for part in facts if part))
