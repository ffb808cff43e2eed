"""A miniature collection in which every facet of the finders has something to tell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from praxis.library import Library
from praxis.settings import Settings
from praxis.site.model import SiteModel
from tests.builders import load_site

CASES: list[dict[str, Any]] = [
    {"id": "a", "kommune": "aachen", "alter": {"von": 0, "bis": 3}, "standards": ["zugaenge", "steuerung"], "themen": ["kita"], "finanzierung": ["land", "bund"], "stand": "2025-03-01", "pruefung": "2025-01-01"},
    {"id": "b", "kommune": "bochum", "alter": {"von": "schwangerschaft", "bis": 1}, "status": "nicht-berichtet", "wo": ["Kita & Schule", "quartier"], "wer": {"traeger": "frei"}, "stand": 2020},
    {"id": "c", "kommune": "aachen", "alter": "altersuebergreifend", "zeitraum": "nicht-berichtet", "kontext": {"gemeindetyp": "mittelstadt"}, "nachweis": {"grad": "beobachtet"}, "stand": "2024-06"},
    {"id": "d", "kommune": "aachen", "alter": "nicht-berichtet", "uebergaenge": ["geburt"], "aufwand": {"personal": "1-2"}, "stufe": "geprueft", "pruefvermerk": {"stelle": "Redaktion", "datum": "2025-01-01"}, "pruefung": "2026-01-01"},
    {"id": "entwurf", "stufe": "entwurf"},
]  # fmt: skip
GAPS: list[dict[str, Any]] = [
    {"id": "g", "kommune": "bochum", "antworten": ["a"], "pruefung": "2030-01-01"},
    {"id": "h", "art": "redaktionell", "alter": "nicht-berichtet", "status": "beantwortet", "themen": ["kita"]},
]
PLACES: list[dict[str, Any]] = [
    {"id": "aachen", "land": "Nordrhein-Westfalen", "programm": ["Kette, die erste"], "kontext": {"gemeindetyp": "grossstadt"}},
    {"id": "zwickau"},
]  # fmt: skip
REUSES: list[dict[str, Any]] = [{"id": "n", "praxis": "a", "kommune": "bochum"}]


def finder_model(root: Path) -> SiteModel:
    """The published collection, ready for its finders."""
    library = load_site(root, cases=CASES, gaps=GAPS, municipalities=PLACES, reuses=REUSES)
    return model_of(library)


def model_of(library: Library) -> SiteModel:
    """The site model of a library."""
    return SiteModel(library.public, Settings("Praxis", "https://praxis.example/", "https://github.example/praxis"))
