"""Data files: every record as JSON, the lists people work with as CSV, the vocabularies and the schemas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from praxis.records import RECORD_TYPES, Case, Record
from praxis.records.values import NOT_REPORTED
from praxis.site.data.text import as_json, csv_cell
from praxis.site.model import SiteModel

NAMES = {
    "praxis": "praxis",
    "luecke": "luecken",
    "nachnutzung": "nachnutzung",
    "kommune": "kommunen",
    "kapitel": "handbuch",
    "material": "materialien",
    "treffen": "lernnetzwerk",
}
_COLUMNS = {
    "praxis": ("id", "titel", "kurz", "kommune", "status", "standards", "themen", "finanzierung", "stand", "adresse"),
    "luecke": ("id", "titel", "frage", "art", "kommune", "standards", "themen", "status", "gemeldet", "adresse"),
}


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """All data files with their paths."""
    by_kind: dict[str, list[dict[str, Any]]] = {record_type.kind: [] for record_type in RECORD_TYPES}
    for record in model.library.records():
        by_kind[record.kind].append(_plain(model, record))
    for kind, records in by_kind.items():
        yield f"daten/{NAMES[kind]}.json", as_json(records)
    for kind, columns in _COLUMNS.items():
        yield f"daten/{NAMES[kind]}.csv", _csv(by_kind[kind], columns)
    for record_type in RECORD_TYPES:
        yield f"daten/schema/{record_type.kind}.json", as_json(_schema(model, record_type))
    yield "daten/vokabulare.json", as_json(_vocabularies(model))


def _plain(model: SiteModel, record: Record) -> dict[str, Any]:
    """A record as the editors' keys say it, with id and address."""
    address = model.settings.absolute(record.address)
    values = record.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    if isinstance(record, Case) and record.period is None:
        values["zeitraum"] = NOT_REPORTED
    return {"id": record.id, "adresse": address, **values}


def _csv(records: list[dict[str, Any]], columns: tuple[str, ...]) -> bytes:
    """Comma-separated values after RFC 4180, with a byte-order mark for spreadsheets."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([csv_cell(_cell(record.get(column))) for column in columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return "; ".join(str(item) for item in value) if isinstance(value, (list, Mapping)) else str(value)


def _schema(model: SiteModel, record_type: type[Record]) -> dict[str, Any]:
    """JSON Schema (2020-12) of a record type."""
    schema = record_type.model_json_schema(by_alias=True)
    for alternative in schema["properties"].get("zeitraum", {}).get("anyOf", []):
        if alternative == {"type": "null"}:
            # What is said to be unknown is a word in the files and nothing in the model.
            del alternative["type"]
            alternative["const"] = NOT_REPORTED
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": model.settings.absolute(f"daten/schema/{record_type.kind}.json"),
        **schema,
        "title": record_type.label,
    }


def _vocabularies(model: SiteModel) -> dict[str, Any]:
    vocabulary = model.library.vocabulary
    lists: dict[str, Mapping[str, Any]] = {
        "standards": vocabulary.standards,
        "altersgruppen": vocabulary.age_groups,
        "uebergaenge": vocabulary.transitions,
        "themen": vocabulary.topics,
        "bedingungen": vocabulary.context_model.conditions,
        "fragen": vocabulary.context_model.questions,
        "begriffe": vocabulary.glossary,
    }
    return {
        name: [term.model_dump(mode="json", by_alias=True, exclude_none=True) for term in terms.values()]
        for name, terms in lists.items()
    }
