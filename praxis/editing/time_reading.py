"""Reading answers that are times: dates, years, periods and ages."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from praxis.editing.texts import one_line
from praxis.records.dates import from_german
from praxis.records.values import ALL_AGES, NOT_REPORTED, PREGNANCY

_UNKNOWN = re.compile(
    r"(?:unbekannt|nicht[ -]?(?:bekannt|berichtet)|weiß (?:ich )?nicht|wissen wir nicht|\?+)", re.IGNORECASE
)
_ALL = re.compile(r"(?:alle(?:s| altersgruppen| alter)?|alters(?:ü|ue)bergreifend|jedes alter)", re.IGNORECASE)
_AGES = re.compile(
    r"(?:(?:für )?kinder )?(?:von |ab )?(?:der )?(schwangerschaft|geburt|[0-9]{1,2})(?: jahren?)? ?(?:bis|-|–|bis zu) ?(?:zum )?([0-9]{1,2})\.?"
    r"(?: ?(?:jahren?|j\.?|geburtstag))?\.?",
    re.IGNORECASE,
)
_AGE = re.compile(r"([0-9]{1,2})(?: jahre?)?", re.IGNORECASE)
_PERIOD = re.compile(
    r"(?:seit |von |ab )?([12][0-9]{3}) ?(?:(?:bis|-|–|bis zu|/) ?(?:(heute|jetzt|laufend|andauernd)|([12][0-9]{3}))?)?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A value for a field (None where there is none) and whether it holds everything that was written."""

    value: Any
    is_whole: bool = True


NOTHING = Reading(None, False)


def read_date(answer: str) -> Reading:
    """A day, a month or a year, as the file has it."""
    text = one_line(answer).rstrip(".")
    text = from_german(text[:40]) or text
    if re.fullmatch("[12][0-9]{3}", text):
        return Reading(int(text))
    if re.fullmatch("[12][0-9]{3}-(?:0[1-9]|1[0-2])", text):
        return Reading(text)
    try:
        return Reading(dt.date.fromisoformat(text)) if len(text) == 10 else NOTHING
    except ValueError:
        return NOTHING


def read_year(answer: str) -> Reading:
    """A year alone."""
    found = re.fullmatch(r"(?:seit |ab |im jahr )?([12][0-9]{3})\.?", one_line(answer), re.IGNORECASE)
    return Reading(int(found[1])) if found else NOTHING


def read_period(answer: str) -> Reading:
    """Years from and to, or that they are unknown."""
    text = one_line(answer)
    if _UNKNOWN.fullmatch(text.rstrip(".")):
        return Reading(NOT_REPORTED)
    found = _PERIOD.fullmatch(text)
    if not found:
        return NOTHING
    return Reading({"von": int(found[1]), **({"bis": int(found[3])} if found[3] else {})})


def read_ages(answer: str) -> Reading:
    """Ages from and to, all of them, or that they are unknown."""
    text = one_line(answer).rstrip(".")
    if _UNKNOWN.fullmatch(text):
        return Reading(NOT_REPORTED)
    if _ALL.fullmatch(text):
        return Reading(ALL_AGES)
    if found := _AGES.fullmatch(text):
        first = found[1].lower()
        start: Any = PREGNANCY if first == "schwangerschaft" else 0 if first == "geburt" else int(first)
        return Reading({"von": start, "bis": int(found[2])})
    if found := _AGE.fullmatch(text):
        return Reading({"von": int(found[1]), "bis": int(found[1])})
    return NOTHING
