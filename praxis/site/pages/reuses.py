"""Reuse: what one municipality took over from another, what it changed, and the ways of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxis.labels import label
from praxis.records import Reuse
from praxis.records.reuse import Adaptation
from praxis.relations.reuse import case_title, place_of, reuse_trees
from praxis.site.model import SiteModel
from praxis.site.page import Page
from praxis.site.pages.case_reuse import tree_piece
from praxis.site.pages.record_page import index_page, record_page
from praxis.site.parts import first_upper, known, reference
from praxis.site.rows import fact, section

Piece = dict[str, Any]


def pages(model: SiteModel) -> Iterator[Page]:
    """One page a reuse, and the index."""
    for reuse in model.library.reuses.values():
        yield record_page(model, reuse, "Nachnutzung", facts=_facts(model, reuse), sections=_sections(model, reuse))
    yield index_page(
        "nachnutzung",
        "Nachnutzung",
        "Was Kommunen voneinander übernommen und dabei geändert haben, auch wenn es nicht gelungen ist.",
        _index(model),
    )


def _facts(model: SiteModel, reuse: Reuse) -> Iterator[Piece]:
    library = model.library
    originals = [reference(case) for item in reuse.originals if (case := library.cases.get(item.id or ""))]
    named = ", ".join(case_title(library, item) for item in reuse.originals if item.id not in library.cases)
    place = library.municipalities.get(reuse.municipality.id or "")
    yield fact("Original", text=named, links=originals)
    if place:
        yield fact("Übernommen von", links=[reference(place)])
    else:
        yield fact("Übernommen von", text=place_of(library, reuse.municipality))
    yield fact("Beginn", text=str(reuse.year or ""))
    yield fact("Ergebnis", text=label("ergebnis", reuse.outcome))
    if new_case := library.cases.get(reuse.new_case or ""):
        yield fact("Daraus wurde", links=[reference(new_case)])
    yield fact("Begleitet von", text=reuse.moderator or "")


def _sections(model: SiteModel, reuse: Reuse) -> Iterator[Piece]:
    yield section(
        "uebernommen",
        "Was übernommen wurde",
        texts=_adopted(model, reuse),
        empty="Welche Kernelemente übernommen wurden, ist nicht berichtet.",
    )
    yield section(
        "anpassungen",
        "Was geändert wurde",
        groups=[_change(model, change) for change in reuse.adaptations],
        empty="Was geändert wurde, ist nicht berichtet.",
    )
    if reuse.open_questions:
        yield section(
            "fragen",
            "Neue Fragen",
            intro="Diese Fragen kamen bei der Übertragung auf. Sie stehen neben dem Kontextmodell, bis sie aufgenommen sind.",
            texts=[entry.question for entry in reuse.open_questions],
        )


def _adopted(model: SiteModel, reuse: Reuse) -> list[str]:
    """The core elements in words, where the original names them."""
    cases = [case for item in reuse.originals if (case := model.library.cases.get(item.id or ""))]
    texts = {element.id: element.text for case in cases for element in case.core if element.id}
    return [texts.get(key, key) for key in reuse.adopted]


def _change(model: SiteModel, change: Adaptation) -> Piece:
    conditions = model.library.vocabulary.context_model.conditions
    reason = change.reason
    condition = conditions.get(reason.condition or "") if reason else None
    because = "; ".join(
        part for part in (condition.title if condition else "", (reason.text if reason else "") or "") if part
    )
    lines = [
        fact("Statt", text=change.instead or ""),
        fact("Art", text=label("anpassung", change.kind) if change.kind else ""),
        fact("Grund", text=because),
        fact("Geplant", text=change.planned or ""),
        fact("Kern erhalten", text=change.core_kept or ""),
    ]
    return known(title=first_upper(change.what), defs=lines)


def _index(model: SiteModel) -> Iterator[Piece]:
    library = model.library
    yield section(
        "wege",
        "Wege der Übernahme",
        intro="Oben steht das Original, darunter, wer es übernommen hat.",
        tree=[tree_piece(tree) for tree in reuse_trees(library)],
        empty="Noch ist keine Nachnutzung erfasst.",
    )
    yield section(
        "alle",
        "Alle Nachnutzungen",
        links=[known(**reference(reuse), note=_told(model, reuse)) for reuse in library.reuses.values()],
        empty="Haben Sie etwas von einer anderen Kommune übernommen? Auch ein abgebrochener Versuch hilft weiter.",
        after=("So tragen Sie es ein", "mitmachen/index.html"),
    )


def _told(model: SiteModel, reuse: Reuse) -> str:
    changes = len(reuse.adaptations)
    return ", ".join(
        part
        for part in (
            place_of(model.library, reuse.municipality),
            str(reuse.year or ""),
            label("ergebnis", reuse.outcome),
            f"{changes} Änderungen" if changes > 1 else "eine Änderung" if changes else "Änderungen nicht berichtet",
        )
        if part
    )
