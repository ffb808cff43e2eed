"""Ids of records for feed readers and calendars: they outlive a new name of the record and a move of the site."""

from __future__ import annotations

import uuid

from praxis.records import Record

_NAMESPACE = uuid.UUID("6b1f3c0e-5f0c-5d52-9a53-0e6f4b7b2f11")


def urn_of(record: Record) -> str:
    """The permanent name of a record, from its kind and its first id."""
    return urn(f"{record.kind}/{record.former[0] if record.former else record.id}")


def urn(name: str) -> str:
    """The permanent name of something of this site."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, name)}"
