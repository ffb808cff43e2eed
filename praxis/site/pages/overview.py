"""Pages about the whole collection: grid, context model, glossary, and what is reported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.relations.grid import Cell, grid
from praxis.relations.lessons import new_questions
from praxis.relations.reporting import coverage
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.parts import reference
from praxis.site.rows import section, trail

Piece = dict[str, Any]


def pages(model: SiteModel) -> Iterator[Page]:
    """One page each."""
    yield _grid(model)
    yield _context_model(model)
    yield _glossary(model)
    yield _about(model)


def _grid(model: SiteModel) -> Page:
    table, vocabulary = grid(model.library), model.library.vocabulary
    groups = vocabulary.age_groups
    columns = [
        {"id": key, "title": groups[key].title if key in groups else "Altersübergreifend"} for key in table.columns
    ]
    rows = [
        {"id": key, "title": vocabulary.standards[key].title, "cells": [_cell(cell) for cell in table.row(key)]}
        for key in table.standards
    ]
    lists = [
        {**column, "cells": [_listed(model, cell) for cell in table.column(column["id"]) if cell.state != "leer"]}
        for column in columns
    ]
    lead = "Standards und Altersgruppen: wo Praxis und Lücken erfasst sind. Ein leeres Feld beschreibt diese Sammlung, nicht das Land."
    return Page(
        path="raster/index.md",
        template="raster.html",
        title="Raster",
        description=lead,
        data={"trail": trail(), "lead": lead, "columns": columns, "rows": rows, "lists": lists},
    )


def _cell(cell: Cell) -> Piece:
    return {
        "id": f"{cell.column}-{cell.standard}",
        "state": cell.state,
        "cases": len(cell.cases),
        "gaps": len(cell.gaps),
    }


def _listed(model: SiteModel, cell: Cell) -> Piece:
    """A cell as a list: its practice and its gaps by name."""
    return {
        "id": f"{cell.column}-{cell.standard}",
        "title": model.library.vocabulary.standards[cell.standard].title,
        "cases": [{**reference(case), "place": model.place(case.municipality)} for case in cell.cases],
        "gaps": [{"title": gap.question, "url": gap.address} for gap in cell.gaps],
    }


def _context_model(model: SiteModel) -> Page:
    context = model.library.vocabulary.context_model
    dimensions = [
        {
            "id": key,
            "title": dimension.title,
            "short": dimension.short or "",
            "conditions": [
                {"title": item.title, "question": item.question or "", "options": ", ".join(item.options.values())}
                for item in context.conditions.values()
                if item.dimension == key
            ],
            "questions": [
                {"question": item.question, "purpose": item.purpose or ""}
                for item in context.questions.values()
                if item.dimension == key
            ],
        }
        for key, dimension in context.dimensions.items()
    ]
    return Page(
        path="kontextmodell/index.md",
        template="kontextmodell.html",
        title="Kontextmodell",
        description="Fünf Dimensionen mit Bedingungen, die man vergleicht, und Fragen, die man im Transfergespräch stellt.",
        data={
            "trail": trail(),
            "note": context.note or "",
            "dimensions": dimensions,
            "new": [entry.question for entry in new_questions(model.library)],
        },
    )


def _glossary(model: SiteModel) -> Page:
    terms = model.library.vocabulary.glossary
    entries = [
        {
            "id": key,
            "title": term.title,
            "text": term.explanation,
            "synonyms": ", ".join(term.synonyms),
            "see": [{"id": other, "title": terms[other].title} for other in term.see if other in terms],
        }
        for key, term in sorted(terms.items(), key=lambda pair: pair[1].title.lower())
    ]
    return Page(
        path="glossar/index.md",
        template="glossar.html",
        title="Glossar",
        description="Fachwörter rund um Präventionsketten, in einfachen Sätzen erklärt.",
        data={"trail": trail(), "entries": entries},
    )


def _about(model: SiteModel) -> Page:
    texts = [
        "Die Texte schreibt die Redaktion aus öffentlichen Quellen, oder die genannte Stelle gibt sie frei. Beides steht bei jedem Fall.",
        "Was eine Quelle nicht sagt, steht als „nicht berichtet“ da und zählt nie als Nein.",
        "Zuordnungen zu Standards und Themen sind Lesart der Redaktion. Es gibt keine Punktzahl und keine Rangliste.",
        "Kontakte sind Stellen, keine Personen.",
    ]
    return Page(
        path="ueber/index.md",
        template="ueber.html",
        title="Über diese Sammlung",
        description="Was hier berichtet ist und was nicht, über alle Fälle.",
        data={
            "trail": trail(),
            "sections": [section("wie", "Wie die Einträge entstehen", texts=texts)],
            "coverage": [
                {"title": row.title, "reported": row.reported, "partly": row.partly, "unreported": row.unreported, "total": row.total}
                for row in coverage(model.library)
            ],
        },
    )  # fmt: skip
