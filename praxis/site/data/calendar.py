"""The meetings as a calendar (RFC 5545): whole days; meetings whose day is not known stay out and are counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from icalendar import Calendar, Event

from praxis.library import Library
from praxis.records import Meeting
from praxis.site.data.identity import urn_of
from praxis.site.data.text import xml_text
from praxis.site.model import SiteModel

PATH = "daten/treffen.ics"


def files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    """The one calendar."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{_line(model.settings.site_name)}//Treffen//DE")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{_line(model.settings.site_name)}: Treffen")
    for meeting in sorted(model.library.meetings.values(), key=lambda meeting: (meeting.start.earliest, meeting.id)):
        if meeting.start.day is not None:
            calendar.add_component(_event(meeting, model.settings.absolute(meeting.address)))
    yield PATH, bytes(calendar.to_ical())


def without_day(library: Library) -> int:
    """How many meetings are left out, because only their month or year is known."""
    return sum(1 for meeting in library.meetings.values() if meeting.start.day is None)


def _event(meeting: Meeting, address: str) -> Event:
    first = meeting.start.earliest
    last = max(meeting.end or first, first)
    event = Event()
    event.add("uid", urn_of(meeting).removeprefix("urn:uuid:"))
    # Nothing says when an entry was last changed; the first day never changes by itself.
    event.add("dtstamp", dt.datetime.combine(first, dt.time(), dt.UTC))
    event.add("dtstart", first)
    event.add("dtend", last + dt.timedelta(days=1))
    event.add("summary", _line(meeting.title))
    if meeting.place:
        event.add("location", _line(meeting.place))
    if meeting.contributions:
        event.add("description", "\n".join(_line(talk.title) for talk in meeting.contributions))
    event.add("url", address)
    return event


def _line(text: str) -> str:
    """The text on one line, without control characters."""
    return " ".join(xml_text(text).split())
