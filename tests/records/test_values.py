"""Values that records share: dates of known precision, age spans, addresses."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError

from praxis.records import RECORD_TYPES
from praxis.records.dates import Day, PartialDate, Year
from praxis.records.values import AgeSpan, Effort, Period, Source, Url


def span(start: Any, end: Any) -> AgeSpan:
    return AgeSpan.model_validate({"von": start, "bis": end})


@pytest.mark.parametrize(
    ("value", "text", "earliest", "latest"),
    [
        (2015, "2015", "2015-01-01", "2015-12-31"),
        ("2015", "2015", "2015-01-01", "2015-12-31"),
        ("2015-02", "2015-02", "2015-02-01", "2015-02-28"),
        ("2016-02", "2016-02", "2016-02-01", "2016-02-29"),
        ("2015-12", "2015-12", "2015-12-01", "2015-12-31"),
        (dt.date(2015, 3, 7), "2015-03-07", "2015-03-07", "2015-03-07"),
        (2200, "2200", "2200-01-01", "2200-12-31"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(value: object, text: str, earliest: str, latest: str) -> None:
    date = PartialDate.parse(value)
    assert (date.isoformat(), date.earliest.isoformat(), date.latest.isoformat()) == (text, earliest, latest)
    assert PartialDate.parse(date) is date


@pytest.mark.parametrize(
    ("value", "kind", "detail"),
    [
        ("01.05.2023", "datum-deutsch", "2023-05-01"),
        ("1.5.2023", "datum-deutsch", "2023-05-01"),
        (" 1. 5. 2023 ", "datum-deutsch", "2023-05-01"),
        ("01.05.23", "datum-deutsch", "2023-05-01"),
        ("1. Mai 2023", "datum-deutsch", "2023-05-01"),
        ("3. März 2015", "datum-deutsch", "2015-03-03"),
        ("Dezember 2015", "datum-deutsch", "2015-12"),
        ("Sept. 2015", "datum-deutsch", "2015-09"),
        ("32.05.2023", "datum-form", "32.05.2023"),
        ("1.13.2023", "datum-form", "1.13.2023"),
        ("2023/05/01", "datum-form", "2023/05/01"),
        ("2023-5-1", "datum-form", "2023-5-1"),
        ("2023-13", "datum-form", "2023-13"),
        ("Frühjahr 2015", "datum-form", "Frühjahr 2015"),
        ("", "datum-form", ""),
        (True, "datum-form", "True"),
        (2015.5, "datum-form", "2015.5"),
        ([], "datum-form", "[]"),
        (15, "jahr-form", "15"),
        (1799, "jahr-form", "1799"),
        (2201, "jahr-form", "2201"),
        (dt.date(15, 3, 3), "jahr-form", "15"),
    ],
)
def test_what_is_no_date_is_told_with_the_right_form_where_it_can_be(value: object, kind: str, detail: str) -> None:
    with pytest.raises(PydanticCustomError) as raised:
        PartialDate.parse(value)
    assert raised.value.type == kind
    assert detail in (raised.value.context or {}).values()


@pytest.mark.parametrize(
    ("first", "second", "overlaps", "touches"),
    [
        ((0, 3), (3, 6), False, True),
        ((0, 3), (2, 6), True, False),
        ((3, 3), (3, 6), True, False),
        ((3, 3), (4, 6), False, True),
        ((2, 2), (3, 6), False, True),
        (("schwangerschaft", 0), (0, 3), False, True),
        (("schwangerschaft", 1), (0, 3), True, False),
        (("schwangerschaft", "schwangerschaft"), (0, 3), True, False),
        ((0, 3), (6, 10), False, False),
        ((0, 27), (3, 6), True, False),
        ((0.5, 1.5), (1, 2), True, False),
    ],
)
def test_age_spans_are_half_open_and_one_number_is_one_year(
    first: tuple[Any, Any], second: tuple[Any, Any], overlaps: bool, touches: bool
) -> None:
    one, other = span(*first), span(*second)
    assert one.overlaps(other) is other.overlaps(one) is overlaps
    assert one.touches(other) is other.touches(one) is touches


@pytest.mark.parametrize(
    "address",
    ["https://x.example", "http://x.example/a?b=c#d", "https://xn--bcher-kva.example/ä", "https://x.example:8080/a'b"],
)
def test_addresses_of_the_web_are_complete(address: str) -> None:
    assert TypeAdapter(Url).validate_python(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "www.x.example",
        "//x.example",
        "https://",
        "https:///a",
        "https://a b",
        'https://x.example/"onclick=',
        "https://x.example/<b>",
        "https://gut.example@boese.example",
        "ftp://x.example",
        " https://x.example\n",
        "https://x\\y",
        "mailto:a@b.de",
        "https:\\\\x.example",
        "",
    ],
)
def test_nothing_else_becomes_a_link(address: str) -> None:
    with pytest.raises(ValueError, match=r"adresse-form|at least 1"):
        TypeAdapter(Url).validate_python(address)


def test_every_address_of_every_record_is_checked() -> None:
    """A field named url that takes any text would bring scripts into links."""
    unchecked = []
    seen: set[Any] = set()
    waiting: list[Any] = list(RECORD_TYPES)
    while waiting:
        model = waiting.pop()
        for name, field in getattr(model, "model_fields", {}).items():
            if (field.alias or name) == "url" and not _refuses_scripts(field.annotation):
                unchecked.append(f"{model.__name__}.{name}")
            for part in _parts(field.annotation):
                if part not in seen:
                    seen.add(part)
                    waiting.append(part)
    assert unchecked == []
    assert {"Source", "Office"} <= {getattr(part, "__name__", "") for part in seen}


def _refuses_scripts(annotation: Any) -> bool:
    try:
        TypeAdapter(annotation).validate_python("javascript:alert(1)")
    except ValueError:
        return True
    return False


def _parts(annotation: Any) -> list[Any]:
    inner = [part for argument in getattr(annotation, "__args__", ()) for part in _parts(argument)]
    inner += _parts(annotation.__origin__) if hasattr(annotation, "__metadata__") else []
    return [*inner, annotation] if hasattr(annotation, "model_fields") else inner


def test_days_years_periods_and_bands() -> None:
    assert TypeAdapter(Day).validate_python(dt.date(2020, 1, 2)) == dt.date(2020, 1, 2)
    assert TypeAdapter(Year).validate_python(dt.date(2020, 1, 2)) == 2020
    assert Period.model_validate({"von": 2012}).end is None
    assert Source.model_validate({"titel": "  A  "}).title == "A"
    assert Effort.model_validate({"personal": "1-2"}).bands() == {"personal": "1-2"}
