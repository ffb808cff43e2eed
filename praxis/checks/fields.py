"""Checks of one record's values that the schema cannot express: dates against today, hidden characters."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from praxis.places import clip
from praxis.records import Case, FieldPath, Gap, Record, Reuse
from praxis.records.dates import PartialDate
from praxis.schema import Problem
from praxis.source import hidden_character
from praxis.wording import german_date

_ACTIVE = re.compile(
    r"</?(?:script|iframe|frame|object|embed|applet|img|image|picture|video|audio|svg|math|style|link|meta|base|form"
    r"|input|button|textarea|select|template|noscript|body|html)(?![a-z0-9-])|<[a-z][^<>]*[\s/\"']on[a-z]+\s*=",
    re.IGNORECASE,
)
"""Tags that do something in a browser, and any tag with an event. Fields show them as text, but nobody means them so."""
_REMEDY_DATE = "Tragen Sie das Jahr oder Datum ein, von dem die Angabe wirklich ist."


def check_dates(record: Record, today: dt.date) -> Iterator[Problem]:
    """Dates that lie in the future and must not, and a review that is overdue."""
    for path, date in _dates(record):
        if isinstance(date, int):
            if date > today.year:
                yield _in_future(path, str(date))
        elif date and (date.earliest if isinstance(date, PartialDate) else date) > today:
            yield _in_future(path, german_date(date))
    if record.review and record.is_review_due(today):
        yield Problem(
            ("pruefung",),
            "pruefung-faellig",
            f"Die Prüfung war am {german_date(record.review)} fällig.",
            "Prüfen Sie die Angaben, und setzen Sie „stand“ und „pruefung“ neu.",
        )


def check_characters(data: dict[str, Any], text: str) -> Iterator[Problem]:
    """Hidden characters in values; those that stand in ``text`` (the file) as such have a finding already."""
    if "\\" in text:
        yield from _hidden(data, text)


def check_markup(data: dict[str, Any]) -> Iterator[Problem]:
    """Values with HTML that would do something; fields are plain text."""
    for path, value in _texts(data, ()):
        if found := _ACTIVE.search(value):
            yield Problem(
                path,
                "feld-html",
                f"Im Feld steht HTML („{clip(found[0])}“).",
                "Felder sind reiner Text: Löschen Sie das HTML, und beschreiben Sie es in Worten.",
            )


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


def _hidden(data: dict[str, Any], text: str) -> Iterator[Problem]:
    for path, value in _texts(data, ()):
        found = hidden_character(value)
        if found and found[0] not in text:
            yield Problem(
                path,
                "text-steuerzeichen",
                f"Der Text enthält ein unsichtbares Zeichen (U+{ord(found[0]):04X}).",
                "Löschen Sie die Zeichenfolge mit dem umgekehrten Schrägstrich.",
            )


def _texts(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every text in a value, however deep, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
