"""The prebuilt lunr index: cases and gaps alone, found by our stems and by the parts of their compounds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from praxis.library import Library
from praxis.settings import Settings
from praxis.site.lunr_files import FIELDS, files
from praxis.site.model import SiteModel
from tests.builders import load_site


def made(library: Library, *, search_index: bool = True) -> dict[str, bytes]:
    settings = replace(Settings.load(library.root), search_index=search_index)
    return {path.rpartition("/")[2]: content for path, content in files(SiteModel(library.public, settings))}


def site(folder: Path) -> Library:
    return load_site(
        folder,
        cases=[
            {"id": "besuche", "titel": "Willkommensbesuche", "kommune": "koeln", "text": "## Kern\n\nBesuch und Willkommen.\n"},
            {"id": "entwurf", "titel": "Entwurf", "stufe": "entwurf"},
        ],
        gaps=[{"id": "frage", "titel": "Lücke", "frage": "Wie erreichen wir Väter?"}],
        municipalities=[{"id": "koeln", "titel": "Köln"}],
    )  # fmt: skip


def test_documents_are_the_published_cases_and_gaps(tmp_path: Path) -> None:
    shown: dict[str, Any] = json.loads(made(site(tmp_path))["lunr-dokumente.json"])
    assert shown["basis"] == "https://praxis.example/"
    assert shown["dokumente"]["praxis/besuche"] == {
        "titel": "Willkommensbesuche",
        "art": "praxis",
        "ort": "Köln",
        "kurz": "Kurz gesagt, was besuche ist.",
        "url": "praxis/besuche.html",
    }
    assert set(shown["dokumente"]) == {"praxis/besuche", "luecken/frage"}


def test_the_index_names_our_analysis_and_has_stems_and_parts(tmp_path: Path) -> None:
    index: dict[str, Any] = json.loads(made(site(tmp_path))["lunr-index.json"])
    assert index["pipeline"] == ["praxis"]
    assert set(index["fields"]) == set(FIELDS)
    terms = {term for term, _ in index["invertedIndex"]}
    assert {"willkommensbesuch", "besuch", "willkomm", "vat", "koln"} <= terms
    assert not terms & {"wie", "wir", "ist"}


def test_the_same_contents_give_the_same_files(tmp_path: Path) -> None:
    library = site(tmp_path)
    assert made(library) == made(library)


def test_the_setting_leaves_it_out(tmp_path: Path) -> None:
    assert made(site(tmp_path), search_index=False) == {}
