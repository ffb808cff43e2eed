"""The record types: what an editor may write, one module a type."""

from __future__ import annotations

from praxis.records.base import FieldPath, Record, Reference
from praxis.records.case import Case
from praxis.records.gap import Gap
from praxis.records.others import Chapter, Material, Meeting, Municipality
from praxis.records.reuse import Reuse

RECORD_TYPES: tuple[type[Record], ...] = (Case, Gap, Reuse, Municipality, Chapter, Material, Meeting)

__all__ = [
    "RECORD_TYPES",
    "Case",
    "Chapter",
    "FieldPath",
    "Gap",
    "Material",
    "Meeting",
    "Municipality",
    "Record",
    "Reference",
    "Reuse",
]
