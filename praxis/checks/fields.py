"""Checks of one record's values that the schema cannot express: dates against today, hidden characters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from praxis.records import Case, FieldPath, Gap, Record, Reuse
from praxis.records.values import PartialDate
from praxis.schema import Problem
from praxis.source import hidden_character

_REMEDY_DATE = "Tragen Sie das Jahr oder Datum ein, von dem die Angabe wirklich ist."


def check_dates(record: Record, today: dt.date) -> Iterator[Problem]:
    """Dates that lie in the future and must not, and a review that is overdue."""
    for path, date in _dates(record):
        if isinstance(date, int):
            if date > today.year:
                yield _in_future(path, str(date))
        elif date and (date.earliest if isinstance(date, PartialDate) else date) > today:
            yield _in_future(path, date.isoformat())
    if record.review and record.is_review_due(today):
        yield Problem(
            ("pruefung",),
            "pruefung-faellig",
            f"Die Prüfung war am {record.review.isoformat()} fällig.",
            "Prüfen Sie die Angaben, und setzen Sie „stand“ und „pruefung“ neu.",
        )


def check_characters(data: dict[str, Any], text: str) -> Iterator[Problem]:
    """Hidden characters in values; those that stand in ``text`` (the file) as such have a finding already."""
    if "\\" in text:
        yield from _hidden(data, (), text)


def _dates(record: Record) -> Iterator[tuple[FieldPath, PartialDate | dt.date | int | None]]:
    """Every date of a record that cannot lie in the future."""
    for index, source in enumerate(record.sources or ()):
        yield ("quellen", index, "jahr"), source.year
    yield ("stand",), record.as_of
    if isinstance(record, Case):
        yield from _dates_of_case(record)
    elif isinstance(record, Gap):
        yield ("gemeldet",), record.reported
        for index, offer in enumerate(record.offers):
            yield ("meldungen", index, "datum"), offer.date
    elif not isinstance(record, Reuse) or record.outcome != "vorbereitung":
        yield ("jahr",), getattr(record, "year", None)
    for path, context in record.contexts():
        for condition, value in context.items():
            yield (*path, condition, "stand"), value.as_of


def _dates_of_case(case: Case) -> Iterator[tuple[FieldPath, PartialDate | dt.date | int | None]]:
    if case.period and case.status != "geplant":
        yield ("zeitraum", "von"), case.period.start
    if case.period and case.status in ("beendet", "abgebrochen"):
        yield ("zeitraum", "bis"), case.period.end
    if case.effort:
        yield ("aufwand", "stand"), case.effort.as_of
    if case.review_note:
        yield ("pruefvermerk", "datum"), case.review_note.date
    if case.release and not isinstance(case.release, str):
        yield ("freigabe", "datum"), case.release.date


def _in_future(path: FieldPath, value: str) -> Problem:
    return Problem(path, "jahr-zukunft", f"{value} liegt in der Zukunft.", _REMEDY_DATE)


def _hidden(value: Any, path: FieldPath, text: str) -> Iterator[Problem]:
    if isinstance(value, str):
        found = hidden_character(value)
        if found and found[0] not in text:
            yield Problem(
                path,
                "text-steuerzeichen",
                f"Der Text enthält ein unsichtbares Zeichen (U+{ord(found[0]):04X}).",
                "Löschen Sie die Zeichenfolge mit dem umgekehrten Schrägstrich.",
            )
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _hidden(item, (*path, index), text)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _hidden(item, (*path, key), text)
            yield from _hidden(key, (*path, key), text)
