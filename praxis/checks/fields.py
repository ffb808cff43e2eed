"""Checks of one record's values that the schema cannot express: dates against today, contacts, hidden characters."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from praxis.records import Case, FieldPath, Gap, Record
from praxis.records.values import PartialDate
from praxis.schema import Problem

_TITLES = re.compile(r"\b(?:Herrn?|Frau|Dr\.|Prof\.|Dipl\.-\w+\.?|M\.\s?A\.|B\.\s?A\.)(?=\s|$)")
_PERSONAL_MAIL = re.compile(r"\b[\w%+-]+\.[\w%+-]+@[\w.-]+\.\w{2,}\b")
_ROLE_MAIL = re.compile(
    r"\b(?:[\w.-]*(?:info|post|stelle|amt|buero|büro|kontakt|stadt|kreis|service|familie|jugend|hilfe|kommun|praevention|prävention|netzwerk)[\w.-]*)@",
    re.IGNORECASE,
)
_OFFICE_WORD = re.compile(
    r"(?:amt|büro|stelle|stadt|kreis|referat|fachbereich|abteilung|verband|verein|zentrum|haus|stiftung|institut|dienst|"
    r"jugend|familie|koordinier|netzwerk|gemeinde|land|ministerium|e\.\s?V\.|gGmbH|GmbH|AWO|Caritas|Diakonie|Schule|Klinik|"
    r"Team|Rathaus|Verwaltung|Service|Agentur|Gesellschaft|Regie|Bund|Hilfen?|Projekt|Werk|Kirche|Universität|Hochschule|LVR|LWL|HAGE)",
    re.IGNORECASE,
)
_TWO_NAMES = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?(?: [A-ZÄÖÜ]\.)? (?:von |van |de |zu )?[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?"
)
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufff9-\ufffb]")
_REMEDY_DATE = "Tragen Sie das Jahr oder Datum ein, von dem die Angabe wirklich ist."


def check_fields(record: Record, data: dict[str, Any], today: dt.date) -> Iterator[Problem]:
    """Problems of one record's front matter; ``data`` is the front matter as read."""
    yield from _hidden_characters(data, ())
    yield from _future(record, today)
    if isinstance(record, Case) and record.contact:
        yield from _contact(record.contact.office, ("kontakt", "stelle"))
        if record.contact.email:
            yield from _mail(record.contact.email, ("kontakt", "email"))
        if record.who and record.who.lead:
            yield from _titled_person(record.who.lead, ("wer", "federfuehrung"))
    if record.is_review_due(today) and record.review:
        yield Problem(
            ("pruefung",),
            "pruefung-faellig",
            f"Die Prüfung war am {record.review.isoformat()} fällig.",
            "Prüfen Sie die Angaben, und setzen Sie „stand“ und „pruefung“ neu.",
        )


def _future(record: Record, today: dt.date) -> Iterator[Problem]:
    for index, source in enumerate(record.sources or []):
        if source.year and source.year > today.year:
            yield _in_future(("quellen", index, "jahr"), str(source.year))
    if isinstance(record.as_of, PartialDate) and record.as_of.earliest > today:
        yield _in_future(("stand",), record.as_of.isoformat())
    if isinstance(record, Case):
        if record.period and record.period.start > today.year and record.status != "geplant":
            yield _in_future(("zeitraum", "von"), str(record.period.start))
        if record.effort and record.effort.as_of and record.effort.as_of.earliest > today:
            yield _in_future(("aufwand", "stand"), record.effort.as_of.isoformat())
    if isinstance(record, Gap) and isinstance(record.reported, PartialDate) and record.reported.earliest > today:
        yield _in_future(("gemeldet",), record.reported.isoformat())
    year = getattr(record, "year", None)
    if isinstance(year, int) and year > today.year:
        yield _in_future(("jahr",), str(year))
    for path, context in record.contexts():
        for condition, value in (context or {}).items():
            if value.as_of and value.as_of.earliest > today:
                yield _in_future((*path, condition, "stand"), value.as_of.isoformat())


def _in_future(path: FieldPath, value: str) -> Problem:
    return Problem(path, "jahr-zukunft", f"{value} liegt in der Zukunft.", _REMEDY_DATE)


def _contact(office: str, path: FieldPath) -> Iterator[Problem]:
    found = list(_titled_person(office, path)) or list(_mail(office, path))
    yield from found
    if not found and _TWO_NAMES.fullmatch(office) and not _OFFICE_WORD.search(office):
        yield _personal(office, path)


def _titled_person(text: str, path: FieldPath) -> Iterator[Problem]:
    if _TITLES.search(text):
        yield _personal(text, path)


def _mail(text: str, path: FieldPath) -> Iterator[Problem]:
    if _PERSONAL_MAIL.search(text) and not _ROLE_MAIL.search(text):
        yield _personal(text, path)


def _personal(text: str, path: FieldPath) -> Problem:
    return Problem(
        path,
        "kontakt-person",
        f"„{text}“ sieht nach einer Person aus.",
        "Nennen Sie die Stelle, zum Beispiel „Stadt Gelsenkirchen, Familienbüro“, und ein Postfach der Stelle.",
    )


def _hidden_characters(value: Any, path: FieldPath) -> Iterator[Problem]:
    if isinstance(value, str):
        if found := _HIDDEN.search(value):
            yield Problem(
                path,
                "text-steuerzeichen",
                f"Der Text enthält ein unsichtbares Zeichen (U+{ord(found[0]):04X}).",
                "Löschen Sie das Zeichen; meist hilft es, die Stelle neu zu tippen.",
            )
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _hidden_characters(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _hidden_characters(item, (*path, key))
