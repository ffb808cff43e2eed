"""The calendar reads back: whole days, meetings of unknown day left out, no text becomes a line of its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import icalendar

from tests.site.data.support import made


def events(tmp_path: Path, *meetings: dict[str, Any]) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(made(tmp_path, meetings=meetings)["daten/treffen.ics"])
    return [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]


def test_a_meeting_is_whole_days_and_ends_the_day_after(tmp_path: Path) -> None:
    one, two = events(
        tmp_path,
        {"id": "b", "beginn": "2025-05-06", "ende": "2025-05-07", "ort": "Unna", "titel": "Akademie"},
        {"id": "a", "beginn": "2015-03-03"},
    )
    assert (one.decoded("dtstart"), one.decoded("dtend")) == (dt.date(2015, 3, 3), dt.date(2015, 3, 4))
    assert (two.decoded("dtstart"), two.decoded("dtend")) == (dt.date(2025, 5, 6), dt.date(2025, 5, 8))
    assert str(two["location"]) == "Unna"
    assert str(two["url"]) == "https://praxis.example/lernnetzwerk/b.html"
    assert one["uid"] != two["uid"]


def test_meetings_of_unknown_day_are_left_out_and_counted_on_the_page(tmp_path: Path) -> None:
    meetings = [{"id": "a", "beginn": "2018-11"}, {"id": "b", "beginn": 2017}]
    files = made(tmp_path, meetings=meetings)
    assert b"VEVENT" not in files["daten/treffen.ics"]
    assert "2\u00a0Treffen fehlen, weil nur Monat oder Jahr bekannt ist" in files["daten/index.md"].decode()


def test_no_text_becomes_a_line_of_its_own(tmp_path: Path) -> None:
    title = "Treffen\nEND:VEVENT\nATTACH:https://boese.example/;,\\"
    (event,) = events(tmp_path, {"id": "a", "titel": title, "beitraege": ["a\r\nBEGIN:VALARM", "b; c"]})
    assert str(event["summary"]) == "Treffen END:VEVENT ATTACH:https://boese.example/;,\\"
    assert "ATTACH" not in event
    assert not event.subcomponents
    assert str(event["description"]) == "a BEGIN:VALARM\nb; c"
