"""The published JSON Schemas: one a record type, for files of editors and for published records alike."""

from __future__ import annotations

from collections.abc import Iterator

from praxis.json_schema import record_schema
from praxis.records import RECORD_TYPES
from praxis.site.data.records import ADDED
from praxis.site.data.text import as_json
from praxis.site.model import SiteModel


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """All schemas with their paths; what the site adds to a record is marked as read-only."""
    added = {key: {"type": "string", "description": text, "readOnly": True} for key, text in ADDED.items()}
    for record_type in RECORD_TYPES:
        path = f"daten/schema/{record_type.kind}.json"
        schema = record_schema(record_type, model.library.vocabulary)
        schema["properties"] = added | schema["properties"]
        dialect = schema.pop("$schema")
        yield path, as_json({"$schema": dialect, "$id": model.settings.absolute(path), **schema})
