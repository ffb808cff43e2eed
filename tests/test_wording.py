"""Dates, numbers, ages and lists in German."""

from __future__ import annotations

import datetime as dt

import pytest

from praxis.records.dates import PartialDate
from praxis.records.values import AgeSpan, Period
from praxis.wording import (
    NBSP,
    age_words,
    as_sentence,
    counted,
    enumeration,
    german_date,
    german_number,
    period_words,
    quoted,
    times_word,
    years_before,
)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (dt.date(2025, 6, 1), "1. Juni 2025"),
        (PartialDate(2025, 6, 1), "1. Juni 2025"),
        (PartialDate(2025, 3), "März 2025"),
        (PartialDate(2025), "2025"),
    ],
)
def test_dates_are_as_precise_as_known_and_do_not_break(date: dt.date | PartialDate, text: str) -> None:
    assert german_date(date) == text.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("value", "text"), [(1234.5, "1.234,5"), (12, "12"), (0.5, "0,5"), (1_000_000, "1.000.000"), (100, "100"), (0, "0")]
)
def test_numbers_have_german_separators(value: float, text: str) -> None:
    assert german_number(value) == text


@pytest.mark.parametrize(
    ("ages", "text"),
    [
        ({"von": "schwangerschaft", "bis": 3}, "Schwangerschaft bis 3 Jahre"),
        ({"von": "schwangerschaft", "bis": 0}, "Schwangerschaft bis zur Geburt"),
        ({"von": "schwangerschaft", "bis": 1}, "Schwangerschaft bis 1 Jahr"),
        ({"von": 5, "bis": 7}, "5 bis 7 Jahre"),
        ({"von": 0, "bis": 1}, "0 bis 1 Jahr"),
        ({"von": 0, "bis": 0}, "0 bis 1 Jahr"),
        ({"von": 12, "bis": 12}, "12 Jahre"),
        ({"von": 0.5, "bis": 1.5}, "0,5 bis 1,5 Jahre"),
    ],
)
def test_age_spans_are_told_in_words(ages: dict[str, object], text: str) -> None:
    assert age_words(AgeSpan.model_validate(ages)) == text


def test_ages_without_a_span_are_told_too() -> None:
    assert age_words("altersuebergreifend") == "für alle Altersgruppen"
    assert age_words("nicht-berichtet") == "Alter nicht berichtet"


def test_periods() -> None:
    assert period_words(Period(von=2005)) == "seit 2005"
    assert period_words(Period(von=2005, bis=2010)) == "2005 bis 2010"
    assert period_words(Period(von=2005, bis=2005)) == "2005"
    assert period_words(None) == "Zeitraum nicht berichtet"


def test_lists_counts_and_sentences() -> None:
    assert enumeration(["a"]) == "a"
    assert enumeration(["a", "b", "c"]) == "a, b und c"
    assert [counted(n, "Fall", "Fälle").replace(NBSP, " ") for n in (0, 1, 2)] == ["kein Fall", "1 Fall", "2 Fälle"]
    assert [times_word(n) for n in (1, 2, 13)] == ["einmal", "zweimal", "13-mal"]
    assert as_sentence("Ja") == "Ja."
    assert as_sentence("Wirklich?") == "Wirklich?"
    assert as_sentence("Er sagte: „Ja.“") == "Er sagte: „Ja.“"
    assert quoted("Das „Haus“") == "„Das ‚Haus‘“"


def test_years_before_survives_leap_days() -> None:
    assert years_before(dt.date(2024, 2, 29), 1) == dt.date(2023, 3, 1)
