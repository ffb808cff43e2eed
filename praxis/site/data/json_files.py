"""JSON: one file a record type, one a vocabulary, and one with everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from praxis.site.data.records import LICENCE, PlainRecords
from praxis.site.data.text import as_json, written
from praxis.site.model import SiteModel

EVERYTHING = "daten/alles.json"
VOCABULARIES = "daten/vokabulare.json"


def files(model: SiteModel, records: PlainRecords) -> Iterator[tuple[str, bytes]]:
    """All JSON files with their paths; the file of a record type is named as its folder."""
    vocabularies = _vocabularies(model)
    lists = {folder: written(entries) for folder, entries in records.items()}
    for folder, entries in lists.items():
        yield f"daten/{folder}.json", as_json(entries)
    yield VOCABULARIES, as_json(vocabularies)
    about = {"titel": model.settings.site_name, "adresse": model.settings.site_url, "lizenz": LICENCE}
    yield EVERYTHING, as_json({**about, **lists, "vokabulare": vocabularies})


def _vocabularies(model: SiteModel) -> dict[str, Any]:
    vocabulary = model.library.vocabulary
    context = vocabulary.context_model
    lists: dict[str, Mapping[str, BaseModel]] = {
        "standards": vocabulary.standards,
        "altersgruppen": vocabulary.age_groups,
        "uebergaenge": vocabulary.transitions,
        "themen": vocabulary.topics,
        "dimensionen": context.dimensions,
        "bedingungen": context.conditions,
        "fragen": context.questions,
        "begriffe": vocabulary.glossary,
    }
    return {
        name: [term.model_dump(mode="json", by_alias=True, exclude_none=True) for term in terms.values()]
        for name, terms in lists.items()
    }
