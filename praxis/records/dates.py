"""Dates of known precision, and years and days as editors may write them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_GERMAN_DATE = re.compile(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4}|[0-9]{2})")
_MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_GERMAN_WORDS = re.compile(rf"(?:([0-9]{{1,2}})\.\s*)?({'|'.join(_MONTHS)})[a-z]*\.?\s+([0-9]{{4}})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as it is known: a year, a month or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def latest(self) -> dt.date:
        """The last day that the date may mean."""
        if self.month is None:
            return dt.date(self.year, 12, 31)
        if self.day is None:
            following = dt.date(self.year + self.month // 12, self.month % 12 + 1, 1)
            return following - dt.timedelta(days=1)
        return dt.date(self.year, self.month, self.day)

    @property
    def earliest(self) -> dt.date:
        """The first day that the date may mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    def isoformat(self) -> str:
        """``2015``, ``2015-03`` or ``2015-03-03``."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @classmethod
    def parse(cls, value: object) -> PartialDate:
        """The date from a YAML value; raises a finding's error for anything that is no date."""
        if isinstance(value, cls):
            return value
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return cls(_year(value.year), value.month, value.day)
        if isinstance(value, int) and not isinstance(value, bool):
            return cls(_year(value))
        if isinstance(value, str):
            if re.fullmatch("[0-9]{4}", value):
                return cls(_year(int(value)))
            month = _ISO_MONTH.fullmatch(value)
            if month and 1 <= int(month[2]) <= 12:
                return cls(_year(int(month[1])), int(month[2]))
        raise no_date(value)


def no_date(value: object) -> PydanticCustomError:
    """The error for a value that is no date; one in German writing is told how it is written here."""
    text = str(value).strip() if isinstance(value, str) else ""
    if proposal := from_german(text[:40]):
        return PydanticCustomError("datum-deutsch", "", {"datum": proposal})
    return PydanticCustomError("datum-form", "", {"wert": str(value)})


def from_german(text: str) -> str | None:
    """``3. März 2015``, ``03.03.2015`` or ``März 2015`` in the form that is used here, or None."""
    if words := _GERMAN_WORDS.fullmatch(text):
        day, month, year = words[1], _MONTHS.index(words[2].lower()) + 1, int(words[3])
        if not day:
            return f"{year:04d}-{month:02d}"
    elif figures := _GERMAN_DATE.fullmatch(text):
        day, month, year = figures[1], int(figures[2]), int(figures[3])
        year += 0 if year > 99 else 1900 if year > 68 else 2000
    else:
        return None
    try:
        return dt.date(year, month, int(day)).isoformat()
    except ValueError:
        return None


def _year(value: int) -> int:
    if not 1800 <= value <= 2200:
        raise PydanticCustomError("jahr-form", "", {"wert": str(value)})
    return value


def _plain_year(value: object) -> int:
    if isinstance(value, dt.date):
        return _year(value.year)
    if isinstance(value, str) and re.fullmatch("[0-9]{4}", value):
        return _year(int(value))
    if not isinstance(value, int) or isinstance(value, bool):
        raise PydanticCustomError("jahr-form", "", {"wert": str(value)})
    return _year(value)


def _day(value: object) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        _year(value.year)
        return value
    raise no_date(value)


_DATE_SCHEMA = {
    "anyOf": [
        {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
        {"type": "integer", "minimum": 1800, "maximum": 2200},
    ]
}

Date = Annotated[
    PartialDate,
    PlainValidator(PartialDate.parse),
    PlainSerializer(PartialDate.isoformat, return_type=str),
    WithJsonSchema(_DATE_SCHEMA),
]
Year = Annotated[
    int, PlainValidator(_plain_year), WithJsonSchema({"type": "integer", "minimum": 1800, "maximum": 2200})
]
Day = Annotated[
    dt.date,
    PlainValidator(_day),
    PlainSerializer(dt.date.isoformat, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date"}),
]
