"""A record as data: the editors' keys and values, with id, address and text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from praxis.records import RECORD_TYPES, Case, Record
from praxis.records.values import NOT_REPORTED
from praxis.site.model import SiteModel

LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.de"
ADDED = {
    "id": "Kennung des Eintrags: der Name seiner Datei.",
    "typ": "Art des Eintrags.",
    "adresse": "Adresse seiner Seite.",
    "quelldatei": "Die Datei, die geändert wird.",
    "text": "Der Text des Eintrags als Markdown.",
}
"""Keys of a published record that no editor writes, with their meaning."""
PlainRecords = Mapping[str, list[dict[str, Any]]]
"""Folder -> its records as data."""


def plain_records(model: SiteModel) -> PlainRecords:
    """Every published record as data, by folder."""
    lists: dict[str, list[dict[str, Any]]] = {record_type.folder: [] for record_type in RECORD_TYPES}
    for record in model.library.records():
        lists[record.folder].append(plain(model, record))
    return lists


def plain(model: SiteModel, record: Record) -> dict[str, Any]:
    """The record with its German keys; what is not reported is left out, or says so where the key is mandatory."""
    values = _tidy(record.model_dump(mode="json", by_alias=True, exclude_none=True))
    if isinstance(record, Case) and record.period is None:
        values["zeitraum"] = NOT_REPORTED
    return {
        "id": record.id,
        "typ": record.kind,
        "adresse": model.settings.absolute(record.address),
        "quelldatei": record.path,
        **values,
        "text": record.body.strip(),
    }


def _tidy(value: Any) -> Any:
    """Without empty lists and groups; whole numbers without a decimal point."""
    if isinstance(value, dict):
        return {
            key: item if isinstance(item, str) else _tidy(item)  # most values are texts
            for key, item in value.items()
            if item or not isinstance(item, (list, dict))
        }
    if isinstance(value, list):
        return [item if isinstance(item, str) else _tidy(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
