"""German wording of dates, numbers, ages and lists: pure functions, no records needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from praxis.records.dates import PartialDate
from praxis.records.values import ALL_AGES, BEFORE_BIRTH, AgeSpan, Period

NBSP = "\u00a0"
MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
_NUMBER_WORDS = (
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
)


def german_date(date: dt.date | PartialDate) -> str:
    """``1. Juni 2025``, ``Juni 2025`` or ``2025``, with spaces that do not break."""
    if date.month is None:
        return str(date.year)
    month = f"{MONTHS[date.month - 1]}{NBSP}{date.year}"
    return month if date.day is None else f"{date.day}.{NBSP}{month}"


def german_number(value: float, decimals: int | None = None) -> str:
    """``1.234,5``; without ``decimals`` as many as the value needs, at most two."""
    text = f"{value:,.{2 if decimals is None else decimals}f}"
    if decimals is None:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def number_word(value: int) -> str:
    """Numbers up to twelve as words, larger ones in figures."""
    return _NUMBER_WORDS[value] if 0 <= value < len(_NUMBER_WORDS) else german_number(value)


def counted(value: int, singular: str, plural: str, none: str = "kein") -> str:
    """``kein Fall``, ``1 Fall``, ``3 Fälle``; ``none`` carries the gender."""
    if value == 0:
        return f"{none}{NBSP}{singular}"
    return f"{german_number(value)}{NBSP}{singular if value == 1 else plural}"


def times_word(value: int) -> str:
    """``einmal``, ``zweimal`` … ``zwölfmal``, then ``13-mal``."""
    if value == 1:
        return "einmal"
    return f"{number_word(value)}mal" if value < len(_NUMBER_WORDS) else f"{german_number(value)}-mal"


def enumeration(items: Iterable[str], last: str = "und") -> str:
    """``a, b und c``."""
    names = list(items)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def quoted(text: str) -> str:
    """The text in German quotation marks; inner double ones become single."""
    return f"„{text.replace('„', '‚').replace('“', '‘')}“"


def as_sentence(text: str) -> str:
    """The text with a full stop, unless it ends a sentence already."""
    text = text.strip()
    return text if not text or text.rstrip("“‘)»")[-1:] in (".", "!", "?", "…") else f"{text}."


def without_stop(text: str) -> str:
    """The text without its closing full stop, to stand inside a sentence."""
    text = text.strip()
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def age_words(ages: AgeSpan | str, counted_in: str = "Jahre") -> str:
    """``Schwangerschaft bis 3 Jahre``, ``5 bis 7 Jahre``, ``für alle Altersgruppen``, ``Alter nicht berichtet``.

    ``counted_in`` is the plural of the unit in its case: ``Jahre`` or ``Jahren``.
    """
    if isinstance(ages, str):
        return "für alle Altersgruppen" if ages == ALL_AGES else "Alter nicht berichtet"
    if ages.end <= 0:
        return (
            "0 bis 1 Jahr"
            if ages.start == 0
            else "Schwangerschaft bis zur Geburt"
            if ages.end == 0
            else "Schwangerschaft"
        )
    unit = "Jahr" if ages.end == 1 else counted_in
    if ages.start == ages.end:
        return f"{german_number(ages.end)} {unit}"
    start = "Schwangerschaft" if ages.start <= BEFORE_BIRTH else german_number(ages.start)
    return f"{start} bis {german_number(ages.end)} {unit}"


def period_words(period: Period | None) -> str:
    """``seit 2005``, ``2005 bis 2010``, ``2005`` or ``Zeitraum nicht berichtet``.

    A period without an end says only when it began: whether it still runs is told by the status.
    """
    if period is None:
        return "Zeitraum nicht berichtet"
    if period.end is None:
        return f"seit {period.start}"
    return str(period.start) if period.start == period.end else f"{period.start} bis {period.end}"


def years_before(date: dt.date, years: int) -> dt.date:
    """The same day some years earlier (1 March for 29 February)."""
    try:
        return date.replace(year=date.year - years)
    except ValueError:
        return dt.date(date.year - years, 3, 1)
